"""A base that is being calculated anew, restored or shown with fewer rights lists a part of its rows as if it were all.

Letting go of a few rows that 1C no longer lists is daily business; of most of them it is not, and waits for a person.
"""

from django.db import connection

from integration.loading import unsent
from integration.regulation import Entity

MOST = 0.5  # of the rows
FEW = 50  # rows that may go whatever their share


class Incomplete(Exception):
    """A complete pass lists so few of the rows the portal holds that nothing was let go."""

    code = "incomplete"


def refuse(entity: Entity, gone: int) -> None:
    """Raises Incomplete where most of the rows went, `gone` by number; the caller's transaction brings them back."""
    if not gone:
        return
    with connection.cursor() as cursor:
        cursor.execute(_left_sql(entity), [ref.hex for ref in entity.kept])
        (left,) = cursor.fetchone()
    held = left + gone
    if not left or (gone > FEW and gone > held * MOST):
        raise Incomplete(
            f"1C lists {left} of the {held} rows of {entity.name} that the portal holds; nothing was removed. "
            "Check the rights of the portal's user in 1C and whether the base is complete. If it is, let the others "
            f"go: manage.py onec load {entity.name} --full --let-go, or ask for a full load in the console."
        )


def _left_sql(entity: Entity) -> str:
    """How many rows of 1C the portal still holds; what 1C has not been told of yet says nothing."""
    table = connection.ops.quote_name(entity.model._meta.db_table)
    kept = f" AND ref NOT IN ({', '.join(['%s'] * len(entity.kept))})" if entity.kept else ""
    return (
        f"SELECT count(*) FROM {table} WHERE ref IS NOT NULL AND synced_at IS NOT NULL AND NOT deleted{kept}"  # noqa: S608
        f" AND NOT {unsent.unsent_sql(entity, f'{table}.ref')}"
    )
