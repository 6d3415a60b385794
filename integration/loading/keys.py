"""The references of a batch become keys of the portal's rows.

A load meets the same references again and again, so each is looked up once and remembered for the rest of the load.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from django.db import connection

from integration import regulation
from integration.fields import Ref
from integration.loading.stage import HEAD, is_postgres
from integration.regulation import Entity

MOST = 300_000  # keys remembered by one load, some 60 MB; past that it begins anew


@dataclass(frozen=True)
class Missing:
    """A row whose `field` points to something that has not arrived."""

    ref: str
    field: str
    target: str


@dataclass(frozen=True)
class _Link:
    """One reference of the entity: the place of its value in a row and the table it leads to."""

    place: int
    name: str
    table: str
    lenient: bool


class Found(NamedTuple):
    """A column of references: the key of each, and the places of those that have none."""

    link: _Link
    keys: list[int | None]
    without: list[int]


class Keys:
    """Reference → primary key, for the references that rows of one entity hold. Made once a load."""

    def __init__(self, entity: Entity) -> None:
        self.links = [
            _Link(place, name, _table(entity, name), declared.lenient)
            for place, (name, declared) in enumerate(entity.fields.items(), len(HEAD))
            if isinstance(declared, Ref)
        ]
        self.known: dict[str, dict[str, int]] = {link.table: {} for link in self.links}

    def resolve(self, rows: Iterable[tuple]) -> tuple[list[tuple], list[Missing]]:
        """The rows with keys in place of references, None where one leads nowhere; and the rows that have to wait
        for theirs, each once, by the first such field. A lenient reference may lead nowhere. One query at most.
        """
        columns: list[Sequence] = list(zip(*rows, strict=True))
        if not columns:
            return [], []
        self._forget_if_many()
        found = self._find(columns)
        if self._look_up(columns, found):
            found = self._find(columns)
        missing: dict[str, Missing] = {}
        for link, keys, without in found:
            for place in () if link.lenient else without:
                ref = columns[0][place]
                missing.setdefault(ref, Missing(ref, link.name, columns[link.place][place]))
            columns[link.place] = keys
        return list(zip(*columns, strict=True)), list(missing.values())

    def _forget_if_many(self) -> None:
        if sum(map(len, self.known.values())) > MOST:
            for keys in self.known.values():
                keys.clear()

    def _find(self, columns: list[Sequence]) -> list[Found]:
        """What is remembered."""
        found = []
        for link in self.links:
            given = columns[link.place]
            keys = list(map(self.known[link.table].get, given))
            found.append(Found(link, keys, _without_key(given, keys)))
        return found

    def _look_up(self, columns: list[Sequence], found: list[Found]) -> bool:
        """Ask for what is not remembered; whether there was any."""
        asked: dict[str, set[str]] = {}
        for link, _, without in found:
            if without:
                asked.setdefault(link.table, set()).update(columns[link.place][place] for place in without)
        if not asked:
            return False
        tables = list(asked)
        with connection.cursor() as cursor:
            cursor.execute(_look_up_sql(tables), [_as_parameter(sorted(refs)) for refs in asked.values()])
            for number, ref, key in cursor.fetchall():
                self.known[tables[number]][ref] = key
        return True


def _without_key(given: Sequence[str | None], keys: Sequence[int | None]) -> list[int]:
    """Places of the references that no key is known for."""
    if None not in keys:
        return []
    return [place for place, key in enumerate(keys) if key is None and given[place] is not None]


def _table(entity: Entity, name: str) -> str:
    model = regulation.get(entity.references[name]).model
    return connection.ops.quote_name(model._meta.db_table)


def _look_up_sql(tables: list[str]) -> str:
    """Rows of (number of the table, reference as 32 hexadecimal digits, key); one parameter a table."""
    if is_postgres():
        one = "SELECT {number}, translate(ref::text, '-', ''), id FROM {table} WHERE ref = ANY(%s::uuid[])"
    else:
        one = "SELECT {number}, ref, id FROM {table} WHERE ref IN (SELECT value FROM json_each(%s))"
    return " UNION ALL ".join(one.format(number=number, table=table) for number, table in enumerate(tables))


def _as_parameter(refs: list[str]) -> list[str] | str:
    return refs if is_postgres() else json.dumps(refs)
