"""What a page points to outside itself: its translations, the pages above it and those it links to. One query."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.db.models import Q
from wagtail.models import Page

from cms.prepared import PreparedFor, text_slot
from content.delivery.finding import Found
from content.delivery.public import LANGUAGES, path_of, public


@dataclass(frozen=True)
class Relations:
    """`translations`: `[{"locale", "path"}]` of the live ones, itself included. `above`: `[{"title", "path"}]` of the
    pages above it, the front page first. `paths`: linked page → address.
    """

    translations: list[dict[str, str]]
    above: list[dict[str, str]]
    paths: dict[int, str]


MOST_ABOVE = 8  # pages above a page that its document names
_ABOVE = [f"above_{at}" for at in range(MOST_ABOVE)]


class Relative(NamedTuple):
    pk: int
    tree: str
    title: str
    translation_key: Any  # of the database's own type: compared with others of its kind only
    language: str
    url_path: str

    @property
    def path(self) -> str:
        return path_of(self.language, self.url_path)


def _families(keys: list[int]):
    """Every live translation of the given pages and of those at the places above."""
    given = Page.objects.filter(Q(pk__in=keys) | Q(path__in=[text_slot(name) for name in _ABOVE]))
    return (
        public(Page.objects)
        .filter(translation_key__in=given.values("translation_key"), depth__gt=1)
        .values_list("pk", "path", "title", "translation_key", "locale__language_code", "url_path")
    )


_FAMILIES = PreparedFor(_families)


def relations_of(page: Found, linked: Iterable[int]) -> Relations:
    """A link leads to the linked page's translation into the page's language, else to the linked page itself."""
    linked, places = set(linked), _places_above(page)
    rows = _FAMILIES.run([page.pk, *sorted(linked)], **dict(zip(_ABOVE, [*places, *[""] * MOST_ABOVE], strict=False)))
    relatives = [Relative(*row) for row in rows]
    return Relations(_translations(page, relatives), _above(places, relatives), _paths(page, linked, relatives))


def _places_above(page: Found) -> list[str]:
    """From the front page down to the parent."""
    ends = range(2 * Page.steplen, len(page.tree), Page.steplen)
    return [page.tree[:end] for end in ends][:MOST_ABOVE]


def _above(places: list[str], relatives: list[Relative]) -> list[dict[str, str]]:
    found = {relative.tree: relative for relative in relatives}
    return [{"title": found[place].title, "path": found[place].path} for place in places if place in found]


def _translations(page: Found, relatives: list[Relative]) -> list[dict[str, str]]:
    key = next((relative.translation_key for relative in relatives if relative.pk == page.pk), None)
    own = [relative for relative in relatives if relative.translation_key == key]
    own.sort(key=lambda relative: LANGUAGES.index(relative.language))
    return [{"locale": relative.language, "path": relative.path} for relative in own]


def _paths(page: Found, linked: set[int], relatives: list[Relative]) -> dict[int, str]:
    translated = {other.translation_key: other.path for other in relatives if other.language == page.language}
    targets = [relative for relative in relatives if relative.pk in linked]
    return {target.pk: translated.get(target.translation_key, target.path) for target in targets}
