"""The kinds of pages that content itself has; what a kind is: content/delivery/kinds.py."""

from content.delivery.kinds import register
from content.kinds.news import NewsIndexKind, NewsKind
from content.kinds.reference import ContactsKind, FaqKind, LibraryKind
from content.kinds.text import HomeKind, SectionKind, StandardKind

OWN = (HomeKind, SectionKind, StandardKind, NewsIndexKind, NewsKind, FaqKind, LibraryKind, ContactsKind)


def register_own() -> None:
    for kind in OWN:
        register(kind())
