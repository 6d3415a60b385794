"""Links of menus and banners as readers get them: a page in the reader's language, a screen below it."""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from wagtail.models import Page
from wagtail.whitelist import check_url

from content.delivery.public import path_of, public


class Place(NamedTuple):
    title: str
    path: str


def places_of(pages: Iterable[int | None], locale: str) -> dict[int, Place]:
    """Page → what readers of `locale` have in its place; without those they have nothing for. Two queries or none."""
    wanted = {pk for pk in pages if pk}
    if not wanted:
        return {}
    keys = dict(Page.objects.filter(pk__in=wanted, depth__gt=1).values_list("pk", "translation_key"))
    there = public(Page.objects).filter(translation_key__in=keys.values(), locale__language_code=locale, depth__gt=1)
    rows = there.values_list("translation_key", "title", "url_path")
    places = {key: Place(title, path_of(locale, url_path)) for key, title, url_path in rows}
    return {pk: places[key] for pk, key in keys.items() if key in places}


def address_of(url: str, locale: str) -> str | None:
    """A screen of the portal gets the reader's language before it; None for what no browser should follow."""
    if url.startswith("/"):
        return None if url.startswith("//") else f"/{locale}{url}"
    return check_url(url)


def link_of(raw: Mapping[str, Any], places: Mapping[int, Place], locale: str) -> dict[str, str] | None:
    """A stored MenuLinkBlock as `{"title", "path"}`; None where it leads to nothing in this language."""
    if raw.get("url"):
        return whole_link(raw.get("title") or "", address_of(raw["url"], locale))
    place = places.get(raw.get("page") or 0)
    return place and {"title": raw.get("title") or place.title, "path": place.path}


def whole_link(title: str, path: str | None) -> dict[str, str] | None:
    return {"title": title, "path": path} if title and path else None
