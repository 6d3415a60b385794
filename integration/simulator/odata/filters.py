"""$filter: text → a tree of conditions.

    or    = and {"or" and}
    and   = term {"and" term}
    term  = "not" term | "(" or ")" | field operator literal

A literal is guid'…', datetime'…', '…' (with '' for a quote), a number, true, false or cast(guid'…','Type').
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from integration.simulator.odata.errors import OPTION, ODataError
from integration.simulator.refs import as_key

TOKEN = re.compile(
    r"\s*(?:(?P<typed>(?:guid|datetime|cast)(?=['(]))|(?P<text>'(?:[^']|'')*')|(?P<number>-?\d+(?:\.\d+)?)\b"
    r"|(?P<word>[\w./]+)|(?P<sign>[(),]))"
)
OPERATORS = ("eq", "ne", "gt", "ge", "lt", "le")


@dataclass(frozen=True)
class Compare:
    field: str
    operator: str
    value: object


@dataclass(frozen=True)
class Cast:
    """A reference with its type: what a composite field has to be compared with."""

    key: str
    type: str


@dataclass(frozen=True)
class All:
    parts: tuple


@dataclass(frozen=True)
class Any:
    parts: tuple


@dataclass(frozen=True)
class Not:
    part: object


def parse_filter(text: str) -> Compare | All | Any | Not:
    """Raises ODataError 400, code 14, on anything it cannot read."""
    reader = _Reader(_tokens(text))
    tree = reader.any_of()
    if reader.peek() is not None:
        raise _unreadable(reader.peek()[1])
    return tree


def _tokens(text: str) -> list[tuple[str, str]]:
    tokens, position = [], 0
    while text[position:].strip():
        match = TOKEN.match(text, position)
        if not match:
            raise _unreadable(text[position:])
        tokens.append((match.lastgroup, match[match.lastgroup]))
        position = match.end()
    return tokens


def _unreadable(part: str) -> ODataError:
    return ODataError(400, OPTION, f"Ошибка разбора опций запроса: $filter, «{part}»")


def flat(parts: list) -> Iterator:
    """`(a and b) and c` is `a and b and c`."""
    for part in parts:
        yield from part.parts if isinstance(part, All) else (part,)


class _Reader:
    def __init__(self, tokens: list[tuple[str, str]]):
        self.tokens, self.position = tokens, 0

    def peek(self) -> tuple[str, str] | None:
        return self.tokens[self.position] if self.position < len(self.tokens) else None

    def take(self, kind: str | None = None, value: str | None = None) -> str:
        token = self.peek()
        if token is None or (kind and token[0] != kind) or (value and token[1] != value):
            raise _unreadable(token[1] if token else "конец выражения")
        self.position += 1
        return token[1]

    def found(self, kind: str, value: str) -> bool:
        if self.peek() != (kind, value):
            return False
        self.position += 1
        return True

    def any_of(self):
        parts = [self.all_of()]
        while self.found("word", "or"):
            parts.append(self.all_of())
        return parts[0] if len(parts) == 1 else Any(tuple(parts))

    def all_of(self):
        parts = [self.term()]
        while self.found("word", "and"):
            parts.append(self.term())
        return parts[0] if len(parts) == 1 else All(tuple(flat(parts)))

    def term(self):
        if self.found("word", "not"):
            return Not(self.term())
        if self.found("sign", "("):
            inner = self.any_of()
            self.take("sign", ")")
            return inner
        field, operator = self.take("word"), self.take("word")
        if operator not in OPERATORS:
            raise _unreadable(operator)
        return Compare(field, operator, self.literal())

    def literal(self):
        kind, value = self.peek() or ("end", "конец выражения")
        self.position += 1
        if kind == "text":
            return value[1:-1].replace("''", "'")
        if kind == "number":
            return Decimal(value)
        if kind == "word" and value in ("true", "false"):
            return value == "true"
        if kind == "typed":
            return self.cast() if value == "cast" else self.typed(value)
        raise _unreadable(value)

    def typed(self, kind: str) -> str:
        text = self.take("text")[1:-1]
        if kind == "datetime":
            return text
        key = as_key(text)
        if key is None:
            raise _unreadable(f"guid'{text}'")
        return key

    def cast(self) -> Cast:
        self.take("sign", "(")
        key = self.typed(self.take("typed", "guid"))
        self.take("sign", ",")
        name = self.take("text")[1:-1]
        self.take("sign", ")")
        return Cast(key, name)
