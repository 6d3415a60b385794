"""One batch of rows into one entity's table: staged, resolved, upserted; what cannot be kept is parked."""

from contextlib import ExitStack
from dataclasses import dataclass

from django.db import DatabaseError, IntegrityError, OperationalError, connection, transaction
from django.db.models import UUIDField
from django.utils import timezone

from integration.inbox import removals
from integration.loading import parking, unsent
from integration.loading.keys import Keys
from integration.loading.rows import Bad, Batch, Reader
from integration.loading.stage import Stage, column_types, hashed_joins, indexed_joins
from integration.loading.upsert import Upsert
from integration.models import InboxItem, ParkedRow, Taken
from integration.reasons import shortened
from integration.regulation import Entity
from integration.version_order import is_newer


@dataclass
class Outcome:
    """What a batch or a whole load did, in rows."""

    read: int = 0
    changed: int = 0
    parked: int = 0
    removed: int = 0
    ignored: int = 0

    def add(self, other: "Outcome") -> None:
        for name in vars(other):
            setattr(self, name, getattr(self, name) + getattr(other, name))


class Target:
    """Where rows of one entity go. Use as a context: its temporary tables exist inside."""

    def __init__(self, entity: Entity, *, remember: bool = False) -> None:
        """`remember`: keep the keys of all rows seen, for `forget_unseen`."""
        self.entity = entity
        self.reader = Reader(entity)
        self.stage = Stage(f"stage_{entity.name}", column_types(entity))
        self.seen = Stage(f"seen_{entity.name}", {"ref": UUIDField().db_type(connection)}, "ref") if remember else None
        self.keys = Keys(entity)
        self.upsert = Upsert(entity, self.stage)
        self.tables = ExitStack()

    def __enter__(self) -> "Target":
        self.tables.enter_context(self.stage)
        if self.seen:
            self.tables.enter_context(self.seen)
        self.may_be_parked = parking.any_parked(self.entity)
        self.began = timezone.now()
        return self

    def __exit__(self, *error) -> None:
        self.tables.close()

    def apply(self, batch: Batch) -> Outcome:
        """Keep a batch, in one transaction (or a part of the caller's)."""
        with transaction.atomic():
            self._leave_newer(batch)
            unsent.hold_back(self.entity, batch)
            changed = self._keep(batch)
            removed = removals.remove(self.entity, batch.gone) + self._mark(batch.marked)
            self._settle(batch)
        return Outcome(batch.read, changed, len(batch.bad), removed, len(batch.ignored) + len(batch.held))

    def _leave_newer(self, batch: Batch) -> None:
        """What was read before 1C pushed a newer version, and comes to be written after it, stays unwritten.

        The lease keeps pushes out while a load runs; this is for a load that was stuck until its lease had ended.
        """
        pushed = InboxItem.objects.filter(entity=self.entity.name, status=Taken.APPLIED, settled_at__gte=self.began)
        for ref, version in pushed.values_list("ref", "version"):
            row = batch.rows.get(ref.hex)
            if row and is_newer(version, row[1]):
                del batch.rows[ref.hex]
                batch.ignored.add(ref.hex)
                batch.newer.add(ref.hex)

    def _settle(self, batch: Batch) -> None:
        """Park the bad rows, free the good ones, remember all: `_upsert` has remembered those it was given."""
        if self.seen:
            self.seen.fill([(ref,) for ref in batch.refs() - batch.rows.keys()])
        if self.may_be_parked:
            parking.free(self.entity, [*batch.rows, *batch.gone, *batch.marked, *batch.ignored])
        if batch.bad:
            parking.park(self.entity, batch.bad.values())
            self.may_be_parked = True

    def _keep(self, batch: Batch) -> int:
        """Upsert the good rows; those the database refuses are found by halving and become bad ones."""
        if not batch.rows:
            return 0
        try:
            with transaction.atomic(), indexed_joins():
                return self._upsert(batch)
        except DatabaseError as error:
            if not about_the_rows(error):
                raise
            return self._halve(batch, error)

    def _upsert(self, batch: Batch) -> int:
        rows, missing = self.keys.resolve(batch.rows.values())
        if missing:
            self._set_aside(batch, parking.waiting(self.entity, batch, missing))
            rows = [row for row in rows if row[0] in batch.rows]
        self.stage.clear()
        self.stage.fill(rows)
        if self.seen:
            self.seen.fill_from(self.stage, "ref")
        return self.upsert.run() if rows else 0

    def _halve(self, batch: Batch, error: DatabaseError) -> int:
        if len(batch.rows) == 1:
            ref, row = next(iter(batch.rows.items()))
            code = "duplicate" if isinstance(error, IntegrityError) and "unique" in str(error).lower() else "database"
            reason = {"code": code, "value": shortened((str(error).splitlines() or [""])[0])}
            self._set_aside(batch, [Bad(ref, row[1], batch.raw[ref], reason)])
            return 0
        rows, changed = list(batch.rows.items()), 0
        for half in (rows[: len(rows) // 2], rows[len(rows) // 2 :]):
            part = Batch(rows=dict(half), raw={ref: batch.raw[ref] for ref, _ in half})
            changed += self._keep(part)
            batch.bad.update(part.bad)
        for ref in batch.bad:
            batch.rows.pop(ref, None)
        return changed

    @staticmethod
    def _set_aside(batch: Batch, rows: list[Bad]) -> None:
        for bad in rows:
            batch.bad[bad.ref] = bad
            batch.rows.pop(bad.ref)

    def _mark(self, marked: dict[str, str]) -> int:
        """Tombstones without data: what else is known of these rows stays as it was."""
        if not marked:
            return 0
        found = self.entity.model._base_manager.filter(ref__in=list(marked), deleted=False)
        return found.update(deleted=True, version="", synced_at=timezone.now())

    def forget_unseen(self) -> int:
        """After a complete pass: rows that 1C did not list are marked deleted (catalogues) or removed (registers)."""
        ids = [ref.hex for ref in self.entity.kept]
        unseen = unseen_sql(self.entity, self.seen)
        with transaction.atomic(), hashed_joins(), connection.cursor() as cursor:
            if self.entity.register:
                gone = removals.remove_where(self.entity, unseen, ids)
            else:
                cursor.execute(mark_sql(self.entity, unseen), ids)
                gone = cursor.rowcount
            if self.may_be_parked:
                cursor.execute(forget_parked_sql(self.seen), [self.entity.name])
            return gone


def about_the_rows(error: DatabaseError) -> bool:
    """Whether the database refuses what it was given; else it is away, full or locked, and all rows can wait.

    Class 54 of PostgreSQL, "program limit exceeded", is a value too long for an index.
    """
    state = getattr(error.__cause__, "sqlstate", None) or ""
    return not isinstance(error, OperationalError) or state.startswith("54")


def unseen_sql(entity: Entity, seen: Stage) -> str:
    """The condition for rows that are not in `seen`; its parameters are the kept references.

    Rows of the portal's own that 1C has not listed yet stay, and so does what it has not been told of.
    """
    table = connection.ops.quote_name(entity.model._meta.db_table)
    kept = f" AND ref NOT IN ({', '.join(['%s'] * len(entity.kept))})" if entity.kept else ""
    return (
        f"ref IS NOT NULL{kept} AND synced_at IS NOT NULL"  # noqa: S608
        f" AND NOT EXISTS (SELECT 1 FROM {seen.name} s WHERE s.ref = {table}.ref)"
        f" AND NOT {unsent.unsent_sql(entity, f'{table}.ref')}"
    )


def mark_sql(entity: Entity, condition: str) -> str:
    """The one statement that marks rows deleted. Without a version a row is asked for again should 1C list it as it
    was."""
    table = connection.ops.quote_name(entity.model._meta.db_table)
    return (
        f"UPDATE {table} SET deleted = TRUE, version = '', synced_at = CURRENT_TIMESTAMP"  # noqa: S608
        f" WHERE NOT deleted AND {condition}"
    )


def forget_parked_sql(seen: Stage) -> str:
    """Parked rows that 1C no longer has leave too; the parameter is the entity's name."""
    table = connection.ops.quote_name(ParkedRow._meta.db_table)
    return (
        f"DELETE FROM {table} WHERE entity = %s AND NOT EXISTS (SELECT 1 FROM {seen.name} s WHERE s.ref = {table}.ref)"  # noqa: S608
    )
