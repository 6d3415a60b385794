"""Writes of orders. Each is one transaction with its history row and, where 1C has to know, its outbox row."""

import secrets
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from cms import events
from cms.access.checks import require
from cms.inserting import insert_all
from integration import outbox
from integration.outbox import ExchangeStatus
from modules.ordering.events import OrderMoved, OrderPlaced
from modules.ordering.models import Order, OrderHistory, OrderLine
from modules.ordering.pricing import PricedLine, PricedOrder, Wanted, price_lines
from modules.ordering.states import NEXT, OrderStatus
from modules.ordering.stock import with_known_stock
from modules.ordering.terms import OrderTerms
from modules.partners.models import DeliveryAddress

TOPIC = "orders"
_NUMBER_ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"  # no 0/O and 1/I: people read numbers aloud


class PriceChanged(Exception):
    """The order costs something else than the buyer was shown; `order` is what it costs now."""

    def __init__(self, order: PricedOrder) -> None:
        self.order = order
        super().__init__(str(order.total))


@dataclass(frozen=True, slots=True)
class PlacedOrder:
    """An order as it was stored, with all that its page shows."""

    order: Order
    priced: PricedOrder
    history: OrderHistory
    exchange: ExchangeStatus


@transaction.atomic(savepoint=False)  # the request's own transaction, if there is one, falls with it
def order_place(
    *,
    author,
    terms: OrderTerms,
    lines: list[Wanted],
    expected_total: Decimal | None = None,
    delivery_address: DeliveryAddress | None = None,
    requested_date: date | None = None,
    client_reference: str = "",
    comment: str = "",
) -> PlacedOrder:
    """Place an order and queue it for 1C.

    1. price every line (BadLines), 2. compare with the total the buyer saw (PriceChanged),
    3. store order, lines (with the stock that is known) and history, 4. check the right on what was stored (Refused),
    5. queue it; the fact's subscriber has a worker send it.
    """
    priced = price_lines(author, terms, lines)
    if expected_total is not None and expected_total != priced.total:
        raise PriceChanged(priced)
    priced = with_known_stock(priced)
    order = Order(
        number=_new_number(),
        author=author,
        partner_id=terms.partner_id,
        counterparty_id=terms.counterparty_id,
        contract_id=terms.contract_id,
        agreement_id=terms.agreement_id,
        currency_id=terms.currency_id,
        total=priced.total,
        delivery_address=delivery_address,
        requested_date=requested_date,
        client_reference=client_reference,
        comment=comment,
        placed_at=timezone.now(),
    )
    history = OrderHistory(order=order, became=order.status, user=author)
    insert_all([order], [_line(order, number, line) for number, line in enumerate(priced.lines, 1)], [history])
    require(author, "ordering.place_order", order)
    exchange = outbox.enqueue(TOPIC, order.pk, order.version, call_worker=False)
    events.publish(OrderPlaced(order.pk))
    return PlacedOrder(order, priced, history, exchange)


@transaction.atomic
def order_move(*, order: Order, to: OrderStatus, user=None, note: str = "", **fields) -> bool:
    """Move an order and set `fields` with it. False, and nothing changed, if it is elsewhere by now."""
    was = OrderStatus(order.status)
    if to not in NEXT[was]:
        return False
    if Order.objects.filter(pk=order.pk, status=was).update(status=to, **fields) != 1:
        return False
    OrderHistory.objects.create(order=order, was=was, became=to, user=user, note=note)
    events.publish(OrderMoved(order.pk, was, to))
    return True


@transaction.atomic
def order_answered(*, order_id: UUID, result: dict) -> None:
    """Take 1C's answer to an order that was sent: `result` as channel B gives it for one item."""
    order = Order.objects.select_for_update().get(pk=order_id)
    if result["status"] == "rejected":
        error = result.get("error") or {}
        reason = error.get("message") or ""
        order_move(order=order, to=OrderStatus.REJECTED, note=reason, reason=reason)
        return
    known = {"onec_ref": result.get("ref"), "onec_number": result.get("number") or ""}
    if not (order.status == OrderStatus.PLACED and order_move(order=order, to=OrderStatus.ACCEPTED, **known)):
        Order.objects.filter(pk=order_id, onec_ref=None).update(**known)


STATES = {
    "ОжидаетсяСогласование": OrderStatus.ACCEPTED,
    "ОжидаетсяОбеспечение": OrderStatus.PROVISIONING,
    "ГотовКОтгрузке": OrderStatus.READY,
    "ВПроцессеОтгрузки": OrderStatus.SHIPPING,
    "ОжидаетсяОплатаПослеОтгрузки": OrderStatus.AWAITING_PAYMENT,
    "Закрыт": OrderStatus.CLOSED,
    "Отклонен": OrderStatus.REJECTED,
    "Отменен": OrderStatus.CANCELLED,
}


class UnknownState(ValueError):
    """1C names a state of an order that the portal does not know."""


@transaction.atomic
def order_state_from_onec(*, item: dict) -> bool:
    """Apply one item of the state feed. False for an order of elsewhere and for news that is old.

    Raises UnknownState, so that the row is parked and shown, not lost.
    """
    data, version = item["data"], int(item["version"])
    if data["state"] not in STATES:
        raise UnknownState(f"Order state {data['state']!r} is not known to the portal.")
    order = Order.objects.select_for_update().filter(pk=item["id"]).first()
    if order is None:
        return False
    known = {
        "onec_version": version,
        "onec_state": data["state"],
        "onec_ref": data.get("ref"),
        "onec_number": data.get("number") or "",
    }
    if Order.objects.filter(pk=order.pk, onec_version__lt=version).update(**known) != 1:
        return False
    to = STATES[data["state"]]
    if to != order.status:
        order_move(order=order, to=to, note=data.get("reason") or "", reason=data.get("reason") or "")
    return True


def order_resend(*, user, order: Order) -> None:
    """Wake the order's delivery to 1C now instead of at its next try."""
    require(user, "ordering.resend_order", order)
    outbox.wake(TOPIC, str(order.pk))


def _line(order: Order, position: int, line: PricedLine) -> OrderLine:
    return OrderLine(
        order=order,
        position=position,
        product_id=line.product.id,
        packaging_id=line.offer.packaging,
        quantity=line.quantity,
        price=line.price,
        amount=line.amount,
        available=line.product.available,
        available_at=line.product.available_at,
        available_live=line.product.available_live,
    )


def _new_number() -> str:
    """Eight letters and digits that say nothing of how many orders there are."""
    letters = "".join(secrets.choice(_NUMBER_ALPHABET) for _ in range(8))
    return f"{letters[:4]}-{letters[4:]}"
