"""Wagtail's own full-text search of either database, asked for beginnings of words instead of whole ones."""

from functools import reduce
from operator import and_, or_

from django.db import connection
from django.db.models import QuerySet
from wagtail.search.backends import get_search_backend
from wagtail.search.query import PlainText


def matching(pages: QuerySet, beginnings: list[str]) -> QuerySet:
    """Those of `pages` with a word for each of the beginnings, the best match first."""
    backend = get_search_backend()
    compiler = _compiler()(pages, PlainText(" ".join(beginnings)))
    return compiler.search(compiler.get_config(backend), None, None)


def _compiler() -> type:
    return _postgresql() if connection.vendor == "postgresql" else _sqlite()


def _postgresql() -> type:
    from django.contrib.postgres.search import SearchQuery
    from modelsearch.backends.database.postgres.postgres import PostgresSearchQueryCompiler
    from modelsearch.backends.database.postgres.query import Lexeme

    class Compiler(PostgresSearchQueryCompiler):
        def build_tsquery_content(self, query, config=None, invert=False):
            words = query.query_string.split()
            return SearchQuery(reduce(and_, map(self._beginning, words)), search_type="raw", config=config)

        @staticmethod
        def _beginning(word: str):
            ways = [word, f"-{word}"] if word.isdigit() else [word]  # "10W-40" is kept as 10w and -40
            return reduce(or_, (Lexeme(way, prefix=True) for way in ways))

    return Compiler


def _sqlite() -> type:
    from modelsearch.backends.database.sqlite.query import Lexeme, SearchQueryExpression
    from modelsearch.backends.database.sqlite.sqlite import SQLiteSearchQueryCompiler

    class Compiler(SQLiteSearchQueryCompiler):
        def build_search_query_content(self, query, config=None):
            words = query.query_string.split()
            return SearchQueryExpression(reduce(and_, (Lexeme(word, prefix=True) for word in words)), config=config)

    return Compiler
