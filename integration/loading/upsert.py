"""From the stage to the entity's table: each reference is looked up once, then only differences are written.

A row that is as the portal already holds it is neither written nor locked.
"""

from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from django.db import connection, models
from django.db.models import UUIDField
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
    """SQL of one entity, made once a load. Use as a context: its temporary table exists inside."""

    def __init__(self, entity: Entity, stage: Stage) -> None:
        self.entity, self.stage = entity, stage
        self.meta = entity.model._meta
        self.table = connection.ops.quote_name(self.meta.db_table)
        self.refs = [name for name, declared in entity.fields.items() if isinstance(declared, Ref)]
        self.strict = [name for name in self.refs if not entity.fields[name].lenient]
        self.plain = [name for name in entity.fields if name not in self.refs]
        self.resolved = Stage(f"resolved_{entity.name}", self._resolved_columns())

    def __enter__(self) -> "Upsert":
        self.resolved.__enter__()
        return self

    def __exit__(self, *error) -> None:
        self.resolved.__exit__(*error)

    def resolve(self) -> list[Missing]:
        """Look up the references of what is staged. Rows with one that leads nowhere are left out and named, with
        the first such field of each; a lenient one counts as empty."""
        self.resolved.clear()
        with connection.cursor() as cursor:
            cursor.execute(self._resolve)
            if not self.strict:
                return []
            cursor.execute(self._missing)
            found = cursor.fetchall()
            if found:
                cursor.execute(self._leave_out)
        return [self._as_missing(row) for row in found]

    def _as_missing(self, row: tuple) -> Missing:
        ref, *dangling = row
        field, target = next(pair for pair in zip(self.strict, dangling, strict=True) if pair[1] is not None)
        return Missing(as_hex(ref), field, as_hex(target))

    def run(self) -> int:
        """Insert new rows and update changed ones, of those resolved; how many of both."""
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

    def _resolved_columns(self) -> dict[str, str]:
        """The table's own columns, and beside them the strict references as 1C gave them."""
        fields = [self.meta.get_field(name) for name in ("ref", "version", "deleted", *self.plain, *self.refs)]
        staged = UUIDField().db_type(connection)
        return {field.column: field.db_type(connection) for field in fields} | dict.fromkeys(self.strict, staged)

    @cached_property
    def _resolve(self) -> str:
        into = ", ".join(f'"{column}"' for column in [*self.values, *self.strict])
        given = ", ".join([*self.values.values(), *(f's."{name}"' for name in self.strict)])
        return f"INSERT INTO {self.resolved.name} ({into}) SELECT {given} FROM {self.stage.name} s {self.joins}"  # noqa: S608

    def _dangles(self, name: str) -> str:
        return f'("{name}" IS NOT NULL AND "{self.meta.get_field(name).column}" IS NULL)'

    @cached_property
    def _dangling(self) -> str:
        return " OR ".join(map(self._dangles, self.strict))

    @cached_property
    def _missing(self) -> str:
        targets = ", ".join(f'CASE WHEN {self._dangles(name)} THEN "{name}" END' for name in self.strict)
        return f"SELECT ref, {targets} FROM {self.resolved.name} WHERE {self._dangling}"  # noqa: S608

    @cached_property
    def _leave_out(self) -> str:
        return f"DELETE FROM {self.resolved.name} WHERE {self._dangling}"  # noqa: S608

    @cached_property
    def _upsert(self) -> str:
        columns = [*self.values, "synced_at", *(column for column, _ in self._defaults)]
        places = ", ".join(["%s"] * (1 + len(self._defaults)))
        rest = [column for column in self.values if column != "ref"]
        held, new = (", ".join(f'{rows}."{column}"' for column in rest) for rows in ("t", "s"))
        updates = ", ".join(f'"{column}" = excluded."{column}"' for column in [*rest, "synced_at"])
        return f"""
            INSERT INTO {self.table} ({", ".join(f'"{column}"' for column in columns)})
            SELECT {", ".join(f's."{column}"' for column in self.values)}, {places}
            FROM {self.resolved.name} s LEFT JOIN {self.table} t ON t.ref = s.ref
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
