"""Which pages have the words, by Wagtail's own full-text index of either database, the best match first."""

from django.db import connection


def matching(beginnings: list[str], locale: str) -> list[int]:
    """Keys of live pages of the language with a word for each of the beginnings, the best match first. One query.

    Whether a page is for everybody is for the caller to ask. Of words on very many pages not all are found: see
    `MOST` of either database.
    """
    if not beginnings:
        return []
    if connection.vendor == "postgresql":
        from content.search.postgresql import keys
    else:
        from content.search.sqlite import keys
    return keys(beginnings, locale)
