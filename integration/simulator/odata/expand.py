"""$expand: the objects that references lead to, inside the row. A table part is inside already; asking for it fails."""

import orjson

from integration.simulator.entities import OBJECTS
from integration.simulator.odata.errors import OPTION, ODataError
from integration.simulator.profile import Profile
from integration.simulator.refs import ZERO
from integration.simulator.store import Store


def parse_expand(entity: str, text: str | None, profile: Profile) -> tuple[str, ...]:
    """Names of references to expand. Raises ODataError: 500 for a table part where that fails, 400 for no reference."""
    fields, names = OBJECTS[entity], []
    for name in filter(None, (part.strip() for part in (text or "").split(","))):
        if isinstance(fields.get(name), dict):
            if profile.expand_fails:
                raise ODataError(500, "-1", f"Внутренняя ошибка сервера: $expand табличной части «{name}»")
        elif fields.get(f"{name}_Key") == "guid":
            names.append(name)
        else:
            raise ODataError(400, OPTION, f"Ошибка разбора опций запроса: $expand, «{name}»")
    return tuple(names)


def expanded(store: Store, names: tuple[str, ...], fields: dict) -> dict:
    return {name: target(store, fields[f"{name}_Key"]) for name in names}


def target(store: Store, key: str) -> dict | None:
    """The object of this key, whatever catalogue it is in; None when the reference is empty or leads nowhere."""
    if key == ZERO:
        return None
    found = store.columns("body", f"key = ? AND entity IN ({','.join('?' * len(OBJECTS))})", (key, *OBJECTS))
    return orjson.loads(found[0][0]) if found else None
