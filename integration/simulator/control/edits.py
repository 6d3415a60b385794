"""Edits of rows by the control API: a price, a balance, a name changed in 1C while the portal does not look."""

from uuid import uuid4

from integration.simulator.entities import DIMENSIONS, ITEMS, OBJECTS, REGISTERS, blank
from integration.simulator.refs import as_key
from integration.simulator.rows import Row, register_key
from integration.simulator.store import Store


def edit(store: Store, order: dict) -> list[Row]:
    """{"entity", "key" | "match" | neither, "patch", "deleted", "remove"}: the rows written, or lost.

    `key`: that row, made if it does not exist; `match` {field: value}: every row that has these values; neither: a
    new row. Raises ValueError on an unknown entity or a match that finds nothing.
    """
    entity, patch = order.get("entity"), order.get("patch") or {}
    if entity not in OBJECTS and entity not in ITEMS:
        raise ValueError(f"no such entity: {entity}")
    with store.transaction():
        chosen = keys(store, entity, order, patch)
        if order.get("remove"):
            return [removed(store, entity, key) for key in chosen]
        return [write(store, entity, key, patch, order.get("deleted")) for key in chosen]


def removed(store: Store, entity: str, key: str) -> Row:
    """As a register does while it is calculated anew: the row is in no list and in no feed of changes."""
    row = store.get(entity, key)
    if row is None:
        raise ValueError(f"no row {key} in {entity}")
    store.remove(entity, key)
    return row


def keys(store: Store, entity: str, order: dict, patch: dict) -> list[str]:
    if order.get("key"):
        key = as_key(order["key"])
        if key is None:
            raise ValueError(f"not a key: {order['key']}")
        return [key]
    if order.get("match"):
        return matching(store, entity, order["match"])
    return [register_key(entity, patch) if entity in REGISTERS else as_key(patch.get("Ref_Key", "")) or str(uuid4())]


def matching(store: Store, entity: str, match: dict) -> list[str]:
    rows = store.select("entity = ? ORDER BY key", (entity,))
    found = [row.key for row in rows if has(row.fields, match)]
    if not found:
        raise ValueError(f"nothing in {entity} matches {match}")
    return found


def has(fields: dict, values: dict) -> bool:
    return all(name in fields and fields[name] == value for name, value in values.items())


def write(store: Store, entity: str, key: str, patch: dict, deleted: bool | None) -> Row:
    row = store.get(entity, key)
    fields = row.fields if row else new_fields(entity)
    mark = deleted if deleted is not None else bool(row and row.deleted)
    return store.put(entity, key, {**fields, **patch}, mark)


def new_fields(entity: str) -> dict:
    if entity in OBJECTS:
        return blank(entity)
    return dict.fromkeys(DIMENSIONS.get(entity, ()))
