"""What is checked before a write: by the configuration always, by the interface only where it does as documented.

`1C_OData-DataLoadMode: true` (ОбменДанными.Загрузка) skips the configuration's own checks.
"""

from collections.abc import Iterator

from integration.simulator.entities import OBJECTS
from integration.simulator.odata.errors import INSTANCE, TYPE, ODataError
from integration.simulator.refs import ZERO
from integration.simulator.store import Store


def before_write(entity: str, fields: dict) -> None:
    """ПередЗаписью of the configuration. Raises ODataError 500: 1C words an exception of a module so."""
    tax_id = fields.get("ИНН")
    if entity == "Catalog_Контрагенты" and tax_id and not tax_id.isdigit():
        raise ODataError(500, "-1", f"ИНН должен состоять только из цифр: «{tax_id}»")


def before_post(fields: dict) -> None:
    """ОбработкаПроведения. Raises ODataError 500."""
    if not fields.get("Товары"):
        raise ODataError(500, "-1", "Не удалось провести документ: не заполнен список «Товары»")


def strictly(store: Store, entity: str, given: dict) -> None:
    """What the documentation lets one expect and observed bases let pass. Raises ODataError 400."""
    for name in given:
        if name not in OBJECTS[entity] and not is_companion(entity, name):
            raise ODataError(400, TYPE, f"Свойство не найдено: «{name}»")
    for name, kind, value in simple_values(entity, given):
        base, _, length = kind.partition(":")
        if length and len(str(value)) > int(length):
            raise ODataError(400, TYPE, f"Строка длиннее {length}: «{name}»")
        if base == "guid" and name != "Ref_Key" and value != ZERO and not exists(store, value):
            raise ODataError(400, INSTANCE, f"Объект не найден: «{name}»")


def is_companion(entity: str, name: str) -> bool:
    """`Owner_Type`, and the two names a binary field has."""
    base = name.removesuffix("_Type").removesuffix("_Base64Data")
    return name != base and OBJECTS[entity].get(base) in ("any", "binary")


def simple_values(entity: str, given: dict) -> Iterator[tuple[str, str, object]]:
    for name, value in given.items():
        kind = OBJECTS[entity].get(name)
        if isinstance(kind, str) and value is not None:
            yield name, kind, value


def exists(store: Store, key: object) -> bool:
    return bool(store.columns("1", f"key = ? AND entity IN ({','.join('?' * len(OBJECTS))})", (key, *OBJECTS)))
