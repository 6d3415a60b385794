"""From what 1C sent to rows for the stage: keys, versions and fields read by the regulation and the profile."""

from collections.abc import Callable
from dataclasses import dataclass, field
from uuid import NAMESPACE_OID, uuid5

import orjson

from integration import profile
from integration.client import odata
from integration.fields import Ratio, reference
from integration.reasons import BadValue
from integration.regulation import Channel, Entity


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
    """Some rows of one entity. `rows`: ref → (ref, version, deleted, *fields); `raw`: ref → as 1C sent it.

    `gone`: rows that 1C says are no more (registers only); `ignored`: rows of the source that are not this entity's.
    Of several rows with one key the last counts.
    """

    rows: dict[str, tuple] = field(default_factory=dict)
    raw: dict[str, dict] = field(default_factory=dict)
    bad: dict[str, Bad] = field(default_factory=dict)
    gone: set[str] = field(default_factory=set)
    ignored: set[str] = field(default_factory=set)

    def refs(self) -> set[str]:
        """Keys of all rows that 1C has."""
        return self.rows.keys() | self.bad.keys()


class Reader:
    """Reads rows of one entity: made once a load, called for every page."""

    def __init__(self, entity: Entity) -> None:
        source = profile.source_of(entity.name)
        self.entity = entity
        self.where = tuple(source.where.items())
        self.fields = [_compiled(entity, name, source.fields[name]) for name in entity.fields]
        self.open = _open_object if entity.channel is Channel.CATALOGUE else _open_item

    def batch(self, sent: list[dict]) -> Batch:
        batch = Batch()
        for raw in sent:
            self._add(batch, raw)
        return batch

    def _add(self, batch: Batch, raw: dict) -> None:
        try:
            ref, version, deleted, data = self.open(raw)
        except BadValue as bad:
            ref = unreadable_key(raw)
            batch.bad[ref] = Bad(ref, "", raw if isinstance(raw, dict) else {"row": raw}, bad.reason("id"))
            return
        for kept in (batch.rows, batch.bad):
            kept.pop(ref, None)
        batch.gone.discard(ref)
        if deleted and self.entity.register:
            batch.gone.add(ref)
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
        row = list(head)
        for name, convert in self.fields:
            try:
                row.append(convert(data))
            except BadValue as bad:
                batch.bad[head[0]] = Bad(head[0], head[1], raw, bad.reason(name))
                return
        batch.rows[head[0]] = tuple(row)
        batch.raw[head[0]] = raw


def _compiled(entity: Entity, name: str, sources: tuple[str, ...]) -> tuple[str, Callable[[dict], object]]:
    declared = entity.fields[name]
    convert = declared.compile(entity.model._meta.get_field(name))
    label = f"{' / '.join(sources)} ({name})"
    return label, _of_two(convert, *sources) if isinstance(declared, Ratio) else _of_one(convert, sources[0])


def _of_one(convert: Callable, source: str) -> Callable[[dict], object]:
    def read(data: dict) -> object:
        try:
            return convert(data[source])
        except KeyError:
            raise BadValue("missing") from None
        except (TypeError, OverflowError):
            raise BadValue("type", value=data[source], expected="a simple value") from None

    return read


def _of_two(convert: Callable, first: str, second: str) -> Callable[[dict], object]:
    def read(data: dict) -> object:
        try:
            return convert(data[first], data[second])
        except KeyError:
            raise BadValue("missing") from None
        except TypeError:
            raise BadValue("type", value=(data[first], data[second]), expected="two numbers") from None

    return read


def _open_object(raw: dict) -> tuple[str, str, bool, dict]:
    """An object of OData → ref, version, deleted, fields."""
    ref = _key(raw, odata.KEY)
    return ref, str(raw.get(odata.VERSION) or "")[:24], raw.get(odata.DELETED) is True, raw


def _open_item(raw: dict) -> tuple[str, str, bool, dict]:
    """An item of a feed → ref, version, deleted, data."""
    ref = _key(raw, "id")
    data = raw.get("data")
    return ref, str(raw.get("version") or "")[:24], raw.get("deleted") is True, data if isinstance(data, dict) else {}


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
    return uuid5(NAMESPACE_OID, orjson.dumps(raw, option=orjson.OPT_SORT_KEYS, default=str).decode()).hex
