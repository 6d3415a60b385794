"""Questions asked live, at the moment of an order: balances of some products, limits of some contracts."""

import orjson

from integration.simulator.refs import as_key
from integration.simulator.service.feed import Page
from integration.simulator.service.marks import newest
from integration.simulator.store import Store

KEYS = {"stock": "product", "limits": "contract"}  # register → the parameter that holds the keys
MOST_KEYS = 200


def answer(store: Store, entity: str, text: str) -> Page:
    """Rows of the keys named, computed now. Raises ValueError on something that is no key, or on too many."""
    given = [part.strip() for part in text.split(",") if part.strip()]
    keys = [as_key(part) for part in given]
    if None in keys:
        raise ValueError(f"{KEYS[entity]} = {given[keys.index(None)]}")
    if len(keys) > MOST_KEYS:
        raise ValueError(f"{KEYS[entity]}: больше {MOST_KEYS}")
    now = store.clock.stamp()
    rows = [row for key in dict.fromkeys(keys) for row in store.linked(entity, key) if not row.deleted]
    return Page([row._replace(body=calculated(row.body, now)) for row in rows], newest(store, entity), False)


def calculated(body: bytes, at: str) -> bytes:
    item = orjson.loads(body)
    item["data"]["calculated_at"] = at
    return orjson.dumps(item)
