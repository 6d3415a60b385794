"""Orders that people in 1C change: fewer goods than ordered, another sum."""

from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

from integration.simulator.entities import DOCUMENT, ORDERS
from integration.simulator.rows import Row
from integration.simulator.service import limits
from integration.simulator.service.reserve import document_of, release, reserve
from integration.simulator.service.states import EDITABLE
from integration.simulator.store import Store

CENT = Decimal("0.01")


def change(store: Store, order: Row, given: dict) -> Row:
    """{"lines": [{"position", "quantity"}], "total", "reason"}: the order as the feed tells it afterwards.

    A line's sum is its price by its quantity, rounded half-up, and the total that of the lines unless `total` is given;
    a quantity of 0 takes the line out. In the caller's transaction. Raises ValueError on an order that is past
    changing, an unknown line, or when no line would be left.
    """
    document = document_of(store, order.key)
    if document is None or order.fields["state"] not in EDITABLE:
        raise ValueError(f"the order cannot be changed any more: {order.fields['state']}")
    lines = changed_lines(document.fields["Товары"], given.get("lines") or [])
    total = amount(given["total"]) if given.get("total") else sum(Decimal(str(line["Сумма"])) for line in lines)
    release(store, order.key)
    rewritten = {**document.fields, "Товары": lines, "СуммаДокумента": float(total)}
    document = store.put(DOCUMENT, document.key, rewritten)
    reserve(store, order.key, document)
    limits.charge(store, order.key, document)
    told = {"total": str(total.quantize(CENT)), "reason": str(given.get("reason") or "")}
    return store.put(ORDERS, order.key, {**order.fields, **told})


def changed_lines(lines: list[dict], given: list[dict]) -> list[dict]:
    wanted = {int(line["position"]): amount(line["quantity"]) for line in given}
    unknown = set(wanted) - set(range(1, len(lines) + 1))
    if unknown:
        raise ValueError(f"no such lines: {sorted(unknown)}")
    changed = [with_quantity(line, wanted[n]) if n in wanted else line for n, line in enumerate(lines, 1)]
    left = [line for line in changed if line["КоличествоУпаковок"]]
    if not left:
        raise ValueError("no line would be left: reject the order instead")
    return [{**line, "LineNumber": str(n)} for n, line in enumerate(left, 1)]


def with_quantity(line: dict, quantity: Decimal) -> dict:
    """The line with so many packagings."""
    units = Decimal(str(line["Количество"])) / Decimal(str(line["КоличествоУпаковок"]))
    value = (Decimal(str(line["Цена"])) * quantity).quantize(CENT, ROUND_HALF_UP)
    return {**line, "КоличествоУпаковок": float(quantity), "Количество": float(units * quantity), "Сумма": float(value)}


def amount(value: object) -> Decimal:
    try:
        parsed = Decimal(str(value))
    except InvalidOperation:
        raise ValueError(f"not a number: {value!r}") from None
    if not parsed.is_finite() or parsed < 0:
        raise ValueError(f"not an amount: {value!r}")
    return parsed
