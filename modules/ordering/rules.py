"""Who sees, places and resends orders."""

from django.utils.translation import gettext_lazy as _

from cms.access.levels import Level
from cms.access.permissions import permission
from cms.access.roles import (
    BUYER_HEAD,
    BUYER_MANAGER,
    BUYER_SENIOR,
    DISTRIBUTOR_HEAD,
    DISTRIBUTOR_MANAGER,
    DISTRIBUTOR_SENIOR,
    LOGISTICIAN,
    PLATFORM_ADMIN,
    SERVICE_MANAGER_FULL,
    SERVICE_MANAGER_LIMITED,
)
from cms.access.scopes import NOT_APPLICABLE, Scope
from modules.ordering.models import Order

ORDERS = Scope(
    Order,
    own="author",
    region="partner__region",
    partner="partner",
    contract="contract",
    product_line="lines__product__line",
    carrier=NOT_APPLICABLE,
)

CLIENTS = {
    BUYER_HEAD: Level.GRANTED,
    BUYER_SENIOR: Level.TEAM,
    BUYER_MANAGER: Level.OWN,
    DISTRIBUTOR_HEAD: Level.GRANTED,
    DISTRIBUTOR_SENIOR: Level.TEAM,
    DISTRIBUTOR_MANAGER: Level.OWN,
}
STAFF = {
    LOGISTICIAN: Level.GRANTED,
    SERVICE_MANAGER_FULL: Level.ALL,
    SERVICE_MANAGER_LIMITED: Level.GRANTED,
    PLATFORM_ADMIN: Level.ALL,
}

permission("ordering.view_order", ORDERS, _("See orders"), default={**CLIENTS, **STAFF})
permission("ordering.place_order", ORDERS, _("Place orders"), default=CLIENTS)
permission(
    "ordering.resend_order",
    ORDERS,
    _("Send an order to 1C again"),
    default={
        **CLIENTS,
        SERVICE_MANAGER_FULL: Level.ALL,
        SERVICE_MANAGER_LIMITED: Level.GRANTED,
        PLATFORM_ADMIN: Level.ALL,
    },
)
