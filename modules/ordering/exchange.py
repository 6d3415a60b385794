"""Orders: sent to 1C by the outbox, their states come back by a feed."""

from datetime import timedelta
from decimal import Decimal
from uuid import UUID

from django.db.models import Prefetch
from django.utils.translation import gettext_lazy as _

from integration.regulation import Cache, Channel, Direction, entity, topic
from modules.ordering.models import Order, OrderLine
from modules.ordering.services import TOPIC, order_answered, order_state_from_onec


def order_payload(order_id: UUID) -> dict | None:
    """The order as channel B takes it: references of 1C, decimals as text. None when there is no such order."""
    return order_payloads([order_id]).get(order_id)


def order_payloads(order_ids: list[UUID]) -> dict[UUID, dict]:
    """Several orders in as many queries as one; those that are no more are left out."""
    related = ("partner", "counterparty", "contract", "agreement", "currency", "delivery_address")
    lines = Prefetch("lines", OrderLine.objects.select_related("product", "packaging"))
    orders = Order.objects.select_related(*related).prefetch_related(lines).filter(pk__in=order_ids)
    return {order.pk: _order(order) for order in orders}


def _order(order: Order) -> dict:
    return {
        "number": order.number,
        "partner": _ref(order.partner),
        "counterparty": _ref(order.counterparty),
        "contract": _ref(order.contract),
        "agreement": _ref(order.agreement),
        "currency": order.currency.code,
        "delivery_address": _ref(order.delivery_address),
        "requested_date": order.requested_date.isoformat() if order.requested_date else None,
        "client_reference": order.client_reference,
        "comment": order.comment,
        "placed_at": order.placed_at.isoformat(),
        "total": _text(order.total),
        "lines": [_line(line) for line in order.lines.all()],
    }


def _line(line: OrderLine) -> dict:
    return {
        "position": line.position,
        "product": _ref(line.product),
        "packaging": _ref(line.packaging),
        "quantity": _text(line.quantity),
        "price": _text(line.price),
        "amount": _text(line.amount),
    }


def _ref(row) -> str | None:
    return str(row.ref) if row is not None and row.ref else None


def _text(number: Decimal) -> str:
    return f"{number:f}"


def _answered(order_id: UUID, result: dict) -> None:
    order_answered(order_id=order_id, result=result)


topic(
    TOPIC,
    _("Orders"),
    feed="orders",
    payload=order_payload,
    answered=_answered,
    priority=1,
    payloads=order_payloads,
    model=Order,
    named_by="number",
)
entity(
    "orders",
    _("States of orders"),
    Channel.FEED,
    Cache.WRITE_THROUGH,
    fresh=timedelta(seconds=20),
    page=200,
    queue="orders",
    direction=Direction.BOTH,
    topic=TOPIC,
    handle=order_state_from_onec,
)
