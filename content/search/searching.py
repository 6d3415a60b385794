"""Pages of one language that have the words a reader is looking for."""

from typing import Any

from wagtail.models import Page

from content.delivery.finding import Found, pages_found
from content.delivery.public import public
from content.search.compilers import matching
from content.search.excerpts import excerpt, marked
from content.search.words import beginnings


def search_document(question: str, locale: str, page: int, page_size: int) -> dict[str, Any]:
    """`SearchResults` of the schema, the best first; a page past the end is empty. Three queries."""
    words = beginnings(question, locale)
    count, results = 0, []
    if words:
        pages = public(Page.objects).filter(locale__language_code=locale, depth__gt=1)
        found = matching(pages, words).values_list("pk", flat=True)
        count = found.count()
        keys = list(found[(page - 1) * page_size : page * page_size])
        results = [_result(each, words) for each in pages_found(keys)]
    return {"count": count, "page": page, "page_size": page_size, "results": results}


def _result(page: Found, words: list[str]) -> dict[str, Any]:
    return {
        "type": page.type,
        "path": page.path,
        "date": page.date,
        "title": marked(page.title, words),
        "excerpt": excerpt(page, words),
    }
