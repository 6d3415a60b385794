"""Wagtail's search on SQLite, asked for beginnings of words instead of whole ones."""

from functools import reduce
from operator import and_

from modelsearch.backends.database.sqlite.query import Lexeme, SearchQueryExpression
from modelsearch.backends.database.sqlite.sqlite import SQLiteSearchQueryCompiler
from wagtail.models import Page
from wagtail.search.backends import get_search_backend
from wagtail.search.query import PlainText

MOST = 1000  # the best ones


def keys(beginnings: list[str], locale: str) -> list[int]:
    pages = Page.objects.filter(locale__language_code=locale, live=True)
    compiler = _Compiler(pages, PlainText(" ".join(beginnings)))
    found = compiler.search(compiler.get_config(get_search_backend()), None, None)
    return list(found.values_list("pk", flat=True)[:MOST])


class _Compiler(SQLiteSearchQueryCompiler):
    def build_search_query_content(self, query, config=None):
        words = query.query_string.split()
        return SearchQueryExpression(reduce(and_, (Lexeme(word, prefix=True) for word in words)), config=config)
