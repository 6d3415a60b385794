"""Reads of orders."""

from collections.abc import Iterable

from django.db.models import Prefetch, Q, QuerySet, prefetch_related_objects

from cms.access.checks import visible
from cms.access.choosers import contains
from integration import outbox
from modules.ordering.models import Order, OrderHistory, OrderLine
from modules.ordering.services import TOPIC

RELATED = ("partner", "counterparty", "contract", "agreement", "currency", "author")


def orders_for(user) -> QuerySet[Order]:
    """Orders the reader may see, newest first, with what a list shows of them."""
    orders = visible(Order.objects.all(), user, "ordering.view_order")
    return orders.select_related(*RELATED).order_by("-placed_at", "pk")


def searched(orders: QuerySet[Order], text: str) -> QuerySet[Order]:
    """Orders whose portal, 1C or own number or partner contains `text`."""
    fields = ("number", "onec_number", "client_reference", "partner__name")
    found = Q()
    for field in fields:
        found |= contains(field, text)
    return orders.filter(found)


def add_details(order: Order) -> Order:
    """Read the order's lines and history with what its page shows of them; two queries."""
    lines = OrderLine.objects.select_related("product__unit", "packaging")
    history = OrderHistory.objects.select_related("user")
    prefetch_related_objects([order], Prefetch("lines", lines), Prefetch("history", history))
    return order


def exchange_of(orders: Iterable[Order]) -> dict[str, object]:
    """Order's key (text) → where it is on its way to 1C; one query."""
    return outbox.status_of(TOPIC, [str(order.pk) for order in orders])
