"""What a client may still order on credit: orders take from it, payments give back.

A charge is what one order has taken. It is given back when the order is refused before it is shipped, and becomes a
payment when the order is closed.
"""

from decimal import Decimal

from integration.simulator.entities import PARTNERS
from integration.simulator.refs import ZERO
from integration.simulator.rows import Row
from integration.simulator.service.notifications import notify
from integration.simulator.store import Store

LIMITS, CONTRACTS, AGREEMENTS = "limits", "Catalog_ДоговорыКонтрагентов", "Catalog_СоглашенияСКлиентами"
CENT = Decimal("0.01")


def charge(store: Store, portal_id: str, document: Row) -> None:
    """Take the order's sum from the limit of its contract, instead of what it had taken; nothing without a limit."""
    refund(store, portal_id)
    fields = document.fields
    limit = limit_of(store, contract_of(store, fields), fields["Валюта_Key"])
    if limit:
        amount = Decimal(str(fields["СуммаДокумента"])).quantize(CENT)
        shift(store, limit, amount)
        store.db.execute("INSERT OR REPLACE INTO charges VALUES (?, ?, ?)", (portal_id, limit.key, str(amount)))


def contract_of(store: Store, fields: dict) -> str:
    """The order's own contract or that of its agreement."""
    if fields["Договор_Key"] != ZERO:
        return fields["Договор_Key"]
    agreement = store.get(AGREEMENTS, fields["Соглашение_Key"])
    return agreement.fields["Договор_Key"] if agreement else ZERO


def limit_of(store: Store, contract: str, currency: str | None = None) -> Row | None:
    """The limit of a contract in a currency, or its first one."""
    rows = [row for row in store.linked(LIMITS, contract) if not row.deleted]
    return next((row for row in rows if currency in (None, row.fields["currency"])), None)


def refund(store: Store, portal_id: str) -> None:
    taken = uncharge(store, portal_id)
    if taken:
        shift(store, taken[0], -taken[1])


def settle(store: Store, order: Row) -> None:
    """The client has paid for the order."""
    taken = uncharge(store, order.key)
    if taken:
        pay(store, *taken, order=order.key, purpose=f"по заказу {order.fields['number']}")


def uncharge(store: Store, portal_id: str) -> tuple[Row, Decimal] | None:
    """Forget what the order has taken: the limit and the sum, or None."""
    found = store.db.execute("SELECT limit_key, amount FROM charges WHERE portal_id = ?", (portal_id,)).fetchone()
    store.db.execute("DELETE FROM charges WHERE portal_id = ?", (portal_id,))
    limit = store.get(LIMITS, found[0]) if found else None
    return (limit, Decimal(found[1])) if limit else None


def pay(store: Store, limit: Row, amount: Decimal, order: str | None = None, purpose: str = "") -> Row:
    """Post a payment and tell the client; the limit afterwards. Overdue debt is paid first."""
    after = shift(store, limit, -amount, paid=amount)
    contract = store.get(CONTRACTS, limit.fields["contract"])
    if contract and store.get(PARTNERS, contract.fields["Партнер_Key"]):
        code = currency_code(store, limit.fields["currency"])
        words = " ".join(filter(None, (f"Поступила оплата {money(amount)} {code}", purpose)))
        text = f"{words}. {contract.fields['Description']}. Задолженность: {money(after.fields['debt'])} {code}."
        notify(store, contract.fields["Партнер_Key"], "payment", words, text, order, contract.key)
    return after


def shift(store: Store, limit: Row, amount: Decimal, paid: Decimal = Decimal(0)) -> Row:
    """More debt by the amount (less, if negative), and as much less available; what is paid is no longer overdue."""
    held = limit.fields
    debt, available = Decimal(held["debt"]) + amount, Decimal(held["available"]) - amount
    overdue = max(Decimal(0), Decimal(held["overdue"]) - paid)
    sums = {"debt": debt, "available": available, "overdue": overdue}
    texts = {name: str(value.quantize(CENT)) for name, value in sums.items()}
    return store.put(LIMITS, limit.key, {**held, **texts, "calculated_at": store.clock.stamp()})


def currency_code(store: Store, key: str) -> str:
    row = store.get("Catalog_Валюты", key)
    return row.fields["Description"] if row else ""


def money(value: Decimal | str) -> str:
    return f"{Decimal(value):,.2f}".replace(",", " ").replace(".", ",")
