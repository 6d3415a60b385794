"""What a page points to outside itself: its translations and the pages it links to. One query for both."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q
from wagtail.models import Page

from content.delivery.finding import LANGUAGES, path_of, public
from content.models import PortalPage


@dataclass(frozen=True)
class Relations:
    """`translations`: `[{"locale", "path"}]` of the live ones, itself included. `paths`: linked page → address."""

    translations: list[dict[str, str]]
    paths: dict[int, str]


def relations_of(page: PortalPage, linked: Iterable[int]) -> Relations:
    """A link leads to the linked page's translation into the page's language, else to the linked page itself."""
    linked = set(linked)
    related = Q(translation_key=page.translation_key)
    if linked:
        related |= Q(translation_key__in=Page.objects.filter(pk__in=linked).values("translation_key"))
    found = list(public(Page.objects).filter(related, depth__gt=1).select_related("locale"))
    return Relations(_translations(page, found), _paths(page, linked, found))


def _translations(page: PortalPage, found: list[Page]) -> list[dict[str, str]]:
    own = [other for other in found if other.translation_key == page.translation_key]
    own.sort(key=lambda other: LANGUAGES.index(other.locale.language_code))
    return [{"locale": other.locale.language_code, "path": path_of(other)} for other in own]


def _paths(page: PortalPage, linked: set[int], found: list[Page]) -> dict[int, str]:
    in_language = {other.translation_key: path_of(other) for other in found if other.locale_id == page.locale_id}
    targets = {other.pk: other for other in found}
    key_of = {pk: targets[pk].translation_key for pk in linked if pk in targets}
    return {pk: in_language.get(key, path_of(targets[pk])) for pk, key in key_of.items()}
