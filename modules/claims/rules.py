"""Who sees, registers and resends claims."""

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
from cms.access.scopes import ANY, NOT_APPLICABLE, Scope
from modules.claims.models import Claim

CLAIMS = Scope(
    Claim,
    own="author",
    region="partner__region",
    partner="partner",
    contract="contract",
    product_line=ANY,
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
SERVICE = {
    SERVICE_MANAGER_FULL: Level.ALL,
    SERVICE_MANAGER_LIMITED: Level.GRANTED,
    PLATFORM_ADMIN: Level.ALL,
}

permission("claims.view_claim", CLAIMS, _("See claims"), default={**CLIENTS, LOGISTICIAN: Level.GRANTED, **SERVICE})
permission("claims.register_claim", CLAIMS, _("Register and correct claims"), default=CLIENTS)
permission("claims.resend_claim", CLAIMS, _("Send a claim to 1C again"), default={**CLIENTS, **SERVICE})
