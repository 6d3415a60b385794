"""Lists of news: all of a language, of a rubric, a tag, a year, or found by words. Plain values, ready for JSON."""

from typing import Any

from content.delivery.listed import COLUMNS, Wanted, cover_of, found, listed
from content.delivery.pictures import Pictures
from content.delivery.public import path_of
from content.delivery.tally import tally_of


def news_document(wanted: Wanted) -> dict[str, Any]:
    """`NewsList` of the schema: pinned ones, then the latest; a page past the end is empty.

    One query beside those of `listed` or `found`, where items have covers.
    """
    rows, count = found(wanted) if wanted.words else listed(wanted)
    pictures = Pictures(cards=(cover_of(row) for row in rows))
    return {
        "count": count,
        "page": wanted.page,
        "page_size": wanted.page_size,
        "results": [item_of(wanted.locale, row, pictures) for row in rows],
    }


def item_of(locale: str, row: tuple, pictures: Pictures) -> dict[str, Any]:
    """`NewsItem` of the schema, from a row of COLUMNS."""
    title, url_path, day, lead, cover, cover_alt, *rubric, pinned, _pk = row[: len(COLUMNS)]
    return {
        "title": title,
        "path": path_of(locale, url_path),
        "date": day,
        "intro": lead,
        "image": pictures.card(cover, cover_alt),
        "rubric": rubric_of(*rubric),
        "pinned": bool(pinned),
    }


def rubric_of(slug: str | None, name: str | None, live: bool | None) -> dict[str, str] | None:
    """`Topic` of the schema, from what RUBRIC names; None for one that nobody has published."""
    return {"slug": slug or "", "name": name or ""} if live else None


def facets(locale: str) -> tuple[list[dict[str, Any]], list[int]]:
    """`[{"slug", "name", "count"}]` of the rubrics in use, and the years with news, latest first. One query or none."""
    tally = tally_of(locale)
    return tally.rubrics(), tally.years()
