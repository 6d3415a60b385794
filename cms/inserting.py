"""Insert, or do something else where the row is there already: one statement, and the caller learns which it was."""

from functools import cache
from typing import Any

from django.db import connection
from django.db.models import Model


def insert_or(row: Model, clause: str) -> Any:
    """Insert the row with `ON CONFLICT <clause>`; the key of the row that was written, None when none was.

    The SQL is what PostgreSQL and SQLite share. In the clause `known` is the row in place, `excluded` the new one.
    """
    fields = row._meta.concrete_fields
    values = [field.get_db_prep_save(field.pre_save(row, add=True), connection) for field in fields]
    with connection.cursor() as cursor:
        cursor.execute(_statement(type(row), clause), values)
        written = cursor.fetchone()
    return written and row._meta.pk.to_python(written[0])


@cache
def _statement(model: type[Model], clause: str) -> str:
    quoted = connection.ops.quote_name
    columns = ", ".join(quoted(field.column) for field in model._meta.concrete_fields)
    places = ", ".join(["%s"] * len(model._meta.concrete_fields))
    return (
        f"INSERT INTO {quoted(model._meta.db_table)} AS known ({columns}) VALUES ({places})"  # noqa: S608
        f" ON CONFLICT {clause} RETURNING {quoted(model._meta.pk.column)}"
    )
