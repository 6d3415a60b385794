"""What a page points to outside itself: its translations and the pages it links to. One query for both."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple

from wagtail.models import Page

from cms.prepared import PreparedFor
from content.delivery.finding import Found
from content.delivery.public import LANGUAGES, path_of, public


@dataclass(frozen=True)
class Relations:
    """`translations`: `[{"locale", "path"}]` of the live ones, itself included. `paths`: linked page → address."""

    translations: list[dict[str, str]]
    paths: dict[int, str]


class Relative(NamedTuple):
    pk: int
    translation_key: Any  # of the database's own type: compared with others of its kind only
    language: str
    url_path: str

    @property
    def path(self) -> str:
        return path_of(self.language, self.url_path)


# Every live translation of the given pages.
_FAMILIES = PreparedFor(
    lambda keys: (
        public(Page.objects)
        .filter(translation_key__in=Page.objects.filter(pk__in=keys).values("translation_key"), depth__gt=1)
        .values_list("pk", "translation_key", "locale__language_code", "url_path")
    )
)


def relations_of(page: Found, linked: Iterable[int]) -> Relations:
    """A link leads to the linked page's translation into the page's language, else to the linked page itself."""
    linked = set(linked)
    relatives = [Relative(*row) for row in _FAMILIES.run([page.pk, *sorted(linked)])]
    return Relations(_translations(page, relatives), _paths(page, linked, relatives))


def _translations(page: Found, relatives: list[Relative]) -> list[dict[str, str]]:
    key = next((relative.translation_key for relative in relatives if relative.pk == page.pk), None)
    own = [relative for relative in relatives if relative.translation_key == key]
    own.sort(key=lambda relative: LANGUAGES.index(relative.language))
    return [{"locale": relative.language, "path": relative.path} for relative in own]


def _paths(page: Found, linked: set[int], relatives: list[Relative]) -> dict[int, str]:
    translated = {other.translation_key: other.path for other in relatives if other.language == page.language}
    targets = [relative for relative in relatives if relative.pk in linked]
    return {target.pk: translated.get(target.translation_key, target.path) for target in targets}
