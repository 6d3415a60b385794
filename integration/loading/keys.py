"""The references of a batch become keys of the portal's rows.

A load meets the same references again and again, so each is looked up once and remembered for the rest of the load.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

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
        if asked := self._unknown(columns):
            self._look_up(asked)
        missing: dict[str, Missing] = {}
        for link in self.links:
            given = columns[link.place]
            columns[link.place] = keys = list(map(self.known[link.table].get, given))
            for place in () if link.lenient else _without_key(given, keys):
                ref = columns[0][place]
                missing.setdefault(ref, Missing(ref, link.name, given[place]))
        return list(zip(*columns, strict=True)), list(missing.values())

    def _forget_if_many(self) -> None:
        if sum(map(len, self.known.values())) > MOST:
            for keys in self.known.values():
                keys.clear()

    def _unknown(self, columns: list[Sequence]) -> dict[str, set[str]]:
        """Table → references that are not remembered."""
        asked: dict[str, set[str]] = {}
        for link in self.links:
            unknown = set(columns[link.place]).difference(self.known[link.table]) - {None}
            if unknown:
                asked.setdefault(link.table, set()).update(unknown)
        return asked

    def _look_up(self, asked: dict[str, set[str]]) -> None:
        tables = list(asked)
        with connection.cursor() as cursor:
            cursor.execute(_look_up_sql(tables), [_as_parameter(sorted(refs)) for refs in asked.values()])
            for number, ref, key in cursor.fetchall():
                self.known[tables[number]][ref] = key


def _without_key(given: Sequence[str | None], keys: Sequence[int | None]) -> list[int]:
    """Places of the references that lead nowhere."""
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
