"""Pages of one language that have the words a reader is looking for."""

from typing import Any

from wagtail.models import Page

from content.delivery.finding import Found, pages_found
from content.delivery.public import public
from content.search.excerpts import excerpt, marked
from content.search.matching import matching
from content.search.words import beginnings


def search_document(question: str, locale: str, page: int, page_size: int) -> dict[str, Any]:
    """`SearchResults` of the schema, the best first; a page past the end is empty. Three queries."""
    words = beginnings(question, locale)
    keys = _public(matching(words, locale))
    results = [_result(each, words) for each in pages_found(keys[(page - 1) * page_size : page * page_size])]
    return {"count": len(keys), "page": page, "page_size": page_size, "results": results}


def _public(keys: list[int]) -> list[int]:
    for_everybody = set(public(Page.objects).filter(pk__in=keys, depth__gt=1).values_list("pk", flat=True))
    return [key for key in keys if key in for_everybody]


def _result(page: Found, words: list[str]) -> dict[str, Any]:
    return {
        "type": page.type,
        "path": page.path,
        "date": page.date,
        "title": marked(page.title, words),
        "excerpt": excerpt(page, words),
    }
