"""The thirteen roles as shipped. A role is a Group; its code is stable, its title is for people."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

PUBLIC, CLIENT, CARRIER, STAFF = "public", "client", "carrier", "staff"
SIDES = [(PUBLIC, _("public")), (CLIENT, _("client")), (CARRIER, _("carrier")), (STAFF, _("staff"))]

GUEST = "guest"
BUYER_HEAD = "buyer_head"
BUYER_SENIOR = "buyer_senior"
BUYER_MANAGER = "buyer_manager"
DISTRIBUTOR_HEAD = "distributor_head"
DISTRIBUTOR_SENIOR = "distributor_senior"
DISTRIBUTOR_MANAGER = "distributor_manager"
CARRIER_MANAGER = "carrier_manager"
LOGISTICIAN = "logistician"
SERVICE_MANAGER_FULL = "service_manager_full"
SERVICE_MANAGER_LIMITED = "service_manager_limited"
CONNECT_MANAGER = "connect_manager"
PLATFORM_ADMIN = "platform_admin"


@dataclass(frozen=True)
class ShippedRole:
    """A role in code: `code` (stable), `title` (for people), `side` (one of SIDES)."""

    code: str
    title: str | Promise
    side: str


SHIPPED = [
    ShippedRole(GUEST, _("Guest"), PUBLIC),
    ShippedRole(BUYER_HEAD, _("Head of a direct buyer"), CLIENT),
    ShippedRole(BUYER_SENIOR, _("Senior manager of a direct buyer"), CLIENT),
    ShippedRole(BUYER_MANAGER, _("Manager of a direct buyer"), CLIENT),
    ShippedRole(DISTRIBUTOR_HEAD, _("Head of a distributor"), CLIENT),
    ShippedRole(DISTRIBUTOR_SENIOR, _("Senior manager of a distributor"), CLIENT),
    ShippedRole(DISTRIBUTOR_MANAGER, _("Manager of a distributor"), CLIENT),
    ShippedRole(CARRIER_MANAGER, _("Manager of a carrier"), CARRIER),
    ShippedRole(LOGISTICIAN, _("Logistician"), STAFF),
    ShippedRole(SERVICE_MANAGER_FULL, _("Client-service manager, full access"), STAFF),
    ShippedRole(SERVICE_MANAGER_LIMITED, _("Client-service manager, limited access"), STAFF),
    ShippedRole(CONNECT_MANAGER, _("Connect manager"), STAFF),
    ShippedRole(PLATFORM_ADMIN, _("Platform administrator"), STAFF),
]
TITLES = {role.code: role.title for role in SHIPPED}
CLIENT_ROLES = [role.code for role in SHIPPED if role.side == CLIENT]


def same_level(codes: list[str], level: int) -> dict[str, int]:
    """`{code: level}` for several roles, to be merged into a permission's defaults."""
    return dict.fromkeys(codes, level)
