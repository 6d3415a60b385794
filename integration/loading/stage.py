"""The temporary table a batch of rows lands in, filled by COPY on PostgreSQL and by executemany on SQLite."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from django.db import connection

from integration.regulation import Entity

HEAD = ("ref", "version", "deleted")


def is_postgres() -> bool:
    return connection.vendor == "postgresql"


@contextmanager
def hashed_joins() -> Iterator[None]:
    """Within the caller's transaction, PostgreSQL joins whole tables by hashing.

    Statistics lag behind a bulk load: a planner that takes a table for empty compares every row with every other.
    """
    if not is_postgres():
        yield
        return
    with _without("nestloop"):
        yield


@contextmanager
def indexed_joins() -> Iterator[None]:
    """Within the caller's transaction, PostgreSQL looks up each row of a batch by an index.

    Left to itself it reads the whole of every joined table once a batch, and a load takes the square of its rows.
    """
    if not is_postgres():
        yield
        return
    with _without("hashjoin", "mergejoin"):
        yield


@contextmanager
def _without(*joins: str) -> Iterator[None]:
    with connection.cursor() as cursor:
        cursor.execute("; ".join(f"SET LOCAL enable_{join} = off" for join in joins))
        yield
        cursor.execute("; ".join(f"SET LOCAL enable_{join} = on" for join in joins))


def column_types(entity: Entity) -> dict[str, str]:
    """Columns of the entity's table that 1C fills, in the order of its rows → SQL type."""
    fields = [entity.model._meta.get_field(name) for name in (*HEAD, *entity.fields)]
    return {field.column: field.db_type(connection) for field in fields}


class Stage:
    """A temporary table of this connection. Use as a context: it exists inside."""

    def __init__(self, name: str, columns: dict[str, str], key: str | None = None) -> None:
        self.name = f'"{name}"'
        self.columns = tuple(columns)
        self.listed = ", ".join(f'"{column}"' for column in columns)
        primary = f', PRIMARY KEY ("{key}")' if key and not is_postgres() else ""
        self.definition = ", ".join(f'"{column}" {kind}' for column, kind in columns.items()) + primary

    def __enter__(self) -> "Stage":
        with connection.cursor() as cursor:
            cursor.execute(f"DROP TABLE IF EXISTS {self.name}")
            cursor.execute(f"CREATE TEMPORARY TABLE {self.name} ({self.definition})")
        return self

    def __exit__(self, *error) -> None:
        if not connection.needs_rollback and connection.is_usable():
            with connection.cursor() as cursor:
                cursor.execute(f"DROP TABLE IF EXISTS {self.name}")

    def clear(self) -> None:
        with connection.cursor() as cursor:
            cursor.execute(f"{'TRUNCATE' if is_postgres() else 'DELETE FROM'} {self.name}")

    def fill(self, rows: Iterable[tuple]) -> None:
        """Add rows; of the text form that both databases read. A repeated key is passed over on SQLite."""
        if is_postgres():
            self._copy(rows)
        else:
            places = ", ".join("?" * len(self.columns))
            statement = f"INSERT OR IGNORE INTO {self.name} ({self.listed}) VALUES ({places})"  # noqa: S608
            connection.ensure_connection()
            connection.connection.executemany(statement, rows)

    def fill_from(self, other: "Stage", *columns: str) -> None:
        """Add the rows of another stage, their `columns` alone, without fetching them here."""
        names = ", ".join(f'"{column}"' for column in columns)
        into = "INSERT" if is_postgres() else "INSERT OR IGNORE"
        with connection.cursor() as cursor:
            cursor.execute(f"{into} INTO {self.name} ({self.listed}) SELECT {names} FROM {other.name}")  # noqa: S608

    def _copy(self, rows: Iterable[tuple]) -> None:
        with connection.cursor() as cursor, cursor.copy(f"COPY {self.name} ({self.listed}) FROM STDIN") as copy:
            for row in rows:
                copy.write_row(row)
