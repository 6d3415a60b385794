"""Whoever sees an order hears of it in their open browser."""

from uuid import UUID

from cms.access.audience import audience
from cms.realtime import publish
from modules.ordering.models import Order


def tell(order_id: UUID | str) -> None:
    """An `order` event to everyone who may see the order, with what it is now; so it may be told twice or late."""
    order = Order.objects.get(pk=order_id)
    publish.send(audience("ordering.view_order", order), "order", told(order))


def told(order: Order) -> dict:
    """What an `order` event says; the page asks for the rest."""
    return {
        "id": str(order.pk),
        "number": order.number,
        "status": order.status,
        "onec_number": order.onec_number,
    }
