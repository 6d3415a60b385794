"""A database that the bench alone uses: `kabinet_bench` on a PostgreSQL server, else a SQLite file."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import environ
import psycopg
from psycopg import sql

from cms.processes.private_database import migrate, with_database

NAME = "kabinet_bench"
LOCAL = "postgres:////var/run/postgresql/postgres"


def server(choice: str) -> str | None:
    """URL of the PostgreSQL server for `choice` ("", "postgres", "sqlite" or an URL); None means SQLite.

    Without a choice SQLite is taken where no server answers. Raises psycopg.OperationalError for a server that was
    asked for and is away.
    """
    if choice == "sqlite":
        return None
    if "://" in choice:
        named = choice
    else:
        given = os.environ.get("DATABASE_URL", "")
        named = given if given.startswith("postgres") else LOCAL
    try:
        _connect(named).close()
    except psycopg.OperationalError:
        if choice:
            raise
        return None
    return named


@contextmanager
def bench_database(choice: str, folder: Path) -> Iterator[str]:
    """Gives the URL of a migrated, otherwise empty database that is gone afterwards."""
    if (named := server(choice)) is None:
        url = f"sqlite:///{folder / 'portal.sqlite3'}"
        migrate(url)
        yield url
        return
    _run(named, "DROP DATABASE IF EXISTS {} WITH (FORCE)")
    _run(named, "CREATE DATABASE {}")
    try:
        url = with_database(named, NAME)
        migrate(url)
        yield url
    finally:
        _run(named, "DROP DATABASE {} WITH (FORCE)")


def know_the_data() -> None:
    """What the server does by itself within a minute after a load; before it, plans are made blindly."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE" if connection.vendor == "postgresql" else "ANALYZE")


def _run(named: str, statement: str) -> None:
    with _connect(named) as connection:
        connection.execute(sql.SQL(statement).format(sql.Identifier(NAME)))


def _connect(named: str) -> psycopg.Connection:
    """To the server's maintenance database."""
    config = environ.Env.db_url_config(named)
    keys = {"HOST": "host", "PORT": "port", "USER": "user", "PASSWORD": "password"}
    options = {keys[key]: config[key] for key in keys if config.get(key)}
    return psycopg.connect(dbname="postgres", autocommit=True, connect_timeout=3, **options)
