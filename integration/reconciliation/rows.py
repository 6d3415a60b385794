"""An entity's rows compared with all that 1C has of it: read as a load reads, staged whole, compared by the database.

Only a page at a time is in memory. Left out is what is known to differ for a while: parked rows, and rows whose change
by the portal 1C has not taken yet.
"""

from django.db import connection, models, transaction
from django.db.models import UUIDField

from integration import regulation
from integration.fields import Ref
from integration.loading import passes, unsent
from integration.loading.keys import Keys
from integration.loading.lease import Lease
from integration.loading.rows import Reader
from integration.loading.run import load_one
from integration.loading.stage import Stage, column_types, hashed_joins, is_postgres
from integration.loading.upsert import as_hex
from integration.models import LoadKind, ParkedRow, Reconciliation
from integration.reasons import shortened
from integration.reconciliation.reports import SAMPLES, Watch, written
from integration.regulation import Entity


def compare_rows(entity: Entity, *, first_changes: bool = True) -> Reconciliation:
    """Compare, and write the report. `first_changes`: load what changed before, so that only what loads miss counts.

    A report with an `error` says that 1C could not be read. Raises Busy and Stopped.
    """
    with written(entity.name) as report:
        if first_changes:
            load_one(entity, LoadKind.CHANGES)
        with Lease(entity.name) as lease, _Comparison(entity) as comparison:
            comparison.read(Watch(lease))
            comparison.tell(report)
    return report


class _Comparison:
    """Use as a context: its temporary tables exist inside."""

    def __init__(self, entity: Entity) -> None:
        self.entity, self.reader = entity, Reader(entity)
        self.keys = Keys(entity)
        self.stage = Stage(f"compared_{entity.name}", column_types(entity), "ref")
        self.listed = Stage(f"compared_keys_{entity.name}", {"ref": UUIDField().db_type(connection)}, "ref")
        self.table = connection.ops.quote_name(entity.model._meta.db_table)
        self.columns = [column for column in self.stage.columns if column not in ("ref", "version")]

    def __enter__(self) -> "_Comparison":
        self.stage.__enter__()
        self.listed.__enter__()
        return self

    def __exit__(self, *error) -> None:
        self.listed.__exit__(*error)
        self.stage.__exit__(*error)

    def read(self, alive: Watch) -> None:
        for batch in passes.whole(self.entity, self.reader, alive):
            with transaction.atomic():
                rows, _ = self.keys.resolve(batch.rows.values())
                self.stage.fill(rows)
                self.listed.fill([(ref,) for ref in batch.refs()])

    def tell(self, report: Reconciliation) -> None:
        """Fill in the counts and the samples."""
        with transaction.atomic(), hashed_joins(), connection.cursor() as cursor:
            report.in_onec = _number(cursor, f"SELECT count(*) FROM {self.stage.name} s WHERE NOT s.deleted")  # noqa: S608
            report.here = _number(cursor, f"SELECT count(*) FROM {self.table} t WHERE {self._live}")  # noqa: S608
            for kind, found in (("missing", self._missing), ("extra", self._extra), ("different", self._different)):
                setattr(report, kind, _number(cursor, f"SELECT count(*) {found}"))
            report.samples = [*self._samples_of("missing", "s", self._missing), *self._pairs()]
            report.samples += self._samples_of("extra", "t", self._extra)
        report.samples = report.samples[:SAMPLES]

    @property
    def _missing(self) -> str:
        joined = f"FROM {self.stage.name} s LEFT JOIN {self.table} t ON t.ref = s.ref"
        return f"{joined} WHERE t.id IS NULL {self._not_parked}"

    @property
    def _different(self) -> str:
        held = ", ".join(f't."{column}"' for column in self.columns)
        new = ", ".join(f's."{column}"' for column in self.columns)
        differs = "IS DISTINCT FROM" if is_postgres() else "IS NOT"
        return (
            f"FROM {self.stage.name} s JOIN {self.table} t ON t.ref = s.ref "
            f"WHERE ({held}) {differs} ({new}) AND NOT {unsent.unsent_sql(self.entity, 't.ref')} {self._not_parked}"
        )

    @property
    def _extra(self) -> str:
        return (
            f"FROM {self.table} t WHERE {self._live} AND t.synced_at IS NOT NULL "  # noqa: S608
            f"AND NOT EXISTS (SELECT 1 FROM {self.listed.name} l WHERE l.ref = t.ref) "
            f"AND NOT {unsent.unsent_sql(self.entity, 't.ref')}"
        )

    @property
    def _live(self) -> str:
        """Rows of 1C, without those it has marked deleted and the portal's own."""
        kept = "".join(f" AND t.ref <> '{ref.hex}'" for ref in self.entity.kept)
        return f"t.ref IS NOT NULL AND NOT t.deleted{kept}"

    @property
    def _not_parked(self) -> str:
        table = connection.ops.quote_name(ParkedRow._meta.db_table)
        return f"AND NOT EXISTS (SELECT 1 FROM {table} p WHERE p.entity = '{self.entity.name}' AND p.ref = s.ref)"  # noqa: S608

    def _samples_of(self, kind: str, alias: str, found: str) -> list[dict]:
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT {alias}.ref {found} ORDER BY {alias}.ref LIMIT {SAMPLES}")
            return [{"ref": as_hex(ref), "kind": kind, "fields": {}} for (ref,) in cursor.fetchall()]

    def _pairs(self) -> list[dict]:
        """Rows that differ, with what the portal and 1C say of the fields that do."""
        here = ", ".join(f't."{column}"' for column in self.columns)
        there = ", ".join(f's."{column}"' for column in self.columns)
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT t.ref, {here}, {there} {self._different} ORDER BY t.ref LIMIT {SAMPLES}")
            return [self._pair(row) for row in cursor.fetchall()]

    def _pair(self, row: tuple) -> dict:
        ref, *values = row
        both = zip(self.columns, values[: len(self.columns)], values[len(self.columns) :], strict=True)
        fields = {
            self._field(column).name: [self._shown(column, mine), self._shown(column, theirs)]
            for column, mine, theirs in both
            if str(mine) != str(theirs)
        }
        return {"ref": as_hex(ref), "kind": "different", "fields": fields}

    def _field(self, column: str) -> models.Field:
        return next(field for field in self.entity.model._meta.concrete_fields if field.column == column)

    def _shown(self, column: str, value: object) -> str | None:
        """A value as a person reads it; a reference by the name of what it leads to."""
        if value is None:
            return None
        name = self._field(column).name
        if isinstance(self.entity.fields.get(name), Ref):
            target = regulation.get(self.entity.references[name]).model
            return shortened(target._base_manager.filter(pk=value).first())
        return shortened(value)


def _number(cursor, statement: str) -> int:
    cursor.execute(statement)
    return cursor.fetchone()[0]
