"""The base's SQLite file: rows, counters, and the numbers of writes that versions and marks are made of."""

import re
import secrets
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import count, islice
from operator import itemgetter

from integration.simulator.clock import Clock
from integration.simulator.rows import Row, make_row

SCHEMA = """
CREATE TABLE IF NOT EXISTS rows (
    entity TEXT NOT NULL, key TEXT NOT NULL, seq INTEGER NOT NULL, deleted INTEGER NOT NULL, link TEXT,
    body BLOB NOT NULL, PRIMARY KEY (entity, key)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS reservations (
    portal_id TEXT NOT NULL, stock_key TEXT NOT NULL, quantity TEXT NOT NULL, PRIMARY KEY (portal_id, stock_key)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS charges (
    portal_id TEXT PRIMARY KEY, limit_key TEXT NOT NULL, amount TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS removals (seq INTEGER PRIMARY KEY, entity TEXT NOT NULL, key TEXT NOT NULL);
"""
INDEXES = """
CREATE INDEX IF NOT EXISTS rows_by_seq ON rows (entity, seq);
CREATE INDEX IF NOT EXISTS rows_by_link ON rows (entity, link) WHERE link IS NOT NULL;
CREATE INDEX IF NOT EXISTS rows_without_bodies ON rows (entity, key, seq, deleted);
"""
INDEX_NAMES = re.findall(r"EXISTS (\w+)", INDEXES)
TABLES = ("rows", "meta", "reservations", "charges", "removals")
CHUNK = 50_000
Draft = tuple[str, dict, bool]  # key, fields, deleted: a row that has no number yet
COLUMNS = "entity, key, seq, deleted, link, body"


class Store:
    """One connection, used by one event loop: writes are serialized by it and by BEGIN IMMEDIATE."""

    def __init__(self, path: str, clock: Clock):
        self.clock = clock
        self.written: list[Row] = []  # by `put` since the last commit
        self.announce: Callable[[list[Row]], None] = lambda rows: None  # called with them after the commit
        self.db = sqlite3.connect(path, isolation_level=None, timeout=30)
        self.db.execute("PRAGMA journal_mode = WAL")
        self.db.execute("PRAGMA synchronous = NORMAL")
        self.db.execute("PRAGMA cache_size = -65536")
        self.db.executescript(SCHEMA + INDEXES)

    def close(self) -> None:
        self.db.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        self.db.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self.db.execute("ROLLBACK")
            self.written.clear()
            raise
        self.db.execute("COMMIT")
        self.told()

    def told(self) -> None:
        rows, self.written = self.written, []
        if rows:
            self.announce(rows)

    # Reading

    def get(self, entity: str, key: str) -> Row | None:
        return next(self.select("entity = ? AND key = ?", (entity, key)), None)

    def linked(self, entity: str, link: str) -> list[Row]:
        return list(self.select("entity = ? AND link = ? ORDER BY key", (entity, link)))

    def select(self, where: str, values: Iterable = ()) -> Iterator[Row]:
        """Rows by a condition (and order, and limit) written in SQL; what a client sent goes into `values`."""
        for entity, key, seq, deleted, link, body in self.query(COLUMNS, where, values):
            yield Row(entity, key, seq, bool(deleted), link, body)

    def heads(self, where: str, values: Iterable = ()) -> Iterator[Row]:
        """The same without their bodies, which a listing of keys and versions has no use for."""
        for entity, key, seq, deleted in self.query("entity, key, seq, deleted", where, values):
            yield Row(entity, key, seq, bool(deleted), None, b"")

    def columns(self, columns: str, where: str, values: Iterable = ()) -> list[tuple]:
        return self.query(columns, where, values).fetchall()

    def query(self, columns: str, where: str, values: Iterable) -> sqlite3.Cursor:
        return self.db.execute(f"SELECT {columns} FROM rows WHERE {where}", tuple(values))  # noqa: S608 - our own words

    def count(self, entity: str) -> int:
        return self.columns("count(*)", "entity = ?", (entity,))[0][0]

    def counts(self) -> dict[str, int]:
        return dict(self.db.execute("SELECT entity, count(*) FROM rows GROUP BY entity ORDER BY entity"))

    def last_seq(self, entity: str) -> int:
        """Number of the newest write to the entity; 0 when it has no rows."""
        return self.columns("max(seq)", "entity = ?", (entity,))[0][0] or 0

    # Writing

    def put(self, entity: str, key: str, fields: dict, deleted: bool = False) -> Row:
        """Insert or replace one row under a new write number."""
        row = make_row(entity, key, self.next("seq"), fields, deleted)
        self.load([row])
        self.set_note(f"changed_at {entity}", self.clock.stamp())
        self.written.append(row)
        if not self.db.in_transaction:
            self.told()
        return row

    def load(self, rows: Iterable[Row]) -> None:
        """Insert rows as they are, in bulk."""
        self.db.executemany("INSERT OR REPLACE INTO rows VALUES (?, ?, ?, ?, ?, ?)", rows)

    def remove(self, entity: str, key: str) -> None:
        """Delete a row physically; exchange plans still tell that it was there."""
        self.db.execute("DELETE FROM rows WHERE entity = ? AND key = ?", (entity, key))
        self.db.execute("INSERT INTO removals VALUES (?, ?, ?)", (self.next("seq"), entity, key))

    def removed(self, since: int) -> list[tuple[str, str]]:
        """(entity, key) of rows deleted physically by writes above `since`."""
        return self.db.execute("SELECT entity, key FROM removals WHERE seq > ? ORDER BY seq", (since,)).fetchall()

    # Counters and notes

    def note(self, name: str, default: str = "") -> str:
        found = self.db.execute("SELECT value FROM meta WHERE name = ?", (name,)).fetchone()
        return found[0] if found else default

    def notes(self, prefix: str) -> list[tuple[str, str]]:
        """Notes whose name begins so."""
        return self.db.execute("SELECT name, value FROM meta WHERE name GLOB ?", (prefix + "*",)).fetchall()

    def set_note(self, name: str, value: object) -> None:
        self.db.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (name, str(value)))

    def next(self, counter: str) -> int:
        number = int(self.note(counter, "0")) + 1
        self.set_note(counter, number)
        return number

    def fill(self, groups: Iterable[tuple[str, Iterable[Draft]]], contents: str) -> None:
        """Replace all the base holds, in one transaction, under a new epoch: older marks become too old."""
        numbers, at = count(1), self.clock.stamp()
        with self.transaction():
            for index in INDEX_NAMES:
                self.db.execute(f"DROP INDEX {index}")
            for table in TABLES:
                self.db.execute(f"DELETE FROM {table}")  # noqa: S608 - our own words
            for entity, drafts in groups:
                self.fill_entity(entity, iter(drafts), numbers)
                self.set_note(f"changed_at {entity}", at)
            for statement in INDEXES.strip().split(";\n"):
                self.db.execute(statement)
            last = next(numbers)
            self.set_note("seq", last)
            self.set_note("filled", last)
            self.set_note("epoch", secrets.token_hex(4))
            self.set_note("contents", contents)
        self.db.execute("PRAGMA analysis_limit = 1000")
        self.db.execute("ANALYZE")  # or SQLite takes the order of the keys for a better path than the index of links
        self.db.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def fill_entity(self, entity: str, drafts: Iterator[Draft], numbers: Iterator[int]) -> None:
        while chunk := [make_row(entity, d[0], next(numbers), d[1], d[2]) for d in islice(drafts, CHUNK)]:
            chunk.sort(key=itemgetter(1))
            self.load(chunk)
