"""The kinds of pages that content itself has; what a kind is: content/delivery/kinds.py."""

from content.delivery.kinds import register
from content.kinds.pages import HomeKind, NewsIndexKind, NewsKind, StandardKind

OWN = (HomeKind, StandardKind, NewsIndexKind, NewsKind)


def register_own() -> None:
    for kind in OWN:
        register(kind())
