"""What happens after commit: whoever sees the order hears of it."""

from cms import broker
from cms.events import on
from cms.realtime import publish
from integration.tasks import ORDERS
from modules.ordering import watchers
from modules.ordering.events import OrderMoved, OrderPlaced
from modules.ordering.tasks import order_placed


@on(OrderPlaced)
def call_worker(fact: OrderPlaced) -> None:
    """One call for all that follows: finding who sees the order takes longer the more people there are, 1C longer yet.

    They are told here while no worker can be called (the sweep sends the order to 1C then), and when an earlier event
    was lost in this process: its next one makes that known to everyone.
    """
    called = broker.call(order_placed, str(fact.order_id), queue=ORDERS)
    if not called or publish.owes_reset():
        watchers.tell(fact.order_id)


@on(OrderMoved)
def tell_watchers(fact: OrderMoved) -> None:
    """At once: it is a worker that moves orders."""
    watchers.tell(fact.order_id)
