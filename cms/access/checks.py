"""The two readings of a declaration: `visible()` narrows a queryset, `allows()` answers for one object."""

from django.db import models
from django.db.models import QuerySet

from cms.access import permissions
from cms.access.holder import holder_of
from cms.access.levels import Level
from cms.access.query import EVERYTHING, NOTHING, condition, repeats_rows
from cms.access.scopes import GlobalScope


class Refused(Exception):
    """The object is visible, but the action is not allowed. Becomes 403 with the reason."""

    def __init__(self, name: str) -> None:
        self.permission = permissions.get(name)
        super().__init__(f"No right to: {self.permission.title}")


def visible(queryset: QuerySet, user, name: str) -> QuerySet:
    """The rows of `queryset` the user reaches by permission `name`; one query, no repeated rows."""
    wanted = permissions.get(name)
    if queryset.model is not wanted.scope.model:
        raise TypeError(f"{name} is a permission on {wanted.scope.model}, not on {queryset.model}.")
    holder = holder_of(user)
    q = condition(wanted.scope, holder.level(name), holder)
    if q is EVERYTHING:
        return queryset
    if q is NOTHING:
        return queryset.none()
    if repeats_rows(wanted.scope, q):
        return queryset.filter(pk__in=wanted.scope.model._base_manager.filter(q).values("pk"))
    return queryset.filter(q)


def allows(user, name: str, obj: models.Model | None = None) -> bool:
    """Whether the user may do `name` with `obj`; without an object, whether with any at all."""
    wanted = permissions.get(name)
    level = holder_of(user).level(name)
    if obj is None or isinstance(wanted.scope, GlobalScope):
        return level in wanted.scope.levels and level > Level.NONE
    return visible(wanted.scope.model._base_manager.filter(pk=obj.pk), user, name).exists()


def require(user, name: str, obj: models.Model | None = None) -> None:
    """Raise Refused unless the user may. Called after a save too, inside its transaction."""
    if not allows(user, name, obj):
        raise Refused(name)
