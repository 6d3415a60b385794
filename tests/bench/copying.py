"""The floor of a load: the same rows by COPY (SQLite: executemany) into a table that is like the portal's."""

import time
from contextlib import closing
from statistics import median

TWIN = "bench_twin"


def seconds_to_copy(model, runs: int = 3) -> tuple[int, float]:
    """Rows of the model's table, and how long writing them anew takes."""
    from django.db import connection

    table = model._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT * FROM "{table}"')
        rows = cursor.fetchall()
    once = _copy if connection.vendor == "postgresql" else _insert
    return len(rows), median(once(table, rows) for _ in range(runs))


def _copy(table: str, rows: list[tuple]) -> float:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(f'CREATE TABLE {TWIN} (LIKE "{table}" INCLUDING ALL)')
        started = time.perf_counter()
        with cursor.copy(f"COPY {TWIN} FROM STDIN") as copy:
            for row in rows:
                copy.write_row(row)
        took = time.perf_counter() - started
        cursor.execute(f"DROP TABLE {TWIN}")
    return took


def _insert(table: str, rows: list[tuple]) -> float:
    from django.db import connection, transaction

    with connection.cursor() as cursor:
        for statement in _twin_of(cursor, table):
            cursor.execute(statement)
        places = ", ".join("?" * len(rows[0]))
        started = time.perf_counter()
        with transaction.atomic(), closing(connection.connection.cursor()) as plain:
            plain.executemany(f"INSERT INTO {TWIN} VALUES ({places})", rows)
        took = time.perf_counter() - started
        cursor.execute(f"DROP TABLE {TWIN}")
    return took


def _twin_of(cursor, table: str) -> list[str]:
    """Statements that make the table and its indexes once more under other names."""
    cursor.execute(
        "SELECT name, sql FROM sqlite_master WHERE tbl_name = %s AND sql IS NOT NULL ORDER BY type DESC", [table]
    )
    found = cursor.fetchall()
    return [_renamed(statement, table, name) for name, statement in found]


def _renamed(statement: str, table: str, name: str) -> str:
    twin = statement.replace(f'"{table}"', f'"{TWIN}"')
    return twin if name == table else twin.replace(f'"{name}"', f'"{TWIN}_{name}"')
