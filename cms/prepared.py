"""Queries written by Django once and run many times.

Making the SQL of these queries takes Django up to twenty times as long as the database takes to answer them. Here
a queryset is built with slots in place of values, compiled on first use, and run with the values put in.
"""

import re
from collections import OrderedDict
from collections.abc import Callable, Hashable, Sequence
from threading import Lock
from typing import Any, NamedTuple

from django.core.exceptions import EmptyResultSet
from django.db import connection, connections
from django.db.models import QuerySet

_FIRST = 2_000_000_000  # fits the smallest key there is, and no key grows so large
_slots_by_name: dict[str, int] = {}
_number_slots: dict[int, str] = {}
_PLACES = re.compile(r"%s|%%|\b2\d{9}\b")  # where a value goes: a parameter, or a number Django writes into the SQL


def text_slot(name: str) -> str:
    """Stands for the text `name` in a filter."""
    return f"\x02{name}\x03"


def number_slot(name: str) -> int:
    """Stands for the number `name` in a filter or as the start of a slice."""
    slot = _slots_by_name.setdefault(name, _FIRST + len(_slots_by_name))
    _number_slots[slot] = name
    return slot


class Prepared:
    """`build` makes a `values_list()` queryset that holds slots. `in_pages`: run() takes `limit` and `offset` too.

    Rows are as the database gives them, so dates may be texts and JSON is text, unless they are `converted`.
    """

    def __init__(self, build: Callable[[], QuerySet], *, in_pages: bool = False, converted: bool = False) -> None:
        self._build = build
        self._in_pages = in_pages
        self._converted = converted
        self._compiled: dict[str, _Compiled] = {}

    def run(self, *, limit: int = 0, offset: int = 0, **values: Any) -> list[tuple]:
        """All rows, or those of one page. One query."""
        compiled = self._compiled.get(connection.vendor) or self.compile()
        if not compiled.sql:
            return []
        parameters = [values[slot.name] if isinstance(slot, _Slot) else slot for slot in compiled.slots]
        if self._in_pages:
            parameters += [limit, offset]
        rows = execute(compiled.sql, parameters)
        return [_convert(row, compiled.converters) for row in rows] if compiled.converters else rows

    def compile(self) -> "_Compiled":
        compiler = self._build().query.get_compiler(connection=connection)
        try:
            sql, slots = _with_places(*compiler.as_sql())
        except EmptyResultSet:
            return self._keep(_Compiled("", [], []))
        paged = f"{sql} LIMIT %s OFFSET %s" if self._in_pages else sql
        return self._keep(_Compiled(paged, slots, _converters(compiler) if self._converted else []))

    def _keep(self, compiled: "_Compiled") -> "_Compiled":
        self._compiled[connection.vendor] = compiled
        return compiled


class PreparedShapes:
    """The same for a query of many shapes: which filters there are, how it is sorted, what its reader may see.

    Each shape is compiled when it is first asked for; the `most` that were asked for last are kept.
    """

    def __init__(self, most: int = 1000) -> None:
        self._most = most
        self._kept: OrderedDict[Hashable, Prepared] = OrderedDict()
        self._lock = Lock()

    def run(self, shape: Hashable, build: Callable[..., QuerySet], **values: int) -> list[tuple]:
        """Converted rows of `build(**values)`, a queryset that depends on nothing but `shape` and the values."""
        return self._of(shape, build, values).run(**values)

    def _of(self, shape: Hashable, build: Callable[..., QuerySet], values: dict[str, int]) -> Prepared:
        with self._lock:
            if kept := self._kept.get(shape):
                self._kept.move_to_end(shape)
                return kept
        slots = {name: number_slot(name) for name in values}
        made = Prepared(lambda: build(**slots), converted=True)
        made.compile()  # what cannot be built is not kept
        with self._lock:
            self._kept[shape] = made
            if len(self._kept) > self._most:
                self._kept.popitem(last=False)
        return made


class PreparedFor:
    """The same for a list of keys of any length: one query per length, rounded up to a power of two.

    `build` takes the slots of the list. A list shorter than its query is filled up with its first key.
    """

    def __init__(self, build: Callable[[list[int]], QuerySet], *, converted: bool = False) -> None:
        self._build = build
        self._converted = converted
        self._by_length: dict[int, Prepared] = {}

    def run(self, keys: Sequence[int], **values: Any) -> list[tuple]:
        if not keys:
            return []
        length = 1 << (len(keys) - 1).bit_length()
        filled = [*keys, *[keys[0]] * (length - len(keys))]
        return self._of_length(length).run(**{f"key_{at}": key for at, key in enumerate(filled)}, **values)

    def _of_length(self, length: int) -> Prepared:
        if length not in self._by_length:
            slots = [number_slot(f"key_{at}") for at in range(length)]
            self._by_length[length] = Prepared(lambda: self._build(slots), converted=self._converted)
        return self._by_length[length]


class _Slot(NamedTuple):
    name: str


class _Compiled(NamedTuple):
    """SQL, what goes into its places, and how to convert columns that need it. No SQL: there can be no rows."""

    sql: str
    slots: list
    converters: list[tuple[int, list[Callable], Any]]


def execute(sql: str, parameters: Sequence) -> list[tuple]:
    """Rows of a statement that is always the same but for its parameters; none of one that gives no rows.

    On PostgreSQL bound in the server, which plans a statement once and then keeps the plan, as settings allow.
    A log of queries can only show what is bound here.
    """
    if connection.vendor != "postgresql" or connection.queries_logged:
        with connection.cursor() as cursor:
            return _fetched(cursor, sql, parameters)
    with _binding_cursor() as cursor:
        return _fetched(cursor, sql, [_of_one_width(value) for value in parameters])


def _fetched(cursor, sql: str, parameters: Sequence) -> list[tuple]:
    cursor.execute(sql, parameters)
    return cursor.fetchall() if cursor.description else []


def _binding_cursor():
    from django.db.backends.postgresql.base import ServerBindingCursor

    database = connections[connection.alias]
    database.close_if_health_check_failed()
    database.ensure_connection()
    return database._prepare_cursor(ServerBindingCursor(database.connection))


def _of_one_width(value: Any) -> Any:
    """A statement is kept by its parameters' types, and psycopg gives a number the narrowest."""
    from psycopg.types.numeric import Int8

    if type(value) is list:
        return [_of_one_width(one) for one in value]
    return Int8(value) if type(value) is int else value


def _with_places(sql: str, parameters: Sequence) -> tuple[str, list]:
    """The SQL with a %s in each place, and a slot or a value for each. PostgreSQL plans better for values it can read,
    so there they become part of the SQL.
    """
    slots, given = [], iter(parameters)

    def place(match: re.Match) -> str:
        text = match[0]
        if text == "%%":
            return text
        found = _slot_or_value(next(given) if text == "%s" else int(text))
        if connection.vendor == "postgresql" and not isinstance(found, _Slot):
            return _literal(found)
        if text != "%s" and not isinstance(found, _Slot):
            return text
        slots.append(found)
        return "%s"

    return _PLACES.sub(place, sql), slots


def _literal(value: Any) -> str:
    from psycopg.sql import Literal

    connection.ensure_connection()
    return Literal(value).as_string(connection.connection).replace("%", "%%")


def _slot_or_value(given: Any) -> Any:
    if isinstance(given, str) and given.startswith("\x02"):
        return _Slot(given[1:-1])
    if isinstance(given, int) and given in _number_slots:
        return _Slot(_number_slots[given])
    return given


def _converters(compiler) -> list[tuple[int, list[Callable], Any]]:
    """Django's own, as its querysets apply them."""
    found = compiler.get_converters([column for column, *_ in compiler.select])
    return [(at, functions, expression) for at, (functions, expression) in found.items()]


def _convert(row: tuple, converters: list[tuple[int, list[Callable], Any]]) -> tuple:
    values = list(row)
    for at, functions, expression in converters:
        for function in functions:
            values[at] = function(values[at], expression, connection)
    return tuple(values)
