"""What an axis of a grant points to, so that a form can offer names instead of keys."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.core.exceptions import ImproperlyConfigured
from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from cms.access import permissions
from cms.access.checks import visible
from cms.access.scopes import ANY, AXES, NOT_APPLICABLE, GlobalScope, Scope


@dataclass(frozen=True)
class Axis:
    name: str
    model: type[models.Model]
    title: str | Promise

    @property
    def seen_by_permission(self) -> permissions.Permission | None:
        """The permission to see its objects: the first that was declared for their model."""
        return next((p for p in permissions.declared() if p.scope.model is self.model), None)

    @property
    def scope(self) -> Scope | None:
        return self.seen_by_permission and self.seen_by_permission.scope

    def objects_for(self, user) -> models.QuerySet:
        """What the user may choose on this axis; everything where the objects are no secret of anybody's."""
        everything = self.model._default_manager.all()
        return visible(everything, user, self.seen_by_permission.name) if self.seen_by_permission else everything

    def inside(self, outer: str, key: int) -> models.QuerySet:
        """The objects of this axis that lie within one of another: the partners of a region."""
        return self.model._default_manager.filter(**{self.scope.paths[outer]: key})

    def outer_paths(self) -> dict[str, str]:
        """Other axes on which an object of this one has exactly one place: a contract's partner and region."""
        if self.scope is None:
            return {}
        own = (ANY, NOT_APPLICABLE, "pk")
        return {
            name: path
            for name, path in self.scope.paths.items()
            if name != self.name and path not in own and path not in self.scope.many_paths
        }


_registry: dict[str, Axis] = {}


def axis(name: str, model: type[models.Model], title: str | Promise) -> None:
    """Declare, in a module's `rules.py`, which model the axis `name` points to."""
    if name not in AXES or name in _registry:
        raise ImproperlyConfigured(f"Axis {name!r} is unknown or declared twice.")
    _registry[name] = Axis(name, model, title)


def declared() -> list[Axis]:
    """Axes of the installed modules, in the order of AXES."""
    return [_registry[name] for name in AXES if name in _registry]


def get(name: str) -> Axis:
    """The axis; KeyError while no module has declared it."""
    return _registry[name]


def object_permissions() -> list[permissions.Permission]:
    """The permissions that levels below "all" and grants make a difference to."""
    return [p for p in permissions.declared() if not isinstance(p.scope, GlobalScope)]


def names_of(rows: Iterable[dict[str, int]]) -> dict[tuple[str, int], str]:
    """Names of everything these limits (axis → key) lead to; a query for each axis that occurs."""
    keys: dict[str, set[int]] = {}
    for limits in rows:
        for name, key in limits.items():
            keys.setdefault(name, set()).add(key)
    found = {}
    for name, wanted in keys.items():
        if name in _registry:
            objects = _registry[name].model._default_manager.in_bulk(wanted)
            found |= {(name, key): str(obj) for key, obj in objects.items()}
    return found


def told(limits: dict[str, int], names: dict[tuple[str, int], str]) -> dict[str, str]:
    """Axis → name; the key where it leads nowhere (any more)."""
    return {
        name: names.get((name, key)) or _("no longer there: %(key)s") % {"key": key} for name, key in limits.items()
    }
