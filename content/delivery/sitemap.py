"""The site's map for search engines: every public page with its translations. Sections, when there are many pages."""

from collections import defaultdict
from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from wagtail.models import Page

from content.delivery.public import LANGUAGES, absolute, path_of, public
from content.delivery.xml import Writer

SECTION = 10_000  # addresses; the format allows five times as many, but a crawler's patience does not
SITEMAPS = "http://www.sitemaps.org/schemas/sitemap/0.9"
XHTML = "http://www.w3.org/1999/xhtml"
COLUMNS = ["translation_key", "locale__language_code", "url_path", "last_published_at"]

Row = tuple[Any, str, str, datetime | None]


def whole() -> bytes:
    """The map itself, or the list of its sections when it is large. Two queries."""
    count = _pages().count()
    return _index(-(-count // SECTION)) if count > SECTION else section(1)


def section(number: int) -> bytes | None:
    """Section `number` from 1; None past the end. Two queries."""
    rows: list[Row] = list(_pages()[(number - 1) * SECTION : number * SECTION])
    if not rows and number > 1:
        return None
    writer = Writer()
    writer.open("urlset", **{"xmlns": SITEMAPS, "xmlns:xhtml": XHTML})
    families = _families(rows)
    for row in rows:
        _write(writer, row, families[row[0]])
    writer.close("urlset")
    return writer.bytes()


def _index(sections: int) -> bytes:
    writer = Writer()
    writer.open("sitemapindex", xmlns=SITEMAPS)
    for number in range(1, sections + 1):
        writer.open("sitemap")
        writer.element("loc", absolute(f"/sitemap-{number}.xml"))
        writer.close("sitemap")
    writer.close("sitemapindex")
    return writer.bytes()


def _pages() -> QuerySet:
    """Translations of one page side by side."""
    return public(Page.objects).filter(depth__gt=1).order_by("translation_key", "pk").values_list(*COLUMNS)


def _families(rows: list[Row]) -> dict[Any, list[tuple[str, str]]]:
    """Key of a page → language and address of each of its translations, those of the neighbouring sections too."""
    families = defaultdict(list)
    if rows:
        first, last = rows[0][0], rows[-1][0]
        for key, language, url_path, _published in _pages().filter(translation_key__range=(first, last)):
            families[key].append((language, absolute(path_of(language, url_path))))
    return families


def _write(writer: Writer, row: Row, family: list[tuple[str, str]]) -> None:
    _key, language, url_path, published = row
    writer.open("url")
    writer.element("loc", absolute(path_of(language, url_path)))
    if published:
        writer.element("lastmod", published.isoformat(timespec="seconds"))
    if len(family) > 1:
        for other, address in sorted(family, key=lambda each: LANGUAGES.index(each[0])):
            writer.element("xhtml:link", rel="alternate", hreflang=other, href=address)
    writer.close("url")
