"""Why may somebody do something, or why not? The level and the role it comes from, the grants, axis by axis.

The verdict is that of `allows()`: it comes from the same condition, asked of one grant at a time.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from django.contrib.auth import get_user_model
from django.db.models import Model, Q
from django.utils.translation import gettext as _

from cms.access import axes, permissions
from cms.access.checks import visible
from cms.access.choosers import found
from cms.access.delegation import Giver
from cms.access.holder import Holder, holder_of
from cms.access.levels import Level
from cms.access.models import Grant, Role, RoleLevel
from cms.access.query import condition
from cms.access.roles import GUEST
from cms.access.scopes import ANY, NOT_APPLICABLE, GlobalScope, Scope

SHOWN_GRANTS = 50


class Verdict(StrEnum):
    """What one axis of a grant says about the object."""

    MATCHES = "matches"  # the object lies there
    DIFFERS = "differs"  # it lies elsewhere
    PASSED_OVER = "passed_over"  # the axis does not narrow this kind of object
    CLOSED = "closed"  # a grant limited on this axis does not open this kind of object


@dataclass(frozen=True)
class AxisCheck:
    """One limit of a grant: the axis, what it is limited to, and what that means for the object."""

    axis: str
    limit: str
    verdict: Verdict


@dataclass(frozen=True)
class GrantCheck:
    """`opens`: this grant alone lets the person through, at their level."""

    grant: Grant
    opens: bool
    axes: list[AxisCheck]


@dataclass(frozen=True)
class Explanation:
    """`levels`: each role with the level it gives. `missing`: what stands in the way, in words; empty if allowed."""

    permission: permissions.Permission
    allowed: bool
    level: Level
    levels: list[tuple[Role, Level]]
    grants: list[GrantCheck] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)

    @property
    def opening(self) -> GrantCheck | None:
        return next((check for check in self.grants if check.opens), None)


def explain(user, name: str, obj: Model | None = None) -> Explanation:
    """The answer of `allows(user, name, obj)` with its reasons. UnknownPermission for a name nobody declared."""
    declared = permissions.get(name)
    level = holder_of(user).level(name)
    levels = _levels(user, name)
    sensible = level in declared.scope.levels and level > Level.NONE
    if holder_of(user).is_off(name):
        return Explanation(declared, False, level, levels, missing=[_("The module is switched off for them.")])
    if not sensible:
        return Explanation(declared, False, level, levels, missing=[_no_level(user, levels)])
    if obj is None or isinstance(declared.scope, GlobalScope):
        return Explanation(declared, True, level, levels)
    if not declared.scope.model._base_manager.filter(pk=obj.pk).exists():
        return Explanation(declared, False, level, levels, missing=[_("There is no such object any more.")])
    if level == Level.ALL:
        return Explanation(declared, True, level, levels)
    checks = _grants(user, declared.scope, level, obj)
    allowed = any(check.opens for check in checks)
    missing = [] if allowed else _missing(user, declared.scope, level, obj, checks)
    return Explanation(declared, allowed, level, levels, checks, missing)


def candidates(asker, name: str, words: str) -> list[Model]:
    """Objects of the permission's kind with this key, number or name, that the asker may see; ten at most."""
    model = permissions.get(name).scope.model
    words = words.replace("\x00", "").strip()
    if model is None or not words:
        return []
    objects = model._default_manager.order_by("pk")
    if not Giver(asker).is_above_all:
        to_see = next(p for p in permissions.declared() if p.scope.model is model)
        objects = visible(objects, asker, to_see.name)
    return _with_key(objects, words) or list(found(objects, words)[:10])


def _with_key(objects, text: str) -> list[Model]:
    try:
        key = objects.model._meta.pk.to_python(text)
    except Exception:
        return []
    return list(objects.filter(pk=key))


def _levels(user, name: str) -> list[tuple[Role, Level]]:
    """Each of the user's roles with its level; the guest's for whoever is not signed in, or blocked."""
    roles = Role.objects.select_related("group").order_by("pk")
    counted = user.is_authenticated and user.is_active
    roles = list(roles.filter(group__user=user) if counted else roles.filter(code=GUEST))
    stored = dict(RoleLevel.objects.filter(role__in=roles, permission=name).values_list("role_id", "level"))
    return [(role, Level(stored.get(role.pk, Level.NONE))) for role in roles]


def _no_level(user, levels: list[tuple[Role, Level]]) -> str:
    if user.is_authenticated and not user.is_active:
        return _("The account is blocked: it is treated like somebody who is not signed in.")
    if not levels:
        return _("The person has no role.")
    return _("None of the roles gives this permission: %(roles)s.") % {
        "roles": ", ".join(role.title for role, _level in levels)
    }


def _grants(user, scope: Scope, level: Level, obj: Model) -> list[GrantCheck]:
    """Each grant in force, asked alone; those that open the object first."""
    if not user.is_authenticated or not user.is_active:
        return []
    grants = list(Grant.objects.in_force().filter(user=user).order_by("pk"))
    names = axes.names_of(grant.limits for grant in grants)
    checks = []
    for grant in grants:
        alone = Holder(user.pk, {}, (grant.limits,))
        opens = _matches(scope, obj, condition(scope, level, alone))
        told = axes.told(grant.limits, names)
        shown = len(checks) < SHOWN_GRANTS
        limits = [_axis(scope, obj, axis, key, told[axis]) for axis, key in grant.limits.items()] if shown else []
        checks.append(GrantCheck(grant, opens, limits))
    return sorted(checks, key=lambda check: not check.opens)


def _axis(scope: Scope, obj: Model, axis: str, key: int, name: str) -> AxisCheck:
    path = scope.paths[axis]
    title = next((str(known.title) for known in axes.declared() if known.name == axis), axis)
    if path == ANY:
        return AxisCheck(title, name, Verdict.PASSED_OVER)
    if path == NOT_APPLICABLE:
        return AxisCheck(title, name, Verdict.CLOSED)
    matches = _matches(scope, obj, Q(**{path: key}))
    return AxisCheck(title, name, Verdict.MATCHES if matches else Verdict.DIFFERS)


def _matches(scope: Scope, obj: Model, q: Q) -> bool:
    return scope.model._base_manager.filter(q, pk=obj.pk).exists()


def _missing(user, scope: Scope, level: Level, obj: Model, checks: list[GrantCheck]) -> list[str]:
    """What would have to be different."""
    said = []
    within = any(_matches(scope, obj, condition(scope, Level.GRANTED, _alone(user, check))) for check in checks)
    if not checks:
        said.append(_("The person has no grant that is in force."))
        said += _waiting(user)
    elif not within:
        said.append(_("None of the person's grants leads to this object."))
    if level in (Level.OWN, Level.TEAM) and not _written(user, scope, level, obj):
        said.append(_not_written(scope, level, obj))
    return said


def _alone(user, check: GrantCheck) -> Holder:
    return Holder(user.pk, {}, (check.grant.limits,))


def _waiting(user) -> list[str]:
    if not user.is_authenticated:
        return []
    theirs = Grant.objects.filter(user=user)
    future = theirs.not_over().exclude(pk__in=theirs.in_force().values("pk")).count()
    over = theirs.exclude(pk__in=theirs.not_over().values("pk")).count()
    said = [_("Yet to begin: %(number)d.") % {"number": future}] if future else []
    return said + ([_("Over: %(number)d.") % {"number": over}] if over else [])


def _written(user, scope: Scope, level: Level, obj: Model) -> bool:
    unlimited = Holder(user.pk, {}, ({},))
    return _matches(scope, obj, condition(scope, level, unlimited))


def _not_written(scope: Scope, level: Level, obj: Model) -> str:
    keys = scope.model._base_manager.filter(pk=obj.pk).values_list(scope.own, flat=True)
    author = get_user_model().objects.filter(pk__in=keys).first()
    who = str(author) if author else "–"
    if level == Level.OWN:
        return _("It was written by %(author)s; the level reaches what the person wrote.") % {"author": who}
    return _("It was written by %(author)s, whom the person does not supervise.") % {"author": who}
