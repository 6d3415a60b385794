"""Reservation: an accepted order takes from what is available; the stock feed shows it at once.

What is not there is not taken: the order waits for provisioning, as in 1C.
"""

from decimal import Decimal

from integration.simulator.entities import DOCUMENT
from integration.simulator.rows import Row
from integration.simulator.store import Store

QUANTUM = Decimal("0.001")


def reserve(store: Store, portal_id: str, document: Row) -> None:
    for line in document.fields["Товары"]:
        left = Decimal(str(line["Количество"]))
        for stock in fullest_first(store.linked("stock", line["Номенклатура_Key"])):
            taken = min(left, Decimal(stock.fields["available"]))
            if taken > 0:
                change(store, stock, -taken)
                remember(store, portal_id, stock.key, taken)
                left -= taken


def fullest_first(rows: list[Row]) -> list[Row]:
    """Warehouses of the product itself (not of its characteristics), the one with most of it first."""
    plain = [row for row in rows if not row.deleted and not row.fields["characteristic"]]
    return sorted(plain, key=lambda row: Decimal(row.fields["available"]), reverse=True)


def release(store: Store, portal_id: str) -> None:
    """Give back what the order holds."""
    for key, quantity in held(store, portal_id):
        change(store, store.get("stock", key), Decimal(quantity))
    consume(store, portal_id)


def consume(store: Store, portal_id: str) -> None:
    """The goods have left: nothing is held any more and nothing comes back."""
    store.db.execute("DELETE FROM reservations WHERE portal_id = ?", (portal_id,))


def held(store: Store, portal_id: str) -> list[tuple[str, str]]:
    sql = "SELECT stock_key, quantity FROM reservations WHERE portal_id = ? ORDER BY stock_key"
    return store.db.execute(sql, (portal_id,)).fetchall()


def remember(store: Store, portal_id: str, stock_key: str, quantity: Decimal) -> None:
    before = Decimal(dict(held(store, portal_id)).get(stock_key, "0"))
    values = (portal_id, stock_key, str(before + quantity))
    store.db.execute("INSERT OR REPLACE INTO reservations VALUES (?, ?, ?)", values)


def change(store: Store, stock: Row, quantity: Decimal) -> None:
    available = (Decimal(stock.fields["available"]) + quantity).quantize(QUANTUM)
    data = {**stock.fields, "available": str(available), "calculated_at": store.clock.stamp()}
    store.put("stock", stock.key, data, stock.deleted)


def document_of(store: Store, portal_id: str) -> Row | None:
    return next(iter(store.linked(DOCUMENT, portal_id)), None)
