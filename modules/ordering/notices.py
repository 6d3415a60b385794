"""Which moves of orders the people of the client are told of; read only where notifications are installed."""

from django.utils.translation import gettext as _

from cms.access.audience import audience
from cms.events import on
from modules.notifications.models import NotificationKind
from modules.notifications.services import notify
from modules.notifications.wordings import Words, wording
from modules.ordering.events import OrderMoved
from modules.ordering.models import Order
from modules.ordering.states import OrderStatus

TOLD = {
    OrderStatus.ACCEPTED: NotificationKind.ORDER,
    OrderStatus.READY: NotificationKind.ORDER,
    OrderStatus.SHIPPING: NotificationKind.SHIPMENT,
    OrderStatus.AWAITING_PAYMENT: NotificationKind.PAYMENT,
    OrderStatus.CLOSED: NotificationKind.ORDER,
    OrderStatus.REJECTED: NotificationKind.ORDER,
    OrderStatus.CANCELLED: NotificationKind.ORDER,
}


@on(OrderMoved)
def tell_of_a_move(fact: OrderMoved) -> None:
    if fact.became not in TOLD:
        return
    order = Order.objects.select_related("partner", "contract").get(pk=fact.order_id)
    notify(
        partner=order.partner,
        contract=order.contract,
        code="order_moved",
        params={"number": order.number, "status": fact.became, "reason": order.reason},
        kind=TOLD[OrderStatus(fact.became)],
        order=order.pk,
        path=f"/cabinet/orders/{order.pk}",
        people=audience("ordering.view_order", order),
    )


@wording("order_moved")
def order_moved(params: dict) -> Words:
    status = OrderStatus(params["status"]).label
    subject = _("Order %(number)s: %(status)s") % {"number": params["number"], "status": status}
    return Words(subject, params["reason"])
