"""Stock of an order's lines: what the last load brought, or what 1C says when it is asked. Never an obstacle."""

from collections.abc import Callable, Collection
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from uuid import UUID

from django.utils import timezone

from integration.asking import Patience
from integration.cache import Held
from modules.catalog import live
from modules.ordering.pricing import PricedLine, PricedOrder
from modules.ordering.terms import Goods

YOUNG = timedelta(minutes=1)
"""What the portal heard so lately need not be asked again."""

Balances = Callable[[Collection[UUID]], dict[UUID, Held]]


def with_live_stock(order: PricedOrder, patience: Patience) -> PricedOrder:
    """The order with what 1C says now of the goods in doubt; with what is known, and its age, where it does not answer.

    At most one call to 1C, and none when the last load is young and covers the order.
    """
    return _with(order, lambda products: live.balances(products, patience))


def with_known_stock(order: PricedOrder) -> PricedOrder:
    """The same without asking 1C: by the last load, or by what somebody asked a moment ago, if that is newer."""
    return _with(order, live.held_balances)


def _with(order: PricedOrder, balances: Balances) -> PricedOrder:
    doubtful = _doubtful(order)
    known = balances([product.ref for product in doubtful]) if doubtful else {}
    newer = {product.id: held for product in doubtful if (held := _newer(product, known)) is not None}
    if not newer:
        return order
    return replace(order, lines=[_told(line, newer.get(line.product.id)) for line in order.lines])


def _doubtful(order: PricedOrder) -> list[Goods]:
    """Products whose stock was heard of a while ago, or is less than ordered."""
    ordered: dict[int, Decimal] = {}
    for line in order.lines:
        ordered[line.product.id] = ordered.get(line.product.id, Decimal(0)) + line.base_quantity
    since = timezone.now() - YOUNG
    products = {line.product.id: line.product for line in order.lines}
    return [product for product in products.values() if product.ref and _in_doubt(product, ordered[product.id], since)]


def _in_doubt(product: Goods, ordered: Decimal, since) -> bool:
    return product.available_at is None or product.available_at < since or product.available < ordered


def _newer(product: Goods, known: dict[UUID, Held]) -> Held | None:
    held = known.get(product.ref)
    if held is None or (product.available_at is not None and held.as_of < product.available_at):
        return None
    return held


def _told(line: PricedLine, held: Held | None) -> PricedLine:
    if held is None:
        return line
    fields = {"available": held.value, "available_at": held.as_of, "available_live": not held.stale}
    return replace(line, product=line.product._replace(**fields))
