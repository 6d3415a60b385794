"""From the stage to the entity's table: only differences are written.

A row that is as the portal already holds it is neither written nor locked.
"""

from functools import cached_property
from uuid import UUID

from django.db import connection, models
from django.utils import timezone

from integration.loading.stage import Stage, is_postgres
from integration.regulation import Entity


class Upsert:
    """SQL of one entity, made once a load. The stage has the columns of the table that 1C fills."""

    def __init__(self, entity: Entity, stage: Stage) -> None:
        self.stage = stage
        self.meta = entity.model._meta
        self.table = connection.ops.quote_name(self.meta.db_table)

    def run(self) -> int:
        """Insert new rows and update changed ones, of those staged; how many of both."""
        with connection.cursor() as cursor:
            cursor.execute(self._sql, [timezone.now(), *(value for _, value in self._defaults)])
            return cursor.rowcount

    @cached_property
    def _sql(self) -> str:
        given = list(self.stage.columns)
        columns = [*given, "synced_at", *(column for column, _ in self._defaults)]
        places = ", ".join(["%s"] * (1 + len(self._defaults)))
        rest = [column for column in given if column != "ref"]
        held, new = (", ".join(f'{rows}."{column}"' for column in rest) for rows in ("t", "s"))
        updates = ", ".join(f'"{column}" = excluded."{column}"' for column in [*rest, "synced_at"])
        return f"""
            INSERT INTO {self.table} ({", ".join(f'"{column}"' for column in columns)})
            SELECT {", ".join(f's."{column}"' for column in given)}, {places}
            FROM {self.stage.name} s LEFT JOIN {self.table} t ON t.ref = s.ref
            WHERE t.id IS NULL OR ({held}) {"IS DISTINCT FROM" if is_postgres() else "IS NOT"} ({new})
            ON CONFLICT (ref) DO UPDATE SET {updates}
        """  # noqa: S608

    @cached_property
    def _defaults(self) -> list[tuple[str, object]]:
        """Columns that 1C says nothing of and the database has no default for, with the model's default."""
        return [
            (field.column, field.get_db_prep_save(field.get_default(), connection))
            for field in self.meta.concrete_fields
            if field.column not in {*self.stage.columns, "synced_at"} and _needs_value(field)
        ]


def _needs_value(field: models.Field) -> bool:
    return not (field.primary_key or field.null or field.has_db_default())


def as_hex(ref: UUID | str) -> str:
    """A reference as the stage writes it, whatever the database gives back."""
    return ref.hex if isinstance(ref, UUID) else str(ref).replace("-", "")
