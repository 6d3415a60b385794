"""The registry of permissions. A module declares its own in `rules.py`; a misspelt name raises."""

from dataclasses import dataclass, field

import rules
from django.core.exceptions import ImproperlyConfigured
from django.utils.functional import Promise

from cms.access.levels import Level
from cms.access.roles import TITLES
from cms.access.scopes import GlobalScope, Scope


@dataclass(frozen=True)
class Permission:
    """`name` is "<module>.<action>"; `default` maps a role's code to the level it is shipped with."""

    name: str
    scope: Scope | GlobalScope
    title: str | Promise
    default: dict[str, Level] = field(default_factory=dict)

    @property
    def module(self) -> str:
        return self.name.split(".")[0]


class UnknownPermission(LookupError):
    """Nobody declared a permission of this name."""


_registry: dict[str, Permission] = {}


def permission(name: str, scope: Scope | GlobalScope, title: str | Promise, *, default: dict[str, Level]) -> Permission:
    """Declare a permission and its shipped levels; roles that `default` does not name have none."""
    if name in _registry:
        raise ImproperlyConfigured(f"Permission {name} is declared twice.")
    for role, level in default.items():
        _check_default(name, scope, role, level)
    declared = _registry[name] = Permission(name, scope, title, default)
    _add_rule(declared)
    return declared


def get(name: str) -> Permission:
    """The permission called `name`; raises UnknownPermission."""
    try:
        return _registry[name]
    except KeyError:
        raise UnknownPermission(f"No permission is called {name!r}.") from None


def declared() -> list[Permission]:
    """All permissions in the order of their modules' declarations."""
    return list(_registry.values())


def _check_default(name: str, scope: Scope | GlobalScope, role: str, level: Level) -> None:
    if role not in TITLES:
        raise ImproperlyConfigured(f"Permission {name}: no role is called {role!r}.")
    if level not in scope.levels:
        raise ImproperlyConfigured(f"Permission {name}: level {level.name} makes no sense for its resource.")


def _add_rule(declared: Permission) -> None:
    """Make the permission known to `rules`, so that Django's and Wagtail's own checks reach it."""

    @rules.predicate(name=declared.name)
    def allowed(user, obj=None):
        from cms.access.checks import allows

        return allows(user, declared.name, obj)

    rules.add_perm(declared.name, allowed)


def names() -> set[str]:
    """Names of all declared permissions."""
    return set(_registry)
