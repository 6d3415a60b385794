"""From a scope and a holder to one `Q`: the only place where levels and grants become a condition."""

from collections import defaultdict

from django.db.models import Q

from cms.access.holder import Holder
from cms.access.levels import Level
from cms.access.scopes import ANY, NOT_APPLICABLE, Scope

EVERYTHING = Q()
NOTHING = Q(pk__in=[])


def condition(scope: Scope, level: Level, holder: Holder) -> Q:
    """The rows of `scope.model` that `holder` reaches at `level`; EVERYTHING and NOTHING are singletons."""
    if level == Level.ALL:
        return EVERYTHING
    if level == Level.NONE or level not in scope.levels:
        return NOTHING
    granted = granted_condition(scope, holder.grants)
    if level == Level.GRANTED or granted is NOTHING:
        return granted
    return granted & _written_by(scope.own, holder.user_id, with_team=level == Level.TEAM)


def granted_condition(scope: Scope, grants: tuple[dict[str, int], ...]) -> Q:
    """Grants OR-ed whole. Rows of the same shape are merged, so 500 partners make one IN, not 500 ORs."""
    shapes: dict[tuple[str, ...], list[tuple[int, ...]]] = defaultdict(list)
    for limits in grants:
        reached = _reaching(scope, limits)
        if reached is None:
            continue
        if not reached:
            return EVERYTHING
        shapes[tuple(reached)].append(tuple(reached.values()))
    if not shapes:
        return NOTHING
    result = Q()
    for paths, rows in shapes.items():
        result |= _merged(paths, rows)
    return result


def _reaching(scope: Scope, limits: dict[str, int]) -> dict[str, int] | None:
    """Lookup path → key for one grant; None when the grant does not open this resource."""
    reached = {}
    for axis, value in limits.items():
        path = scope.paths[axis]
        if path == NOT_APPLICABLE:
            return None
        if path != ANY:
            reached[path] = value
    return reached


def _merged(paths: tuple[str, ...], rows: list[tuple[int, ...]]) -> Q:
    """`rows` of keys along `paths` as one Q: IN over the most varied path for each combination of the rest."""
    varied = max(range(len(paths)), key=lambda i: len({row[i] for row in rows}))
    groups: dict[tuple[int, ...], set[int]] = defaultdict(set)
    for row in rows:
        groups[row[:varied] + row[varied + 1 :]].add(row[varied])
    rest = paths[:varied] + paths[varied + 1 :]
    result = Q()
    for fixed, keys in groups.items():
        result |= Q(**{f"{paths[varied]}__in": sorted(keys)}, **dict(zip(rest, fixed, strict=True)))
    return result


def _written_by(path: str, user_id: int, *, with_team: bool) -> Q:
    mine = Q(**{path: user_id})
    return mine | Q(**{f"{path}__supervisor": user_id}) if with_team else mine


def repeats_rows(scope: Scope, q: Q) -> bool:
    """Whether `q` joins along a to-many path, so that it must be asked in a subquery."""
    return bool(scope.many_paths) and any(lookup.startswith(scope.many_paths) for lookup in _lookups(q))


def _lookups(q: Q):
    for child in q.children:
        if isinstance(child, Q):
            yield from _lookups(child)
        else:
            yield child[0]
