"""Nobody gives what they do not have. See docs/adr/0012-nobody-gives-what-they-do-not-have.md.

A role or a grant may be given only if nothing the receiver reaches by it lies beyond the giver: no permission at a
higher level, no object outside the giver's own grants, no day after those have lapsed. Whoever configures the
matrix is above all of it: they could give themselves whatever is missing.
"""

from datetime import datetime
from functools import cached_property

from django.contrib.auth.models import Permission as WagtailPermission
from django.db.models import Max
from django.utils.translation import gettext as _

from cms.access import axes, permissions
from cms.access.checks import allows
from cms.access.holder import holder_of
from cms.access.levels import Level
from cms.access.matrix import MANAGE_ROLES
from cms.access.models import Grant, Role, RoleLevel
from cms.access.scopes import NOT_APPLICABLE, GlobalScope, Scope


class Beyond(Exception):
    """What somebody wants to give is more than they have. The text says what, in the reader's language."""


class Giver:
    """Somebody about to give or take; asks the database once about what they have."""

    def __init__(self, user) -> None:
        self.user = user

    @cached_property
    def is_above_all(self) -> bool:
        return allows(self.user, MANAGE_ROLES)

    @cached_property
    def is_bounded(self) -> bool:
        """Whether the giver's own grants narrow anything they may do."""
        return any(Level.NONE < self.level(p.name) < Level.ALL for p in axes.object_permissions())

    @cached_property
    def grants(self) -> list[Grant]:
        return list(Grant.objects.in_force().filter(user=self.user)) if self.user.is_active else []

    def level(self, name: str) -> Level:
        return holder_of(self.user).level(name)

    def require_grant(self, user, limits: dict[str, int], until: datetime | None = None) -> None:
        """Beyond unless the user may be given a grant with these limits (axis → key) until then (None: for good)."""
        if self.is_above_all:
            return
        self._require_seen(limits)
        covering = self._covering(limits, until)
        if not any(self.level(p.name) > Level.NONE for p in axes.object_permissions()):
            raise Beyond(_("You have no access of your own to give a part of."))
        if self.is_bounded and not covering:
            raise Beyond(_("This is not within your own grants."))
        held = levels_held(user)
        for declared in axes.object_permissions():
            if Level.NONE < held.get(declared.name, Level.NONE) < Level.ALL:
                self._require_reach(declared, held[declared.name], [(limits, covering)])

    def require_role(self, user, role: Role) -> None:
        """Beyond unless the user may be given the role, with the grants they hold."""
        if self.is_above_all:
            return
        self._require_side_rights(role)
        held, levels = levels_held(user), _levels(role)
        raised = {name: level for name, level in levels.items() if level > held.get(name, Level.NONE)}
        theirs = Grant.objects.not_over().filter(user=user)
        covered = [(grant.limits, self._covering(grant.limits, grant.valid_until)) for grant in theirs]
        for name, level in raised.items():
            self._require_reach(permissions.get(name), level, covered)

    def require_taking(self, role: Role) -> None:
        """Beyond unless the role is one the giver stands above; nobody disarms their own administrator."""
        if self.is_above_all:
            return
        for name, level in _levels(role).items():
            self._require_level(permissions.get(name), level)

    def _require_seen(self, limits: dict[str, int]) -> None:
        for name, key in limits.items():
            if not axes.get(name).objects_for(self.user).filter(pk=key).exists():
                raise Beyond(_("There is no such object among those you see."))

    def _require_side_rights(self, role: Role) -> None:
        """Roles may open the Wagtail admin and its pages too."""
        rights = WagtailPermission.objects.filter(group=role.group).values_list("content_type__app_label", "codename")
        if not self.user.has_perms([f"{app}.{code}" for app, code in rights]) or _edits_pages(role):
            raise Beyond(_("This role opens parts of the admin that you do not open yourself."))

    def _require_level(self, declared: permissions.Permission, level: Level) -> None:
        if self.level(declared.name) < level:
            values = {"permission": declared.title, "level": level.label}
            raise Beyond(_("You do not have “%(permission)s” at the level “%(level)s” yourself.") % values)

    def _require_reach(self, declared: permissions.Permission, level: Level, covered: list[tuple]) -> None:
        """`covered`: limits of a grant of the receiver's, and the giver's own grants that contain it."""
        self._require_level(declared, level)
        if isinstance(declared.scope, GlobalScope) or self.level(declared.name) == Level.ALL:
            return
        for limits, covering in covered:
            if _opens(declared.scope, limits) and not any(_opens(declared.scope, own.limits) for own in covering):
                values = {"permission": declared.title}
                raise Beyond(_("“%(permission)s” would reach beyond your own grants.") % values)

    def _covering(self, limits: dict[str, int], until: datetime | None) -> list[Grant]:
        placed = placed_limits(limits)
        return [own for own in self.grants if _lasts(own, until) and own.limits.items() <= placed.items()]


def placed_limits(limits: dict[str, int]) -> dict[str, int]:
    """The limits with all that follows from them: a contract lies with its partner and in the partner's region."""
    placed = dict(limits)
    for name, key in limits.items():
        paths = axes.get(name).outer_paths()
        row = axes.get(name).model._base_manager.filter(pk=key).values(*paths.values()).first() if paths else None
        for outer, path in paths.items():
            if row and row[path] is not None:
                placed.setdefault(outer, row[path])
    return placed


def levels_held(user) -> dict[str, Level]:
    """The levels of a user's roles, of a blocked user's too: they may be let in again."""
    rows = RoleLevel.objects.filter(role__group__user=user).values("permission").annotate(highest=Max("level"))
    known = permissions.names()
    return {row["permission"]: Level(row["highest"]) for row in rows if row["permission"] in known}


def _levels(role: Role) -> dict[str, Level]:
    known = permissions.names()
    rows = role.levels.filter(level__gt=Level.NONE).values_list("permission", "level")
    return {name: Level(level) for name, level in rows if name in known}


def _edits_pages(role: Role) -> bool:
    return role.group.page_permissions.exists() or role.group.collection_permissions.exists()


def _lasts(own: Grant, until: datetime | None) -> bool:
    return own.valid_until is None or (until is not None and until <= own.valid_until)


def _opens(scope: Scope, limits: dict[str, int]) -> bool:
    return all(scope.paths[name] != NOT_APPLICABLE for name in limits)
