"""Writes whose SQL is made once and then run many times; what they write is as the models' fields prepare it.

Neither signals nor `save()`: for rows that are written often and that nobody listens to. On PostgreSQL values are bound
in the server, which parses each statement once (cms/prepared.py).
"""

from collections.abc import Sequence
from functools import cache
from typing import Any

from django.db import connection, connections
from django.db.models import AutoField, Field, Model

from cms.prepared import execute


def insert_or(row: Model, clause: str, *, patience: int = 0) -> Any:
    """Insert the row with `ON CONFLICT <clause>`; the key of the row that was written, None when none was.

    The SQL is what PostgreSQL and SQLite share. In the clause `known` is the row in place, `excluded` the new one.
    With `patience` PostgreSQL waits for another's lock that many seconds, now and until the transaction ends, and then
    raises OperationalError.
    """
    values = _values(row, row._meta.concrete_fields)
    found = execute(_or(connection.vendor, type(row), clause, patience), values)
    return row._meta.pk.to_python(found[0][0]) if found else None


def insert_all(*batches: Sequence[Model]) -> None:
    """Insert the rows, each batch of one model and in this order; on PostgreSQL by one statement for all of them.

    Keys that the database gives are not to be counted on: PostgreSQL is not asked for them.
    """
    batches = [batch for batch in batches if batch]
    if connection.vendor != "postgresql":
        for batch in batches:
            type(batch[0])._base_manager.bulk_create(batch)
        return
    parts = [_part(batch) for batch in batches]
    execute(_together(tuple(sql for sql, _ in parts)), [value for _, values in parts for value in values])
    for row in (row for batch in batches for row in batch):
        row._state.adding, row._state.db = False, connection.alias


def write(row: Model, *names: str) -> None:
    """Update these fields of a row that is there."""
    fields = [row._meta.get_field(name) for name in names]
    execute(_update(type(row), names), _values(row, [*fields, row._meta.pk], add=False))


def _values(row: Model, fields: Sequence[Field], *, add: bool = True) -> list:
    database = connections[connection.alias]  # fields ask it many times; by its stand-in that takes twice as long
    return [field.get_db_prep_save(field.pre_save(row, add=add), database) for field in fields]


def _part(batch: Sequence[Model]) -> tuple[str, list]:
    """SQL for a batch, the same for any number of rows but one, and its parameters."""
    model = type(batch[0])
    fields = _given(model)
    if len(batch) == 1:
        return _one(model), _values(batch[0], fields)
    rows = [_values(row, fields) for row in batch]
    return _many(model), [list(column) for column in zip(*rows, strict=True)]


@cache
def _given(model: type[Model]) -> list[Field]:
    """Fields whose values are not the database's to give."""
    return [field for field in model._meta.concrete_fields if not isinstance(field, AutoField)]


@cache
def _or(vendor: str, model: type[Model], clause: str, patience: int) -> str:
    fields = model._meta.concrete_fields
    rows = f"VALUES ({_places(fields)})"
    if patience and vendor == "postgresql":
        # Beside the row, so that it takes no round trip; volatile, so that it comes before the row.
        rows = f"SELECT {_places(fields)} FROM (SELECT set_config('lock_timeout', '{patience}s', true)) AS patience"  # noqa: S608
    key = connection.ops.quote_name(model._meta.pk.column)
    return f"INSERT INTO {_table(model)} AS known {_columns(fields)} {rows} ON CONFLICT {clause} RETURNING {key}"


@cache
def _one(model: type[Model]) -> str:
    fields = _given(model)
    return f"INSERT INTO {_table(model)} {_columns(fields)} VALUES ({_places(fields)})"  # noqa: S608


@cache
def _many(model: type[Model]) -> str:
    """For PostgreSQL: a list for each column."""
    fields = _given(model)
    # Types without their lengths: with them too long a text would be cut, not refused.
    lists = ", ".join(f"%s::{field.db_type(connection).partition('(')[0]}[]" for field in fields)
    return f"INSERT INTO {_table(model)} {_columns(fields)} SELECT * FROM unnest({lists})"  # noqa: S608


@cache
def _together(parts: tuple[str, ...]) -> str:
    *first, last = parts
    named = ", ".join(f"part_{at} AS ({sql})" for at, sql in enumerate(first))
    return f"WITH {named} {last}" if named else last


@cache
def _update(model: type[Model], names: tuple[str, ...]) -> str:
    quoted = connection.ops.quote_name
    sets = ", ".join(f"{quoted(model._meta.get_field(name).column)} = %s" for name in names)
    return f"UPDATE {_table(model)} SET {sets} WHERE {quoted(model._meta.pk.column)} = %s"  # noqa: S608


def _table(model: type[Model]) -> str:
    return connection.ops.quote_name(model._meta.db_table)


def _columns(fields: Sequence[Field]) -> str:
    return f"({', '.join(connection.ops.quote_name(field.column) for field in fields)})"


def _places(fields: Sequence[Field]) -> str:
    return ", ".join(["%s"] * len(fields))
