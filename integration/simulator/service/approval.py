"""What the manager in 1C makes of orders that wait for approval, by a word in their comment.

So that whoever has only the portal can see an order refused or changed.
"""

from integration.simulator.entities import ORDERS
from integration.simulator.rows import Row
from integration.simulator.service.changes import change
from integration.simulator.service.reserve import document_of
from integration.simulator.service.states import FIRST, REFUSED, move
from integration.simulator.store import Store

REFUSE, REDUCE = "отклонить", "сократить"
REASONS = {REFUSE: "Отклонен менеджером", REDUCE: "Количество уменьшено: на складе нет заказанного"}


def tick(store: Store) -> int:
    """Refuse or reduce what the comments say; how many."""
    waiting = [row for row in store.select("entity = ? ORDER BY seq", (ORDERS,)) if row.fields["state"] == FIRST]
    return sum(decide(store, row) for row in waiting)


def decide(store: Store, order: Row) -> bool:
    document = document_of(store, order.key)
    comment = document.fields["Комментарий"].lower() if document else ""
    if REFUSE in comment:
        with store.transaction():
            move(store, order, REFUSED[0], REASONS[REFUSE])
        return True
    if REDUCE in comment:
        half = {"position": 1, "quantity": document.fields["Товары"][0]["КоличествоУпаковок"] / 2}
        with store.transaction():
            change(store, order, {"lines": [half], "reason": REASONS[REDUCE]})
        return True
    return False
