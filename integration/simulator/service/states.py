"""States of an order in 1C and their way from approval to closing."""

from itertools import pairwise

from integration.simulator.entities import ORDERS
from integration.simulator.rows import Row
from integration.simulator.service.reserve import consume, release
from integration.simulator.store import Store

FIRST = "ОжидаетсяСогласование"
SHIPPING = "ВПроцессеОтгрузки"
REFUSED = ("Отклонен", "Отменен")
WAY = (FIRST, "ОжидаетсяОбеспечение", "ГотовКОтгрузке", SHIPPING, "ОжидаетсяОплатаПослеОтгрузки", "Закрыт")
NEXT = dict(pairwise(WAY))
EDITABLE = WAY[: WAY.index(SHIPPING)]


def tick(store: Store) -> int:
    """Move every order that is under way to its next state; how many moved."""
    moved = 0
    for row in list(store.select("entity = ? ORDER BY seq", (ORDERS,))):
        following = NEXT.get(row.fields["state"])
        if following:
            with store.transaction():
                move(store, row, following)
            moved += 1
    return moved


def move(store: Store, row: Row, state: str, reason: str = "") -> Row:
    """Put an order into a state (in the caller's transaction); goods are held, gone or given back accordingly."""
    if state not in (*WAY, *REFUSED):
        raise ValueError(f"no such state: {state}")
    if state in REFUSED:
        release(store, row.key)
    if state == SHIPPING:
        consume(store, row.key)
    return store.put(ORDERS, row.key, {**row.fields, "state": state, "reason": reason})
