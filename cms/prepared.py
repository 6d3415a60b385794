"""Queries written by Django once and run many times.

Making the SQL of these queries takes Django up to twenty times as long as the database takes to answer them. Here
a queryset is built with slots in place of values, compiled on first use, and run with the values put in.
"""

from collections.abc import Callable, Sequence
from itertools import count
from typing import Any

from django.db import connection
from django.db.models import QuerySet

_numbers = count(1_000_000_000)
_number_slots: dict[int, str] = {}


def text_slot(name: str) -> str:
    """Stands for the text `name` in a filter."""
    return f"\x02{name}\x03"


def number_slot(name: str) -> int:
    """Stands for the number `name` in a filter."""
    slot = next(_numbers)
    _number_slots[slot] = name
    return slot


class Prepared:
    """`build` makes a `values_list()` queryset that holds slots. `in_pages`: run() takes `limit` and `offset` too.

    Rows are as the database gives them: no converters run, so dates may be texts and JSON is text.
    """

    def __init__(self, build: Callable[[], QuerySet], *, in_pages: bool = False) -> None:
        self._build = build
        self._in_pages = in_pages
        self._compiled: dict[str, tuple[str, list]] = {}

    def run(self, *, limit: int = 0, offset: int = 0, **values: Any) -> list[tuple]:
        """All rows, or those of one page. One query."""
        sql, slots = self._compiled.get(connection.vendor) or self._compile()
        parameters = [values[slot.name] if isinstance(slot, _Slot) else slot for slot in slots]
        if self._in_pages:
            parameters += [limit, offset]
        with connection.cursor() as cursor:
            cursor.execute(sql, parameters)
            return cursor.fetchall()

    def _compile(self) -> tuple[str, list]:
        sql, parameters = self._build().query.sql_with_params()
        paged = f"{sql} LIMIT %s OFFSET %s" if self._in_pages else sql
        compiled = self._compiled[connection.vendor] = (paged, [_slot_or_value(given) for given in parameters])
        return compiled


class PreparedFor:
    """The same for a list of keys of any length: one query per length, rounded up to a power of two.

    `build` takes the slots of the list. A list shorter than its query is filled up with its first key.
    """

    def __init__(self, build: Callable[[list[int]], QuerySet]) -> None:
        self._build = build
        self._by_length: dict[int, Prepared] = {}

    def run(self, keys: Sequence[int]) -> list[tuple]:
        if not keys:
            return []
        length = 1 << (len(keys) - 1).bit_length()
        filled = [*keys, *[keys[0]] * (length - len(keys))]
        return self._of_length(length).run(**{f"key_{at}": key for at, key in enumerate(filled)})

    def _of_length(self, length: int) -> Prepared:
        if length not in self._by_length:
            slots = [number_slot(f"key_{at}") for at in range(length)]
            self._by_length[length] = Prepared(lambda: self._build(slots))
        return self._by_length[length]


class _Slot:
    def __init__(self, name: str) -> None:
        self.name = name


def _slot_or_value(given: Any) -> Any:
    if isinstance(given, str) and given.startswith("\x02"):
        return _Slot(given[1:-1])
    if isinstance(given, int) and given in _number_slots:
        return _Slot(_number_slots[given])
    return given
