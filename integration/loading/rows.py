"""From what 1C sent to rows for the stage: keys, versions and fields read by the regulation and the profile."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from operator import itemgetter
from uuid import NAMESPACE_OID, uuid5

from integration import profile
from integration.client import odata
from integration.fields import reference
from integration.reasons import BadValue, shortened, storable
from integration.regulation import Channel, Entity

LONGEST_VERSION = 24


@dataclass
class Bad:
    """A row that cannot be kept: to be parked with its reason."""

    ref: str
    version: str
    payload: dict
    reason: dict
    waits_for: str = ""


@dataclass
class Batch:
    """Some rows of one entity, `read` from 1C.

    `rows`: ref → (ref, version, deleted, *fields); `raw`: ref → as 1C sent it; `gone`: ref → version of rows that 1C
    says are no more (registers only); `marked`: ref → version of rows that 1C marks deleted without saying more;
    `held`: rows that the portal has changed and 1C does not know yet; `ignored`: rows of the source that are not this
    entity's; `newer`: those of them that are and that the portal has in a newer version. Of several rows with one key
    the last counts.
    """

    read: int = 0
    rows: dict[str, tuple] = field(default_factory=dict)
    raw: dict[str, dict] = field(default_factory=dict)
    bad: dict[str, Bad] = field(default_factory=dict)
    gone: dict[str, str] = field(default_factory=dict)
    marked: dict[str, str] = field(default_factory=dict)
    held: set[str] = field(default_factory=set)
    ignored: set[str] = field(default_factory=set)
    newer: set[str] = field(default_factory=set)

    def refs(self) -> set[str]:
        """Keys of all rows that 1C has."""
        return self.rows.keys() | self.bad.keys() | self.marked.keys() | self.held | self.newer


class Reader:
    """Reads rows of one entity: made once a load, called for every page. No database: it runs in the reading thread."""

    def __init__(self, entity: Entity) -> None:
        source = profile.source_of(entity.name)
        self.entity = entity
        self.where = tuple(source.where.items())
        self.gone = tuple(source.gone.items())
        head = (odata.KEY, odata.VERSION, odata.DELETED)
        self.select = tuple(dict.fromkeys((*head, *source.names())))  # channel A: what has to be asked for
        self.fields = [_compiled(entity, name, source.fields[name]) for name in entity.fields]
        catalogue = entity.channel is Channel.CATALOGUE
        self.open = _open_object if catalogue else _open_item
        self.key, self.mark = (odata.KEY, odata.DELETED) if catalogue else ("id", "deleted")

    def batch(self, sent: list[dict]) -> Batch:
        batch = Batch(read=len(sent))
        for raw in sent:
            self._add(batch, raw)
        return batch

    def _add(self, batch: Batch, raw: dict) -> None:
        try:
            ref, version, deleted, data = self.open(raw)
        except BadValue as bad:
            ref = unreadable_key(raw)
            batch.bad[ref] = Bad(ref, "", raw if isinstance(raw, dict) else {"row": raw}, bad.reason(self.key))
            return
        for kept in (batch.rows, batch.bad, batch.marked):
            kept.pop(ref, None)
        batch.gone.pop(ref, None)
        if not isinstance(deleted, bool):
            reason = BadValue("type", value=deleted, expected="yes or no").reason(self.mark)
            batch.bad[ref] = Bad(ref, version, raw, reason)
            return
        if self.gone and not deleted:
            deleted = any(_has_line(data.get(part), wanted) for part, wanted in self.gone)
        if deleted and self.entity.register:
            batch.gone[ref] = version
        elif deleted and not data:
            batch.marked[ref] = version
            batch.raw[ref] = raw
        elif not self._is_ours(data):
            batch.ignored.add(ref)
        else:
            self._read(batch, raw, (ref, version, deleted), data)

    def _is_ours(self, data: dict) -> bool:
        for name, value in self.where:
            found = data.get(name)
            if found != value and not (found is None and value == ""):
                return False
        return True

    def _read(self, batch: Batch, raw: dict, head: tuple[str, str, bool], data: dict) -> None:
        row, label = list(head), ""
        try:
            for label, get, convert in self.fields:  # noqa: B007  (label: where it stopped)
                row.append(convert(get(data)))
        except (BadValue, KeyError, TypeError, ArithmeticError, RecursionError) as error:
            batch.bad[head[0]] = Bad(head[0], head[1], raw, _fault(error, label, get, data))
            return
        batch.rows[head[0]] = tuple(row)
        batch.raw[head[0]] = raw


def _has_line(part: object, wanted: dict[str, object]) -> bool:
    """Whether a table part has a line with these values."""
    lines = part if isinstance(part, list) else []
    return any(
        isinstance(line, dict) and all(line.get(name) == value for name, value in wanted.items()) for line in lines
    )


def _compiled(entity: Entity, name: str, sources: tuple[str, ...]) -> tuple[str, Callable, Callable]:
    """(label for people, getter of the source value or values, converter)"""
    convert = entity.fields[name].compile(entity.model._meta.get_field(name))
    return f"{' / '.join(sources)} ({name})", _getter(sources), convert


def _getter(sources: tuple[str, ...]) -> Callable[[dict], object]:
    """Gives the value of one source, a tuple of several; raises KeyError for what 1C did not send."""
    lines = [profile.line_of(source) for source in sources]
    if not any(lines):
        return itemgetter(*sources)
    getters = [line.of if line else itemgetter(source) for line, source in zip(lines, sources, strict=True)]
    return getters[0] if len(getters) == 1 else lambda data: tuple(get(data) for get in getters)


def _fault(error: Exception, label: str, get: Callable, data: dict) -> dict:
    """What was wrong with a value, as ParkedRow.reason keeps it."""
    if isinstance(error, KeyError):
        error = BadValue("missing")
    if not isinstance(error, BadValue):
        error = BadValue("type", value=get(data), expected="a simple value")
    return error.reason(label)


def _open_object(raw: dict) -> tuple[str, str, object, dict]:
    """An object of OData → ref, version, deleted (as sent), fields."""
    ref = _key(raw, odata.KEY)
    return ref, version_of(raw.get(odata.VERSION)), _given(raw.get(odata.DELETED)), raw


def _open_item(raw: dict) -> tuple[str, str, object, dict]:
    """An item of a feed → ref, version, deleted (as sent), data."""
    ref = _key(raw, "id")
    data = raw.get("data")
    return ref, version_of(raw.get("version")), _given(raw.get("deleted")), data if isinstance(data, dict) else {}


def version_of(value: object) -> str:
    """A version as it is kept and compared; of what is none, a cut of how it looks."""
    if type(value) is str and len(value) <= LONGEST_VERSION and value.isprintable():
        return value
    if type(value) is int and value:
        return str(value)[:LONGEST_VERSION]
    return shortened(value)[:LONGEST_VERSION] if value else ""


def _given(mark: object) -> object:
    """A deletion mark, which may be left out."""
    return False if mark is None else mark


def _key(raw: dict, name: str) -> str:
    if not isinstance(raw, dict):
        raise BadValue("key", value=raw)
    try:
        ref = reference(raw.get(name))
    except BadValue:
        ref = None
    if ref is None:
        raise BadValue("key", value=raw.get(name))
    return ref


def unreadable_key(raw: object) -> str:
    """A stable key for a row that has none, so that it is parked once."""
    return uuid5(NAMESPACE_OID, json.dumps(storable(raw), sort_keys=True, default=str)).hex
