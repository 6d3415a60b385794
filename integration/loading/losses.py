"""A base that is being calculated anew, restored or shown with fewer rights lists a part of its rows as if it were all.

Letting go of a few rows that 1C no longer lists is daily business; of most of them it is not, and waits for a person.
"""

from django.db import connection

from integration.loading.stage import Stage, hashed_joins
from integration.regulation import Entity

MOST = 0.5  # of the rows
FEW = 50  # rows that may go whatever their share


class Incomplete(Exception):
    """A complete pass lists so few of the rows the portal holds that nothing was let go."""

    code = "incomplete"


def refuse(entity: Entity, seen: Stage) -> None:
    """Raises Incomplete where most of the rows would go that are not in `seen`; in the caller's transaction."""
    with hashed_joins(), connection.cursor() as cursor:
        cursor.execute(_counts_sql(entity, seen), [ref.hex for ref in entity.kept])
        held, listed = cursor.fetchone()
    gone = held - listed
    if (held and not listed) or (gone > FEW and gone > held * MOST):
        raise Incomplete(
            f"1C lists {listed} of the {held} rows of {entity.name} that the portal holds; nothing was removed. "
            "Check the rights of the portal's user in 1C and whether the base is complete. If it is, let the others "
            f"go: manage.py onec load {entity.name} --full --let-go, or ask for a full load in the console."
        )


def _counts_sql(entity: Entity, seen: Stage) -> str:
    """Rows of 1C that the portal holds, and how many of them are in `seen`."""
    table = connection.ops.quote_name(entity.model._meta.db_table)
    kept = f" AND t.ref NOT IN ({', '.join(['%s'] * len(entity.kept))})" if entity.kept else ""
    return f"""
        SELECT count(*), count(s.ref) FROM {table} t
        LEFT JOIN (SELECT DISTINCT ref FROM {seen.name}) s ON s.ref = t.ref
        WHERE t.ref IS NOT NULL AND t.synced_at IS NOT NULL AND NOT t.deleted{kept}
    """  # noqa: S608
