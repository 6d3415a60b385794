"""From the stage to the entity's table in two statements: which references are missing, and the upsert itself.

A row that is as the portal already holds it is neither written nor locked: only differences reach the table.
"""

from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from django.db import connection, models
from django.utils import timezone

from integration import regulation
from integration.fields import Ref
from integration.loading.stage import Stage, is_postgres
from integration.regulation import Entity


@dataclass(frozen=True)
class Missing:
    """A staged row whose `field` points to something that has not arrived."""

    ref: str
    field: str
    target: str


class Upsert:
    """SQL of one entity, made once a load."""

    def __init__(self, entity: Entity, stage: Stage) -> None:
        self.entity, self.stage = entity, stage
        self.meta = entity.model._meta
        self.table = connection.ops.quote_name(self.meta.db_table)
        self.refs = [name for name, declared in entity.fields.items() if isinstance(declared, Ref)]
        self.strict = {i: name for i, name in enumerate(self.refs) if not entity.fields[name].lenient}
        self.plain = [name for name in entity.fields if name not in self.refs]

    def missing(self) -> list[Missing]:
        """Staged rows with a reference that leads nowhere (the first such field of each); lenient ones do not count."""
        if not self.strict:
            return []
        with connection.cursor() as cursor:
            cursor.execute(self._missing)
            found = cursor.fetchall()
        return [self._as_missing(row) for row in found]

    def _as_missing(self, row: tuple) -> Missing:
        ref, *dangling = row
        field, target = next(pair for pair in zip(self.strict.values(), dangling, strict=True) if pair[1] is not None)
        return Missing(as_hex(ref), field, as_hex(target))

    def run(self) -> int:
        """Insert new rows and update changed ones; how many of both."""
        with connection.cursor() as cursor:
            cursor.execute(self._upsert, [timezone.now(), *self._default_values])
            return cursor.rowcount

    @cached_property
    def joins(self) -> str:
        return " ".join(
            f'LEFT JOIN {self._target(name)} r{i} ON r{i}.ref = s."{name}"' for i, name in enumerate(self.refs)
        )

    def _target(self, name: str) -> str:
        model = regulation.get(self.entity.references[name]).model
        return connection.ops.quote_name(model._meta.db_table)

    @cached_property
    def _missing(self) -> str:
        dangling = [f'CASE WHEN r{i}.id IS NULL THEN s."{name}" END' for i, name in self.strict.items()]
        condition = " OR ".join(f'(s."{name}" IS NOT NULL AND r{i}.id IS NULL)' for i, name in self.strict.items())
        return f"SELECT s.ref, {', '.join(dangling)} FROM {self.stage.name} s {self.joins} WHERE {condition}"  # noqa: S608

    @cached_property
    def _upsert(self) -> str:
        values = self.values
        columns = [*values, "synced_at", *(column for column, _ in self._defaults)]
        places = ", ".join(["%s"] * (1 + len(self._defaults)))
        held = ", ".join(f't."{column}"' for column in values if column != "ref")
        new = ", ".join(value for column, value in values.items() if column != "ref")
        updates = ", ".join(f'"{column}" = excluded."{column}"' for column in [*values, "synced_at"] if column != "ref")
        return f"""
            INSERT INTO {self.table} ({", ".join(f'"{column}"' for column in columns)})
            SELECT {", ".join(values.values())}, {places}
            FROM {self.stage.name} s {self.joins} LEFT JOIN {self.table} t ON t.ref = s.ref
            WHERE t.id IS NULL OR ({held}) {"IS DISTINCT FROM" if is_postgres() else "IS NOT"} ({new})
            ON CONFLICT (ref) DO UPDATE SET {updates}
        """  # noqa: S608

    @cached_property
    def values(self) -> dict[str, str]:
        """Column of the table → expression over the stage and the joined references."""
        head = {name: f"s.{name}" for name in ("ref", "version", "deleted")}
        plain = {self.meta.get_field(name).column: f's."{name}"' for name in self.plain}
        refs = {self.meta.get_field(name).column: f"r{i}.id" for i, name in enumerate(self.refs)}
        return {**head, **plain, **refs}

    @cached_property
    def _defaults(self) -> list[tuple[str, object]]:
        """Columns that 1C says nothing of and the database has no default for, with the model's default."""
        return [
            (field.column, field.get_db_prep_save(field.get_default(), connection))
            for field in self.meta.concrete_fields
            if field.column not in {*self.values, "synced_at"} and _needs_value(field)
        ]

    @property
    def _default_values(self) -> list[object]:
        return [value for _, value in self._defaults]


def _needs_value(field: models.Field) -> bool:
    return not (field.primary_key or field.null or field.has_db_default())


def as_hex(ref: UUID | str) -> str:
    """A reference as the stage writes it, whatever the database gives back."""
    return ref.hex if isinstance(ref, UUID) else str(ref).replace("-", "")
