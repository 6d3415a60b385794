"""Rows of 1C spoilt in every way that is known of: wrong types, fields missing, huge texts, control characters, names
and keys given twice, values nobody knows, keys and versions that are none.

served(rows, fields) draws what a base sends of these rows.
"""

from copy import deepcopy
from dataclasses import dataclass, field

from hypothesis import strategies as st

from tests.integration.loading.hostile import DEEP, text_of

# A Python text may hold half of a surrogate pair; a sender that escapes carelessly sends one.
TEXTS = st.text(max_size=30) | st.sampled_from(
    ["", " ", "Непонятно", "я" * 5_000, "x" * 200_000, "\ufeffBOM", "\x00\x01\x1f", "\ud800", "0001-01-01T00:00:00"]
)
NUMBERS = st.integers(-(10**200), 10**200) | st.floats() | st.sampled_from(["1e999999999", "-1", "NaN", "1e-400"])
GARBAGE = st.sampled_from([DEEP.strip('"'), [], {}, [None], {"a": {"b": [1, {"c": None}]}}, [[[["x"]]]]])
ODD = st.none() | st.booleans() | NUMBERS | TEXTS | GARBAGE
NOT_A_KEY = st.none() | st.booleans() | st.integers(0, 10**30) | st.sampled_from(["", "не ключ", "'", [], {}, "\x00"])
NOT_A_MARK = st.sampled_from(["true", "Да", 1, [], {}, "\x00"])
NOT_A_ROW = st.none() | st.booleans() | st.integers() | TEXTS | GARBAGE


def key_of(row: dict) -> str:
    return row["Ref_Key"] if "Ref_Key" in row else row["id"]


class Spoiling:
    """A row of either channel and where its key, mark, version and fields are."""

    def __init__(self, draw, row: dict, fields: list[str]) -> None:
        self.draw, self.fields, self.row = draw, fields, deepcopy(row)
        is_object = "Ref_Key" in row
        self.data = self.row if is_object else self.row["data"]
        self.key, self.mark, self.version = HEADS[is_object]

    def value(self) -> list[str]:
        self.data.update(self.draw(st.dictionaries(st.sampled_from(self.fields), ODD, min_size=1, max_size=3)))
        return [text_of(self.row)]

    def absent(self) -> list[str]:
        for name in self.draw(st.sets(st.sampled_from(self.fields), min_size=1, max_size=3)):
            self.data.pop(name, None)
        return [text_of(self.row)]

    def no_key(self) -> list[str]:
        return [text_of(self.row | {self.key: self.draw(NOT_A_KEY)})]

    def no_mark(self) -> list[str]:
        return [text_of(self.row | {self.mark: self.draw(NOT_A_MARK)})]

    def odd_version(self) -> list[str]:
        return [text_of(self.row | {self.version: self.draw(ODD)})]

    def no_row(self) -> list[str]:
        return [text_of(self.draw(NOT_A_ROW))]

    def twice(self) -> list[str]:
        """The same key in two rows."""
        return self.draw(st.permutations([text_of(self.row), *self.value()]))

    def named_twice(self) -> list[str]:
        """The same name in one row."""
        name = self.draw(st.sampled_from([self.key, self.mark, self.version]))
        return ['{"' + name + '":"twice",' + text_of(self.row)[1:]]


HEADS = {True: ("Ref_Key", "DeletionMark", "DataVersion"), False: ("id", "deleted", "version")}
KEY_LOST = [Spoiling.no_key, Spoiling.no_row]
KEY_KEPT = [
    Spoiling.value,
    Spoiling.value,
    Spoiling.absent,
    Spoiling.no_mark,
    Spoiling.odd_version,
    Spoiling.twice,
    Spoiling.named_twice,
]


@dataclass
class Served:
    """What the base sends, the keys of rows it leaves as they are, of those it spoils, and how many lost their key."""

    texts: list[str] = field(default_factory=list)
    good: set[str] = field(default_factory=set)
    bad: set[str] = field(default_factory=set)
    keyless: int = 0


@st.composite
def served(draw, rows: list[dict], fields: list[str]) -> Served:
    spoilt, sent = draw(st.sets(st.integers(0, len(rows) - 1), min_size=1, max_size=6)), Served()
    for number, row in enumerate(rows):
        if number not in spoilt:
            sent.texts.append(text_of(row))
            sent.good.add(key_of(row))
            continue
        way = draw(st.sampled_from(KEY_KEPT + KEY_LOST))
        sent.texts += way(Spoiling(draw, row, fields))
        sent.keyless += way in KEY_LOST
        sent.bad |= {key_of(row)} - ({key_of(row)} if way in KEY_LOST else set())
    return sent


def claims_of(partner: str) -> list[dict]:
    """Items of a feed of claims, eight of them, of a client that the portal has."""
    data = {
        "partner": partner,
        "counterparty": None,
        "contract": None,
        "order": None,
        "number": "П-1",
        "kind": "quality",
        "subject": "Течь",
        "text": "Течёт",
        "status": "Зарегистрирована",
        "answer": "",
        "registered_at": "2026-11-20T10:00:00+05:00",
        "portal_version": None,
    }
    return [
        {"id": f"{number:08d}-0000-4000-8000-000000000000", "version": number, "deleted": False, "data": data}
        for number in range(1, 9)
    ]
