"""States of an order in 1C and their way from approval to closing."""

from itertools import pairwise

from integration.simulator.entities import ORDERS
from integration.simulator.rows import Row
from integration.simulator.service import limits
from integration.simulator.service.notifications import notify
from integration.simulator.service.reserve import consume, document_of, release
from integration.simulator.store import Store

FIRST = "ОжидаетсяСогласование"
SHIPPING = "ВПроцессеОтгрузки"
REFUSED = ("Отклонен", "Отменен")
CLOSED = "Закрыт"
WAY = (FIRST, "ОжидаетсяОбеспечение", "ГотовКОтгрузке", SHIPPING, "ОжидаетсяОплатаПослеОтгрузки", CLOSED)
NEXT = dict(pairwise(WAY))
EDITABLE = WAY[: WAY.index(SHIPPING)]


def tick(store: Store) -> int:
    """Move every order that is under way to its next state; how many moved."""
    moved = 0
    for row in list(store.select("entity = ? ORDER BY seq", (ORDERS,))):
        following = NEXT.get(row.fields["state"])
        if following:
            with store.transaction():
                move(store, row, following, row.fields.get("reason", ""))
            moved += 1
    return moved


def move(store: Store, row: Row, state: str, reason: str = "") -> Row:
    """Put an order into a state (in the caller's transaction); goods and limits follow, and the client is told."""
    if state not in (*WAY, *REFUSED):
        raise ValueError(f"no such state: {state}")
    before = row.fields["state"]
    if state in REFUSED:
        release(store, row.key)
        if before in EDITABLE:
            limits.refund(store, row.key)
    if state == SHIPPING:
        consume(store, row.key)
    if state == SHIPPING != before:
        tell_shipment(store, row)
    if state == CLOSED:
        limits.settle(store, row)
    return store.put(ORDERS, row.key, {**row.fields, "state": state, "reason": reason})


def tell_shipment(store: Store, order: Row) -> None:
    document = document_of(store, order.key)
    if document:
        subject = f"Заказ {document.fields['Number']} отгружается"
        text = f"{subject}. Сопроводительные документы будут у водителя."
        notify(store, document.fields["Партнер_Key"], "shipment", subject, text, order=order.key)
