"""Wagtail's search on PostgreSQL, asked for beginnings of words, in a time that does not grow with the site.

Reading a page's words and ranking it takes 50 µs, which the planner does not know. So the index alone (migration
`index_of_search`) says which pages have the words, and as many are ranked as a reader may wait for. `OFFSET 0` and
`MATERIALIZED` keep the planner from ranking first.
"""

from django.db import connection
from modelsearch.backends.database.postgres.weights import get_sql_weights
from modelsearch.utils import get_descendants_content_types_pks
from wagtail.models import Page

MOST = 250  # Of words on more pages than that: so many of those pages, and which of the 250 newest pages have them.

_KEYS = """
WITH language AS MATERIALIZED (
    SELECT id FROM wagtailcore_locale WHERE language_code = %(locale)s
), hits AS MATERIALIZED (
    SELECT object_id::int AS page, content_type_id AS kind FROM wagtailsearch_indexentry
    WHERE content_type_id = ANY(%(kinds)s) AND (title || body) @@ to_tsquery(%(words)s)
), first_hits AS MATERIALIZED (
    SELECT page, kind FROM hits, LATERAL (
        SELECT FROM wagtailcore_page WHERE id = page AND locale_id = (SELECT id FROM language) AND live OFFSET 0
    ) AS of_language
    LIMIT %(most)s + 1
), newest AS MATERIALIZED (
    SELECT id AS page, content_type_id AS kind FROM wagtailcore_page
    WHERE locale_id = (SELECT id FROM language) AND live AND (SELECT count(*) FROM first_hits) > %(most)s
    ORDER BY id DESC LIMIT %(most)s
)
SELECT page FROM (SELECT * FROM first_hits UNION SELECT * FROM newest) AS pages, LATERAL (
    SELECT ts_rank(%(weights)s::real[], title, to_tsquery(%(words)s)) * title_norm
        + ts_rank(%(weights)s::real[], body, to_tsquery(%(words)s)) AS rank
    FROM wagtailsearch_indexentry
    WHERE content_type_id = kind AND object_id = page::text AND (title || body) @@ to_tsquery(%(words)s)
    OFFSET 0
) AS ranked
ORDER BY rank DESC, page DESC
"""


def keys(beginnings: list[str], locale: str) -> list[int]:
    values = {
        "words": " & ".join(map(_beginning, beginnings)),
        "kinds": list(get_descendants_content_types_pks(Page)),
        "locale": locale,
        "most": MOST,
        "weights": get_sql_weights(),
    }
    with connection.cursor() as cursor:
        cursor.execute(_KEYS, values)
        return [key for (key,) in cursor.fetchall()]


def _beginning(word: str) -> str:
    """A term of a tsquery. Words are letters and digits alone, so there is nothing to escape."""
    return f"('{word}':* | '-{word}':*)" if word.isdigit() else f"'{word}':*"  # "10W-40" is kept as 10w and -40
