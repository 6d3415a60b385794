"""Writes over OData, with 1C's silences: unknown fields, dangling references and long strings pass with 200."""

from uuid import uuid4

from integration.simulator.entities import HEADER, OBJECTS, blank, empty
from integration.simulator.odata.errors import INSTANCE, KEY_EXISTS, TYPE, ODataError
from integration.simulator.refs import as_key, data_version
from integration.simulator.rows import Row
from integration.simulator.store import Store


def create(store: Store, entity: str, given: dict) -> Row:
    """A new object; its Ref_Key may be given. Raises ODataError 400, code 15, when that exists."""
    key = as_key(given.get("Ref_Key") or "") or str(uuid4())
    with store.transaction():
        if store.get(entity, key):
            raise ODataError(400, KEY_EXISTS, "Экземпляр сущности с таким ключом уже существует")
        return store.put(entity, key, merged(entity, blank(entity), given), bool(given.get("DeletionMark")))


def update(store: Store, entity: str, key: str, given: dict) -> Row:
    """Replace the given fields; a table part is replaced whole."""
    with store.transaction():
        row = found(store, entity, key)
        return store.put(entity, key, merged(entity, row.fields, given), bool(given.get("DeletionMark", row.deleted)))


def post(store: Store, entity: str, key: str) -> Row:
    """Post a document (проведение)."""
    if "Posted" not in OBJECTS[entity]:
        raise ODataError(404, TYPE, "Метод не найден: Post")
    return update(store, entity, key, {"Posted": True})


def delete(store: Store, entity: str, key: str) -> None:
    """Physical, as in 1C: a careful client sets DeletionMark instead."""
    with store.transaction():
        found(store, entity, key)
        store.remove(entity, key)


def found(store: Store, entity: str, key: str) -> Row:
    row = store.get(entity, key)
    if row is None:
        raise ODataError(404, INSTANCE, "Экземпляр сущности не найден")
    return row


def precondition(row: Row, if_match: str | None) -> None:
    """If-Match as documented. Raises ODataError 412."""
    if if_match and if_match.strip('W/"') not in ("*", data_version(row.seq)):
        raise ODataError(412, "-1", "Версия данных изменена")


def merged(entity: str, fields: dict, given: dict) -> dict:
    known = OBJECTS[entity]
    for name, value in given.items():
        if name in known and name not in HEADER:
            fields[name] = accepted(name, known[name], value)
        elif known.get(name.removesuffix("_Type")) == "any":
            fields[name] = value
    return fields


def accepted(name: str, kind: str | dict, value):
    if isinstance(kind, dict):
        return table_part(name, kind, value)
    base, _, length = kind.partition(":")
    if value is None:
        return empty(kind)
    if base == "text":
        return str(value)[: int(length)] if length else str(value)
    if base == "double" and (isinstance(value, bool) or not isinstance(value, int | float)):
        raise ODataError(400, TYPE, f"Несоответствие типов: «{name}»")
    return str(value) if base == "int" else value


def table_part(name: str, kind: dict, lines) -> list[dict]:
    """LineNumber missing → 500; not 1, 2, 3… → 400."""
    if not isinstance(lines, list):
        raise ODataError(400, TYPE, f"Несоответствие типов: «{name}»")
    if any("LineNumber" not in line for line in lines):
        raise ODataError(500, "-1", f"Внутренняя ошибка сервера: «{name}», не указан LineNumber")
    if [str(line["LineNumber"]) for line in lines] != [str(n) for n in range(1, len(lines) + 1)]:
        raise ODataError(400, "-1", f"Неверный порядок номеров строк: «{name}»")
    return [
        {field: accepted(field, sort, line.get(field, empty(sort))) for field, sort in kind.items()} for line in lines
    ]
