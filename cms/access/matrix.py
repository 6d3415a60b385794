"""The matrix of levels: read a role's row, compare it with its defaults, change it."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib.auth import get_user_model
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cms import audit
from cms.access import permissions
from cms.access.invalidation import changed
from cms.access.levels import Level
from cms.access.models import Role, RoleLevel

MANAGE_ROLES = "access.manage_roles"

LEVELS_CHANGED = audit.action("access.levels_changed", _("Levels of a role changed"))


class Outdated(Exception):
    """Somebody else changed these levels since they were shown."""


class NobodyLeft(Exception):
    """Nobody could configure roles any more."""


@dataclass(frozen=True)
class Change:
    """One cell of the matrix, from → to."""

    permission: permissions.Permission
    was: Level
    now: Level


def levels_of(role: Role) -> dict[str, Level]:
    """Permission → level, for every declared one. A stored level that makes no sense (any more) opens nothing."""
    stored = dict(role.levels.values_list("permission", "level"))
    return {declared.name: _sensible(declared, stored.get(declared.name, 0)) for declared in permissions.declared()}


def levels_of_all(roles: Iterable[Role]) -> dict[int, dict[str, Level]]:
    """The same for several roles, by the role's key; one query."""
    found: dict[int, dict[str, int]] = {role.pk: {} for role in roles}
    rows = RoleLevel.objects.filter(role__in=found).values_list("role_id", "permission", "level")
    for role, name, level in rows:
        found[role][name] = level
    return {
        role: {p.name: _sensible(p, levels.get(p.name, 0)) for p in permissions.declared()}
        for role, levels in found.items()
    }


def defaults_of(role: Role) -> dict[str, Level]:
    """What is shipped for the role, or for the one it was copied from."""
    return {declared.name: Level(declared.default.get(role.origin, 0)) for declared in permissions.declared()}


def changes(was: dict[str, Level], now: dict[str, Level]) -> list[Change]:
    """The cells that differ, in the order of the matrix."""
    return [
        Change(declared, was[declared.name], now[declared.name])
        for declared in permissions.declared()
        if now.get(declared.name, was[declared.name]) != was[declared.name]
    ]


@transaction.atomic
def levels_change(*, role: Role, wanted: list[Change]) -> None:
    """Set these cells, with an entry in the audit log; counts with everybody's next request.

    Outdated, and nothing is changed, unless each cell still has the level it is changed from. NobodyLeft if no
    active user could open the matrix afterwards.
    """
    role = Role.objects.select_for_update().get(pk=role.pk)
    current = levels_of(role)
    if any(current[change.permission.name] != change.was for change in wanted):
        raise Outdated
    RoleLevel.objects.bulk_create(
        [RoleLevel(role=role, permission=change.permission.name, level=change.now) for change in wanted],
        update_conflicts=True,
        unique_fields=["role", "permission"],
        update_fields=["level"],
    )
    changed(groups__role=role)
    require_an_administrator()
    audit.record(
        LEVELS_CHANGED,
        target=role,
        before={change.permission.name: change.was.name.lower() for change in wanted},
        after={change.permission.name: change.now.name.lower() for change in wanted},
    )


def require_an_administrator() -> None:
    """NobodyLeft unless some active user may configure roles; asked after a change, inside its transaction."""
    of_this = Q(groups__role__levels__permission=MANAGE_ROLES, groups__role__levels__level=Level.ALL)
    if not get_user_model().objects.filter(of_this | Q(is_superuser=True), is_active=True).exists():
        raise NobodyLeft


def holders_of(role: Role) -> int:
    """How many active users have the role."""
    return role.group.user_set.filter(is_active=True).count()


def _sensible(declared: permissions.Permission, level: int) -> Level:
    return Level(level) if level in declared.scope.levels else Level.NONE
