"""What a conversation may be about besides the client in general: one of its orders.

A module that has orders declares them in its `conversations.py`; without one, orders are keys that lead nowhere.
"""

from dataclasses import dataclass

from django.core.exceptions import ImproperlyConfigured
from django.db import models
from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery, Value

from cms.access.audience import audience
from cms.access.checks import visible
from cms.access.holder import holder_of
from cms.access.levels import Level


@dataclass(frozen=True)
class Subject:
    """`model` has a `number` people call it by and a `partner`; who holds `permission` for it may speak about it."""

    model: type[models.Model]
    permission: str


_declared: list[Subject] = []


def about(model: type[models.Model], permission: str) -> None:
    """Declare what conversations are about."""
    if _declared:
        raise ImproperlyConfigured("What conversations are about is declared twice.")
    _declared.append(Subject(model, permission))


def seen_by(user) -> Q:
    """Conversations about nothing in particular, about what the user sees, and about what the portal does not have."""
    for subject in _declared:
        if holder_of(user).level(subject.permission) < Level.ALL:
            known = subject.model._base_manager.filter(pk=OuterRef("order"))
            seen = visible(known, user, subject.permission)
            return Q(order=None) | Exists(seen) | ~Exists(known)
    return Q()


def found(user, key) -> models.Model | None:
    """The order, if there is one that the user sees."""
    for subject in _declared:
        return visible(subject.model._base_manager.filter(pk=key), user, subject.permission).first()
    return None


def people_of(key) -> set[int] | None:
    """Who sees the order; None where the portal has no such order, so that it narrows nothing."""
    for subject in _declared:
        if order := subject.model._base_manager.filter(pk=key).first():
            return audience(subject.permission, order)
    return None


def number() -> Subquery | Value:
    """An expression for a conversation: the number of its order, or None."""
    for subject in _declared:
        orders: QuerySet = subject.model._base_manager.filter(pk=OuterRef("order"))
        return Subquery(orders.values("number")[:1])
    return Value(None, output_field=models.CharField(null=True))
