"""The third reading of a declaration: who may see this object? Used to address events and notices."""

from collections import defaultdict
from collections.abc import Iterable

from django.contrib.auth import get_user_model
from django.db import models
from django.db.models import Max, Q

from cms.access import permissions
from cms.access.levels import Level
from cms.access.models import Grant
from cms.access.scopes import ANY, AXES, NOT_APPLICABLE, Scope
from cms.switches.people import only_of
from cms.switches.reading import off


def audience(name: str, obj: models.Model) -> set[int]:
    """Keys of the active users for whom `allows(user, name, obj)` holds.

    Four queries at the most, three more where the module is off for the people of a partner.
    """
    wanted, switched = permissions.get(name), off()
    if wanted.module in switched.everywhere:
        return set()
    levels = _without(switched.partners.get(wanted.module), _levels(name))
    within = {user for user, level in levels.items() if level < Level.ALL and level in wanted.scope.levels}
    everywhere = {user for user, level in levels.items() if level == Level.ALL}
    return everywhere | _within_grants(wanted.scope, obj, {user: levels[user] for user in within})


def _without(partners: frozenset[int] | None, levels: dict[int, int]) -> dict[int, int]:
    """The people but for those of partners that the module is switched off for."""
    if not partners:
        return levels
    closed = only_of(levels, partners)
    return {user: level for user, level in levels.items() if user not in closed}


def _levels(name: str) -> dict[int, int]:
    """User → level of the permission, for those who hold it at all."""
    of_this = Q(groups__role__levels__permission=name)
    active = get_user_model().objects.filter(is_active=True)
    held = active.annotate(level=Max("groups__role__levels__level", filter=of_this))
    held = held.filter(Q(level__gt=Level.NONE) | Q(is_superuser=True))
    rows = held.values_list("pk", "level", "is_superuser")
    return {user: Level.ALL if is_superuser else level for user, level, is_superuser in rows}


def _within_grants(scope: Scope, obj: models.Model, levels: dict[int, int]) -> set[int]:
    if not levels:
        return set()
    places = _places(scope, obj)
    writers = _writers(scope, places)
    return {
        user
        for user, limits in _grants(levels).items()
        if (levels[user] == Level.GRANTED or user in writers[levels[user]])
        and any(_opens(scope, limit, place) for limit in limits for place in places)
    }


def _places(scope: Scope, obj: models.Model) -> list[dict[str, int | None]]:
    """Every combination of axis keys at which the object lies, each with its author and their supervisor."""
    paths = {path for path in scope.paths.values() if path not in (ANY, NOT_APPLICABLE)}
    if scope.own != NOT_APPLICABLE:
        paths |= {scope.own, f"{scope.own}__supervisor"}
    return list(scope.model._base_manager.filter(pk=obj.pk).values(*paths).distinct()) if paths else [{}]


def _writers(scope: Scope, places: list[dict]) -> dict[int, set[int]]:
    """Level → who counts as the object's author."""
    authors = {place.get(scope.own) for place in places}
    supervisors = {place.get(f"{scope.own}__supervisor") for place in places}
    return {Level.OWN: authors, Level.TEAM: authors | supervisors}


def _grants(users: Iterable[int]) -> dict[int, list[dict]]:
    grants = defaultdict(list)
    for row in Grant.objects.in_force().filter(user__in=users).values("user", *AXES):
        grants[row.pop("user")].append({axis: key for axis, key in row.items() if key is not None})
    return grants


def _opens(scope: Scope, limits: dict[str, int], place: dict[str, int | None]) -> bool:
    for axis, key in limits.items():
        path = scope.paths[axis]
        if path == NOT_APPLICABLE or (path != ANY and place[path] != key):
            return False
    return True
