"""Finding what changed in a catalogue: its keys and versions are staged and compared with the portal's in SQL."""

from collections.abc import Iterator
from uuid import UUID

from django.db import connection, transaction

from integration import regulation
from integration.client.odata import KEY, VERSION
from integration.fields import reference
from integration.loading.batches import mark_sql, unseen_sql
from integration.loading.rows import version_of
from integration.loading.stage import Stage, column_types, hashed_joins
from integration.models import ParkedRow
from integration.reasons import BadValue
from integration.regulation import Entity

PAGE = 20_000  # keys a page: two short fields each
FETCH = 40  # rows asked for by one URL


class Listing:
    """Keys and versions of all rows that 1C lists. Use as a context: its temporary table exists inside."""

    def __init__(self, entity: Entity) -> None:
        types = column_types(entity)
        self.entity = entity
        self.count = 0
        self.stage = Stage(f"listed_{entity.name}", {"ref": types["ref"], "version": types["version"]}, "ref")

    def __enter__(self) -> "Listing":
        self.stage.__enter__()
        return self

    def __exit__(self, *error) -> None:
        self.stage.__exit__(*error)

    def add(self, page: list[dict]) -> None:
        rows = [(_ref(row), version_of(row.get(VERSION))) for row in page if isinstance(row, dict)]
        with transaction.atomic():
            self.stage.fill(row for row in rows if row[0])
        self.count += len(rows)

    def changed(self) -> Iterator[list[str]]:
        """Keys of rows that are new or have another version, some at a time."""
        with transaction.atomic(), hashed_joins(), connection.cursor() as cursor:
            cursor.execute(self._changed_sql(), [self.entity.name])
            keys = [str(ref if isinstance(ref, UUID) else UUID(ref)) for (ref,) in cursor.fetchall()]
        return (keys[start : start + FETCH] for start in range(0, len(keys), FETCH))

    def _changed_sql(self) -> str:
        """Not held in this version, not parked in this version, not a row of an entity beside this one."""
        parked = connection.ops.quote_name(ParkedRow._meta.db_table)
        others = [regulation.get(name) for name in self.entity.beside]
        beside = "".join(f" AND NOT EXISTS (SELECT 1 FROM {_table(one)} o WHERE o.ref = s.ref)" for one in others)  # noqa: S608
        names = ", ".join(f"'{one.name}'" for one in others)
        theirs = f" OR p.entity IN ({names})" if names else ""
        return f"""
            SELECT s.ref FROM {self.stage.name} s
            WHERE NOT EXISTS (SELECT 1 FROM {_table(self.entity)} t WHERE t.ref = s.ref AND t.version = s.version)
            AND NOT EXISTS (
                SELECT 1 FROM {parked} p
                WHERE p.ref = s.ref AND (p.entity = %s AND p.version = s.version{theirs})
            ){beside}
        """  # noqa: S608

    def forget_missing(self) -> int:
        """Rows that a complete listing does not name are marked deleted."""
        with transaction.atomic(), hashed_joins(), connection.cursor() as cursor:
            unseen = unseen_sql(self.entity, self.stage)
            cursor.execute(mark_sql(self.entity, unseen), [ref.hex for ref in self.entity.kept])
            return cursor.rowcount


def _table(entity: Entity) -> str:
    return connection.ops.quote_name(entity.model._meta.db_table)


def _ref(row: dict) -> str | None:
    """The key, or None when it is unreadable: such a row is met, and parked, by a full load."""
    try:
        return reference(row.get(KEY))
    except BadValue:
        return None
