"""A migrated database of one's own for tests that run real processes: SQLite, or on the server that DATABASE_URL names.

Migrating takes long, so it is done once per state of the sources: later databases are copies of that template.
"""

import fcntl
import functools
import hashlib
import os
import secrets
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import environ
import psycopg
from psycopg import sql

from cms.processes.specs import BASE_DIR, PYTHON

SOURCES = ("cms", "content", "integration", "modules")
TEMPLATES = BASE_DIR / "build" / "test-databases"
PREFIX = f"kabinet_template_{hashlib.sha256(bytes(BASE_DIR)).hexdigest()[:8]}_"
"""Of this checkout: another one on the same server keeps its own templates."""
CREATE = sql.SQL("CREATE DATABASE {} TEMPLATE {}")
DROP = sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)")
PROCESSES, TESTS = "dev", "test"
"""Whose settings a template is migrated with: those of the processes, or of tests (they have one module more)."""


@functools.cache
def sources_digest() -> str:
    """Changes with any Python source: migrations, and what runs after them."""
    total = hashlib.sha256((BASE_DIR / "requirements.txt").read_bytes())
    folders = [*(BASE_DIR / folder for folder in SOURCES), *(path.parent for path in BASE_DIR.glob("tests/*/apps.py"))]
    for path in sorted(path for folder in folders for path in folder.rglob("*.py")):
        total.update(path.read_bytes())
    return total.hexdigest()[:16]


@contextmanager
def private_database(folder: Path) -> Iterator[str]:
    """Gives the URL of a migrated, otherwise empty database that is gone afterwards."""
    server = os.environ.get("DATABASE_URL", "")
    if server.startswith("postgres"):
        url = with_database(server, f"kabinet_private_{secrets.token_hex(6)}")
    else:
        url = f"sqlite:///{folder / 'portal.sqlite3'}"
    with copied_database(url):
        yield url


@contextmanager
def copied_database(url: str, kind: str = PROCESSES) -> Iterator[None]:
    """The database of this URL is made anew from the template, and is gone afterwards (a file: with its folder)."""
    copy_database(url, kind)
    yield
    if url.startswith("postgres"):
        _run(url, DROP, _name(url))


def copy_database(url: str, kind: str = PROCESSES) -> None:
    """Makes the database of this URL anew from the template; whoever is connected to it is cut off."""
    with locked(TEMPLATES):
        if url.startswith("postgres"):
            template = _postgres_template(url, kind)
            _run(url, DROP, _name(url))
            _run(url, CREATE, _name(url), template)
        else:
            path = url.removeprefix("sqlite:///")
            for old in (path, f"{path}-wal", f"{path}-shm"):
                Path(old).unlink(missing_ok=True)
            shutil.copyfile(_sqlite_template(kind), path)


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """One process at a time: the template is made once, and is not copied while it is being made."""
    folder.mkdir(parents=True, exist_ok=True)
    with open(folder / "lock", "w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def migrate(url: str, kind: str = PROCESSES) -> None:
    """Migrates a database in a process of its own, with the settings the processes or the tests run on."""
    environment = dict(os.environ, DATABASE_URL=url, DJANGO_SETTINGS_MODULE=f"cms.settings.{kind}")
    command = [PYTHON, str(BASE_DIR / "manage.py"), "migrate", "--noinput", "-v", "0"]
    done = subprocess.run(command, env=environment, cwd=BASE_DIR, capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(f"migrate failed:\n{done.stdout}{done.stderr}")


def _sqlite_template(kind: str) -> Path:
    template = TEMPLATES / f"{kind}_{sources_digest()}.sqlite3"
    if not template.exists():
        for old in TEMPLATES.glob(f"{kind}_*"):
            old.unlink()
        draft = template.with_suffix(".draft")
        draft.unlink(missing_ok=True)
        migrate(f"sqlite:///{draft}", kind)
        draft.rename(template)
    return template


def _postgres_template(server: str, kind: str) -> str:
    template = f"{PREFIX}{kind}_{sources_digest()}"
    existing = [row[0] for row in _run(server, sql.SQL("SELECT datname FROM pg_database"))]
    if template not in existing:
        for old in (name for name in existing if name.startswith(f"{PREFIX}{kind}_")):
            _run(server, DROP, old)
        draft = f"draft_{template}"
        _run(server, DROP, draft)
        _run(server, CREATE, draft, "template1")
        migrate(with_database(server, draft), kind)
        _run(server, sql.SQL("ALTER DATABASE {} RENAME TO {}"), draft, template)
    return template


def _name(url: str) -> str:
    return url.partition("?")[0].rpartition("/")[2]


def with_database(server: str, name: str) -> str:
    """The server's URL with another database in it."""
    address, _, query = server.partition("?")
    return address.rsplit("/", 1)[0] + f"/{name}" + (f"?{query}" if query else "")


def _run(server: str, statement: sql.SQL, *names: str) -> list[tuple]:
    """Runs one statement on the server's maintenance database; names are quoted as identifiers."""
    config = environ.Env.db_url_config(server)
    keys = {"HOST": "host", "PORT": "port", "USER": "user", "PASSWORD": "password"}
    options = {keys[key]: config[key] for key in keys if config.get(key)}
    with psycopg.connect(dbname="postgres", autocommit=True, **options) as connection:
        cursor = connection.execute(statement.format(*map(sql.Identifier, names)))
        return cursor.fetchall() if cursor.description else []
