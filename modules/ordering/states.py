"""The state machine of an order: one table."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class OrderStatus(models.TextChoices):
    """Where an order is. Everything after PLACED is what 1C says."""

    PLACED = "placed", _("Placed, waiting for 1C")
    ACCEPTED = "accepted", _("Accepted by 1C")
    PROVISIONING = "provisioning", _("Being provisioned")
    READY = "ready", _("Ready to ship")
    SHIPPING = "shipping", _("Being shipped")
    AWAITING_PAYMENT = "awaiting_payment", _("Shipped, awaiting payment")
    CLOSED = "closed", _("Closed")
    REJECTED = "rejected", _("Rejected by 1C")
    CANCELLED = "cancelled", _("Cancelled")


S = OrderStatus
IN_WORK = {S.ACCEPTED, S.PROVISIONING, S.READY, S.SHIPPING, S.AWAITING_PAYMENT}

# 1C moves an order back as well (stock is taken away, a shipment is undone), so within IN_WORK every
# move is open; what is over is over.
NEXT: dict[OrderStatus, set[OrderStatus]] = {
    S.PLACED: {*IN_WORK, S.CLOSED, S.REJECTED, S.CANCELLED},
    **{status: (IN_WORK - {status}) | {S.CLOSED, S.REJECTED, S.CANCELLED} for status in IN_WORK},
    S.CLOSED: set(),
    S.REJECTED: set(),
    S.CANCELLED: set(),
}
