"""What happens after commit: whoever sees the order hears of it."""

from cms import broker
from cms.events import on
from cms.realtime import publish
from integration.tasks import ORDERS
from modules.ordering import watchers
from modules.ordering.events import OrderMoved, OrderPlaced
from modules.ordering.tasks import tell_watchers


@on(OrderPlaced)
def have_watchers_told(fact: OrderPlaced) -> None:
    """By a worker: finding who they are takes longer the more people there are, and the buyer waits for the answer.

    Here and now while no worker can be called, or when an earlier event was lost here and everyone is to know it.
    """
    order_id = str(fact.order_id)
    if publish.owes_reset() or not broker.call(tell_watchers, order_id, queue=ORDERS):
        watchers.tell(order_id)


@on(OrderMoved)
def tell_watchers_of_move(fact: OrderMoved) -> None:
    """At once: it is a worker that moves orders."""
    watchers.tell(fact.order_id)
