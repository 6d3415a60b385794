"""How a value of 1C becomes a value of a column.

A field is declared in a module's `exchange.py` without a source name (that is the profile's) and compiled against
the model's own field, whose limits it keeps. Converters give what both databases take as a bulk value: text, bool or
None; references are 32 hexadecimal digits, which PostgreSQL reads as a uuid and Django keeps in SQLite.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from functools import lru_cache
from zoneinfo import ZoneInfo

import orjson
from django.conf import settings
from django.db import models

from integration.reasons import BadValue

Convert = Callable[..., object]

ZERO_REF = "0" * 32
EMPTY_YEAR = "0001-01-01"
GUID = re.compile(r"[0-9a-fA-F]{8}-?(?:[0-9a-fA-F]{4}-?){3}[0-9a-fA-F]{12}")


class Field:
    """Base of the declarations. `compile(model_field)` gives the converter; it raises BadValue.

    `takes`: of how many source fields a value is made; of several the converter gets a tuple.
    """

    takes = range(1, 2)

    def compile(self, column: models.Field) -> Convert:
        raise NotImplementedError


@dataclass(frozen=True)
class Text(Field):
    """Text without BOM, control characters and blanks at its ends (no-break ones too)."""

    def compile(self, column: models.Field) -> Convert:
        limit = column.max_length

        def convert(value: object) -> str:
            text = clean(value)
            if limit and len(text) > limit:
                raise BadValue("long", length=len(text), limit=limit)
            return text

        return convert


@dataclass(frozen=True)
class Ref(Field):
    """A reference to a row of `entity`. `empty`: the reference that stands for an empty one, if any.

    `lenient`: one that leads nowhere (yet) counts as empty; elsewhere the row waits for what it points to.
    """

    entity: str
    empty: str | None = None
    lenient: bool = False

    def compile(self, column: models.Field) -> Convert:
        empty, optional = self.empty, column.null

        @lru_cache(maxsize=10_000)  # the same price kinds come again and again in a register
        def convert(value: object) -> str | None:
            ref = reference(value)
            if ref is not None:
                return ref
            if empty is None and not optional:
                raise BadValue("required")
            return empty

        return convert


@dataclass(frozen=True)
class Flag(Field):
    def compile(self, column: models.Field) -> Convert:
        def convert(value: object) -> bool:
            if isinstance(value, bool):
                return value
            raise BadValue("type", value=value, expected="yes or no")

        return convert


@dataclass(frozen=True)
class Number(Field):
    """A decimal, rounded half up to the column's places. `zero_is_empty`: 1C writes 0 where nothing was filled in."""

    zero_is_empty: bool = False

    def compile(self, column: models.DecimalField) -> Convert:
        places, whole = column.decimal_places, column.max_digits - column.decimal_places
        plain = re.compile(rf"-?[0-9]{{1,{whole}}}(?:\.[0-9]{{1,{places}}})?").fullmatch
        zero_is_empty, optional = self.zero_is_empty, column.null

        def convert(value: object) -> str | None:
            if value is None or value == "":
                return _absent(optional)
            text = value if type(value) is str and plain(value) else rounded(value, places, whole)
            return None if zero_is_empty and not Decimal(text) else text

        return convert


@dataclass(frozen=True)
class Whole(Field):
    """A whole number from 0 to 2³¹ - 1; nothing is 0."""

    def compile(self, column: models.Field) -> Convert:
        def convert(value: object) -> str:
            number = decimal(0 if value is None or value == "" else value)
            if number != number.to_integral_value() or not 0 <= number < 2**31:
                raise BadValue("type", value=value, expected="a whole number")
            return str(int(number))

        return convert


@dataclass(frozen=True)
class Ratio(Field):
    """The quotient of two source fields: Числитель / Знаменатель."""

    takes = range(2, 3)

    def compile(self, column: models.DecimalField) -> Convert:
        places, whole = column.decimal_places, column.max_digits - column.decimal_places

        @lru_cache(maxsize=1000)
        def convert(pair: tuple) -> str:
            above, below = map(decimal, pair)
            if below <= 0 or above <= 0:
                raise BadValue("type", value=f"{pair[0]} / {pair[1]}", expected="a positive ratio")
            return rounded(above / below, places, whole)

        return convert


@dataclass(frozen=True)
class Made(Field):
    """A text made of several source fields by a function of their cleaned texts."""

    make: Callable[..., str]
    takes = range(2, 20)

    def compile(self, column: models.Field) -> Convert:
        make = self.make

        def convert(values: tuple) -> str:
            return make(*map(clean, values))

        return convert


@dataclass(frozen=True)
class Date(Field):
    """The day of a date of 1C; its empty date is None."""

    def compile(self, column: models.Field) -> Convert:
        optional = column.null

        @lru_cache(maxsize=10_000)
        def convert(value: object) -> str | None:
            if value is None or value == "" or str(value).startswith(EMPTY_YEAR):
                return _absent(optional)
            return _parsed(date.fromisoformat, str(value)[:10], "a date").isoformat()

        return convert


@dataclass(frozen=True)
class Moment(Field):
    """A point in time; without an offset it is in the base's own zone (ONEC_TIME_ZONE). Kept in UTC."""

    def compile(self, column: models.Field) -> Convert:
        optional = column.null

        @lru_cache(maxsize=10_000)
        def convert(value: object) -> str | None:
            if value is None or value == "" or str(value).startswith(EMPTY_YEAR):
                return _absent(optional)
            moment = _parsed(datetime.fromisoformat, str(value), "a time")
            if moment.tzinfo is None:
                moment = moment.replace(tzinfo=ZoneInfo(settings.ONEC_TIME_ZONE))
            return moment.astimezone(UTC).replace(tzinfo=None).isoformat(" ")

        return convert


@dataclass(frozen=True)
class Choice(Field):
    """A value of an enumeration of 1C. What `values` does not name is parked, not guessed."""

    values: Mapping[str, object] = field(hash=False)

    def compile(self, column: models.Field) -> Convert:
        values = self.values

        def convert(value: object) -> object:
            try:
                return values[value]
            except (KeyError, TypeError):
                raise BadValue("choice", value=value) from None

        return convert


@dataclass(frozen=True)
class Lines(Field):
    """A table part as JSON: a list of {name: value}. `columns`: name → how the value of one line is read.

    The profile names one column of 1C (`Part[].Column`) for each, in this order.
    """

    columns: Mapping[str, Convert] = field(hash=False)

    @property
    def takes(self) -> range:
        return range(len(self.columns), len(self.columns) + 1)

    def compile(self, column: models.Field) -> Convert:
        names, converts = tuple(self.columns), tuple(self.columns.values())

        def convert(given: tuple | list) -> str:
            lines = zip(*(given if len(names) > 1 else (given,)), strict=True)
            read = [dict(zip(names, map(_applied, converts, line), strict=True)) for line in lines]
            return orjson.dumps(read).decode()

        return convert


def _applied(convert: Convert, value: object) -> object:
    return convert(value)


def exact(places: int, whole: int = 14) -> Convert:
    """Reads a number of a line as a text with so many decimals; empty is zero."""

    def convert(value: object) -> str:
        return rounded(value if value not in (None, "") else 0, places, whole)

    return convert


def clean(value: object) -> str:
    """Text as people read it; None is an empty text. Raises BadValue for what is not a text or a number."""
    if type(value) is not str:
        if value is None:
            return ""
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise BadValue("type", value=value, expected="a text")
        value = str(value)
    if value.isprintable() and value == value.strip():
        return value
    kept = (c for c in value if c in "\n\t" or (unicodedata.category(c) not in ("Cc", "Cs") and c != "\ufeff"))
    return "".join(kept).strip()


def reference(value: object) -> str | None:
    """32 lower-case hexadecimal digits of a guid; None for the empty one. Raises BadValue."""
    if value is None or value == "":
        return None
    if type(value) is not str or not GUID.fullmatch(value):
        raise BadValue("type", value=value, expected="a reference")
    ref = value.replace("-", "").lower()
    return None if ref == ZERO_REF else ref


def decimal(value: object) -> Decimal:
    """A number of 1C, which may be a number or a text. Raises BadValue."""
    try:
        number = Decimal(value if isinstance(value, Decimal) else str(value)) if not isinstance(value, bool) else None
    except InvalidOperation:
        number = None
    if number is None or not number.is_finite():
        raise BadValue("type", value=value, expected="a number")
    return number


def rounded(value: object, places: int, whole: int) -> str:
    """A number as a text with exactly `places` decimals. Raises BadValue with more than `whole` digits before them."""
    number = decimal(value)
    if number and number.adjusted() >= whole:
        raise BadValue("digits", value=value)
    number = number.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
    if number and number.adjusted() >= whole:
        raise BadValue("digits", value=value)
    return str(number)


def _absent(optional: bool) -> None:
    if not optional:
        raise BadValue("required")


def _parsed(parse: Callable[[str], object], text: str, expected: str):
    try:
        return parse(text)
    except ValueError:
        raise BadValue("type", value=text, expected=expected) from None
