"""What is around every page, as one document: menus, contacts, the legal line, banners for everybody."""

from datetime import datetime
from typing import Any, NamedTuple

from django.conf import settings
from wagtail.models import Page
from wagtail.whitelist import check_url

from content.delivery.banners import public_banners
from content.delivery.links import link_of, places_of
from content.delivery.public import path_of, public
from content.models import SiteFrame

DEEPEST = 4  # the front page, those below it, and those below them
STEP = Page.steplen


class SiteDocument(NamedTuple):
    """`data`: `Site` of the schema. `until`: when it changes by the clock, if it does."""

    data: dict[str, Any]
    until: datetime | None


def site_document(locale: str) -> SiteDocument:
    """The texts are those of `locale`, or of the original where that is not translated; `language` says which."""
    frame = _frame(locale)
    own = frame is not None and frame.locale.language_code == locale
    header, footer = _raw(frame.header) if own else [], _raw(frame.footer) if frame else []
    places = places_of(_pages([*header, *footer]), locale)
    banners = public_banners(locale)
    data = {
        "locale": locale,
        "language": frame.locale.language_code if frame else locale,
        "name": settings.WAGTAIL_SITE_NAME,
        "tagline": frame.tagline if frame else "",
        "menus": {
            "header": _header(header, places, locale) if header else _marked_pages(locale),
            "footer": _footer(footer, places, locale),
        },
        "contacts": {name: getattr(frame, name, "") for name in ("phone", "email", "address", "hours")},
        "social": [page for page in (_raw(frame.social) if frame else []) if check_url(page["url"])],
        "legal": frame.legal if frame else "",
        "banners": banners.banners,
    }
    return SiteDocument(data, banners.until)


def _frame(locale: str) -> SiteFrame | None:
    """In `locale`, else the original: the one that was made first."""
    live = list(SiteFrame.objects.filter(live=True).order_by("pk").select_related("locale"))
    return next((frame for frame in live if frame.locale.language_code == locale), live[0] if live else None)


def _raw(stream) -> list[dict[str, Any]]:
    return [raw["value"] for raw in stream.raw_data]


def _items(raw: dict[str, Any], name: str) -> list[dict[str, Any]]:
    return [item["value"] for item in raw.get(name) or []]


def _pages(entries: list[dict[str, Any]]) -> list[int | None]:
    below = [link.get("page") for entry in entries for name in ("children", "links") for link in _items(entry, name)]
    return [entry.get("page") for entry in entries] + below


def _header(entries: list[dict[str, Any]], places, locale: str) -> list[dict[str, Any]]:
    """An entry whose page is not there in this language goes with all that is below it."""
    links = [(link_of(entry, places, locale), _items(entry, "children")) for entry in entries]
    return [{**link, "children": _links(children, places, locale)} for link, children in links if link]


def _footer(columns: list[dict[str, Any]], places, locale: str) -> list[dict[str, Any]]:
    filled = [(column, _links(_items(column, "links"), places, locale)) for column in columns]
    return [{"title": column.get("title") or "", "links": links} for column, links in filled if links]


def _links(raw: list[dict[str, Any]], places, locale: str) -> list[dict[str, str]]:
    return [link for each in raw if (link := link_of(each, places, locale))]


def _marked_pages(locale: str) -> list[dict[str, Any]]:
    """Pages marked "show in menus", in their order; those of the third level below their parent, if it is marked."""
    marked = public(Page.objects).filter(locale__language_code=locale, show_in_menus=True)
    rows = marked.filter(depth__gt=1, depth__lte=DEEPEST).order_by("path").values_list("path", "title", "url_path")
    entries: dict[str, dict[str, Any]] = {}
    for tree_path, title, url_path in rows:
        link = {"title": title, "path": path_of(locale, url_path)}
        if len(tree_path) < DEEPEST * STEP:
            entries[tree_path] = {**link, "children": []}
        elif parent := entries.get(tree_path[:-STEP]):
            parent["children"].append(link)
    return list(entries.values())
