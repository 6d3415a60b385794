"""Writes over OData, with 1C's silences: unknown fields, dangling references and long strings pass with 200."""

from dataclasses import dataclass
from datetime import datetime
from uuid import uuid4

from integration.simulator.entities import HEADER, OBJECTS, blank, empty, names_of
from integration.simulator.odata import checks
from integration.simulator.odata.errors import INSTANCE, KEY_EXISTS, TYPE, ODataError
from integration.simulator.refs import as_key, data_version
from integration.simulator.rows import Row
from integration.simulator.store import Store


@dataclass(frozen=True)
class Writing:
    """`silent`: what is wrong passes with 200; `loading`: DataLoadMode, the configuration's checks are skipped."""

    store: Store
    silent: bool = True
    loading: bool = False

    def create(self, entity: str, given: dict) -> Row:
        """A new object; its Ref_Key may be given. Raises ODataError 400, code 15, when that exists."""
        key = as_key(given.get("Ref_Key") or "") or str(uuid4())
        with self.store.transaction():
            if self.store.get(entity, key):
                raise ODataError(400, KEY_EXISTS, "Экземпляр сущности с таким ключом уже существует")
            return self.put(entity, key, blank(entity), given, deleted=False)

    def update(self, entity: str, key: str, given: dict) -> Row:
        """PATCH: replace the given fields; a table part is replaced whole."""
        with self.store.transaction():
            row = found(self.store, entity, key)
            return self.put(entity, key, row.fields, given, deleted=row.deleted)

    def replace(self, entity: str, key: str, given: dict) -> Row:
        """PUT: every field has to be there. Raises ODataError 400 naming one that is not."""
        missing = [name for name in names_of(entity) if name not in given and name not in ("Ref_Key", "DataVersion")]
        if missing:
            raise ODataError(400, TYPE, f"Не указано значение свойства: «{missing[0]}»")
        return self.update(entity, key, given)

    def post(self, entity: str, key: str, posted: bool) -> Row:
        """Post a document (проведение), or take its posting back."""
        if "Posted" not in OBJECTS[entity]:
            raise ODataError(404, TYPE, f"Метод не найден: {'Post' if posted else 'Unpost'}")
        if posted and not self.loading:
            checks.before_post(found(self.store, entity, key).fields)
        return self.update(entity, key, {"Posted": posted})

    def delete(self, entity: str, key: str) -> None:
        """Physical, as in 1C: a careful client sets DeletionMark instead."""
        with self.store.transaction():
            found(self.store, entity, key)
            self.store.remove(entity, key)

    def put(self, entity: str, key: str, fields: dict, given: dict, deleted: bool) -> Row:
        if not self.silent:
            checks.strictly(self.store, entity, given)
        written = merged(entity, fields, given)
        if not self.loading:
            checks.before_write(entity, written)
        return self.store.put(entity, key, written, bool(given.get("DeletionMark", deleted)))


def found(store: Store, entity: str, key: str) -> Row:
    row = store.get(entity, key)
    if row is None:
        raise ODataError(404, INSTANCE, "Экземпляр сущности не найден")
    return row


def precondition(row: Row, if_match: str | None) -> None:
    """If-Match as documented. Raises ODataError 412."""
    if if_match and if_match.removeprefix("W/").strip('"') not in ("*", data_version(row.seq)):
        raise ODataError(412, "-1", "Версия данных изменена")


def merged(entity: str, fields: dict, given: dict) -> dict:
    known = OBJECTS[entity]
    for name, value in given.items():
        if checks.is_companion(entity, name):
            fields[name] = value
        elif name in known and name not in HEADER and known[name] != "binary":
            fields[name] = accepted(name, known[name], value)
    return fields


def accepted(name: str, kind: str | dict, value):
    if isinstance(kind, dict):
        return table_part(name, kind, value)
    base, _, length = kind.partition(":")
    if value is None:
        return empty(kind)
    if base == "text":
        return str(value)[: int(length)] if length else str(value)
    if not FITS.get(base, fits_anything)(value):
        raise ODataError(400, TYPE, f"Несоответствие типов: «{name}»")
    return str(value) if base == "int" else value


def fits_anything(value) -> bool:
    return True


def is_moment(value) -> bool:
    try:
        return bool(datetime.fromisoformat(value))
    except (TypeError, ValueError):
        return False


FITS = {
    "guid": lambda value: isinstance(value, str) and as_key(value) is not None,
    "bool": lambda value: isinstance(value, bool),
    "double": lambda value: isinstance(value, int | float) and not isinstance(value, bool),
    "date": is_moment,
}


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
