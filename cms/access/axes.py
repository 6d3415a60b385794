"""What an axis of a grant points to, so that a form can offer names instead of keys."""

from dataclasses import dataclass

from django.core.exceptions import ImproperlyConfigured
from django.db import models
from django.utils.functional import Promise

from cms.access.scopes import AXES


@dataclass(frozen=True)
class Axis:
    name: str
    model: type[models.Model]
    title: str | Promise


_registry: dict[str, Axis] = {}


def axis(name: str, model: type[models.Model], title: str | Promise) -> None:
    """Declare, in a module's `rules.py`, which model the axis `name` points to."""
    if name not in AXES or name in _registry:
        raise ImproperlyConfigured(f"Axis {name!r} is unknown or declared twice.")
    _registry[name] = Axis(name, model, title)


def declared() -> list[Axis]:
    """Axes of the installed modules, in the order of AXES."""
    return [_registry[name] for name in AXES if name in _registry]
