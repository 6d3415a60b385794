"""What can stand in the log: each action is declared once, with its name for people."""

from dataclasses import dataclass

from django.core.exceptions import ImproperlyConfigured
from django.utils.functional import Promise


@dataclass(frozen=True)
class Action:
    """`code` is "<app>.<what happened>", stable; `title` is for the reader of the log."""

    code: str
    title: str | Promise


_registry: dict[str, Action] = {}


def action(code: str, title: str | Promise) -> Action:
    """Declare an action, where it is recorded."""
    if code in _registry:
        raise ImproperlyConfigured(f"Action {code} is declared twice.")
    declared = _registry[code] = Action(code, title)
    return declared


def title_of(code: str) -> str:
    """The action's name, or its code when the app that declared it is not installed any more."""
    return str(_registry[code].title) if code in _registry else code


def declared() -> list[Action]:
    return sorted(_registry.values(), key=lambda known: known.code)
