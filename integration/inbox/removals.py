"""Rows of registers are removed, not marked; while a late push may come it is remembered which, in which version."""

from collections.abc import Iterable
from datetime import timedelta
from uuid import UUID

from django.db import connection
from django.utils import timezone

from integration.models import Removed
from integration.regulation import Entity

KEPT = timedelta(days=2)
MANY = 500


def remove(entity: Entity, gone: dict[str, str]) -> int:
    """Remove rows that 1C says are no more (reference → its version of that); how many were there."""
    if not gone:
        return 0
    now = timezone.now()
    rows = [Removed(entity=entity.name, ref=ref, version=version, removed_at=now) for ref, version in gone.items()]
    Removed.objects.bulk_create(
        rows,
        batch_size=MANY,
        update_conflicts=True,
        unique_fields=["entity", "ref"],
        update_fields=["version", "removed_at"],
    )
    found = entity.model._base_manager.filter(ref__in=gone)
    return found._raw_delete(found.db)


def remove_where(entity: Entity, condition: str, parameters: list) -> int:
    """Remove the rows of the entity's table for which the SQL condition holds; how many. It is asked once."""
    table, removed = (connection.ops.quote_name(model._meta.db_table) for model in (entity.model, Removed))
    now = connection.ops.adapt_datetimefield_value(timezone.now())
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {removed} (entity, ref, version, removed_at)"  # noqa: S608
            f" SELECT %s, ref, version, %s FROM {table} WHERE {condition}"
            " ON CONFLICT (entity, ref) DO UPDATE SET version = excluded.version, removed_at = excluded.removed_at",
            [entity.name, now, *parameters],
        )
        if not cursor.rowcount:
            return 0
        cursor.execute(
            f"DELETE FROM {table} WHERE ref IN (SELECT ref FROM {removed} WHERE entity = %s AND removed_at = %s)",  # noqa: S608
            [entity.name, now],
        )
        return cursor.rowcount


def versions_of(entity: Entity, refs: Iterable[UUID]) -> dict[UUID, str]:
    """The versions in which these rows were removed, of those that were lately."""
    if not entity.register:
        return {}
    return dict(Removed.objects.filter(entity=entity.name, ref__in=list(refs)).values_list("ref", "version"))


def forget_old() -> int:
    """Rows that were removed so long ago that nothing late comes for them any more; how many."""
    return Removed.objects.filter(removed_at__lt=timezone.now() - KEPT).delete()[0]
