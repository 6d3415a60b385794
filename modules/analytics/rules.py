"""Who sees and drafts sales plans."""

from django.utils.translation import gettext_lazy as _

from cms.access.levels import Level
from cms.access.permissions import permission
from cms.access.roles import (
    BUYER_HEAD,
    BUYER_SENIOR,
    DISTRIBUTOR_HEAD,
    DISTRIBUTOR_SENIOR,
    PLATFORM_ADMIN,
    SERVICE_MANAGER_FULL,
    SERVICE_MANAGER_LIMITED,
)
from cms.access.scopes import ANY, NOT_APPLICABLE, Scope
from modules.analytics.models import SalesPlan

# A plan is of the whole client: somebody limited to one of its contracts has no part in it.
PLANS = Scope(
    SalesPlan,
    own=NOT_APPLICABLE,
    region="partner__region",
    partner="partner",
    contract=NOT_APPLICABLE,
    product_line=ANY,
    carrier=NOT_APPLICABLE,
)

CLIENTS = dict.fromkeys([BUYER_HEAD, BUYER_SENIOR, DISTRIBUTOR_HEAD, DISTRIBUTOR_SENIOR], Level.GRANTED)
SERVICE = {SERVICE_MANAGER_LIMITED: Level.GRANTED, SERVICE_MANAGER_FULL: Level.ALL}

permission(
    "analytics.view_plan", PLANS, _("See sales plans"), default={**CLIENTS, **SERVICE, PLATFORM_ADMIN: Level.ALL}
)
permission("analytics.draft_plan", PLANS, _("Propose sales plans"), default={**CLIENTS, **SERVICE})
