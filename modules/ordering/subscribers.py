"""What happens after commit: whoever sees the order hears of it in their open browser."""

from cms.access.audience import audience
from cms.events import on
from cms.realtime import publish
from modules.ordering.events import OrderMoved, OrderPlaced
from modules.ordering.models import Order


@on(OrderPlaced)
@on(OrderMoved)
def tell_watchers(fact: OrderPlaced | OrderMoved) -> None:
    order = Order.objects.get(pk=fact.order_id)
    publish.send(audience("ordering.view_order", order), "order", told(order))


def told(order: Order) -> dict:
    """What an `order` event says; the page asks for the rest."""
    return {
        "id": str(order.pk),
        "number": order.number,
        "status": order.status,
        "onec_number": order.onec_number,
    }
