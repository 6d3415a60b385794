"""Who sees which clients and their terms."""

from django.utils.translation import gettext_lazy as _

from cms.access.axes import axis
from cms.access.levels import Level
from cms.access.permissions import permission
from cms.access.roles import (
    BUYER_HEAD,
    BUYER_SENIOR,
    CLIENT_ROLES,
    DISTRIBUTOR_HEAD,
    DISTRIBUTOR_SENIOR,
    LOGISTICIAN,
    PLATFORM_ADMIN,
    SERVICE_MANAGER_FULL,
    SERVICE_MANAGER_LIMITED,
)
from cms.access.scopes import ANY, GLOBAL, NOT_APPLICABLE, Scope
from modules.partners.models import (
    AccountManager,
    Agreement,
    Application,
    ClientContact,
    Consignee,
    Contract,
    Counterparty,
    CreditLimit,
    DeliveryAddress,
    Partner,
    Region,
    StaffInvitation,
)

WITHIN_GRANTS = dict.fromkeys([*CLIENT_ROLES, LOGISTICIAN, SERVICE_MANAGER_LIMITED], Level.GRANTED)
EVERYWHERE = {SERVICE_MANAGER_FULL: Level.ALL, PLATFORM_ADMIN: Level.ALL}

REGIONS = Scope(
    Region,
    own=NOT_APPLICABLE,
    region="pk",
    partner="partners",
    contract="partners__contracts",
    product_line=ANY,
    carrier=NOT_APPLICABLE,
)
PARTNERS = Scope(
    Partner,
    own=NOT_APPLICABLE,
    region="region",
    partner="pk",
    contract="contracts",
    product_line=ANY,
    carrier=NOT_APPLICABLE,
)
COUNTERPARTIES = Scope(
    Counterparty,
    own=NOT_APPLICABLE,
    region="partner__region",
    partner="partner",
    contract="contracts",
    product_line=ANY,
    carrier=NOT_APPLICABLE,
)
CONTRACTS = Scope(
    Contract,
    own=NOT_APPLICABLE,
    region="partner__region",
    partner="partner",
    contract="pk",
    product_line=ANY,
    carrier=NOT_APPLICABLE,
)
AGREEMENTS = Scope(
    Agreement,
    own=NOT_APPLICABLE,
    region="partner__region",
    partner="partner",
    contract="contract",
    product_line=ANY,
    carrier=NOT_APPLICABLE,
)
STAFF_INVITATIONS = Scope(
    StaffInvitation,
    own=NOT_APPLICABLE,
    region="partner__region",
    partner="partner",
    contract="partner__contracts",
    product_line=ANY,
    carrier=NOT_APPLICABLE,
)
APPLICATIONS = Scope(
    Application,
    own=NOT_APPLICABLE,
    region="region",
    partner="partner",
    contract=NOT_APPLICABLE,
    product_line=ANY,
    carrier=NOT_APPLICABLE,
)

CONSIGNEES, ADDRESSES, CONTACTS = (
    Scope(
        model,
        own=NOT_APPLICABLE,
        region="partner__region",
        partner="partner",
        contract="partner__contracts",
        product_line=ANY,
        carrier=NOT_APPLICABLE,
    )
    for model in (Consignee, DeliveryAddress, ClientContact)
)
LIMITS = Scope(
    CreditLimit,
    own=NOT_APPLICABLE,
    region="contract__partner__region",
    partner="contract__partner",
    contract="contract",
    product_line=ANY,
    carrier=NOT_APPLICABLE,
)
MANAGERS = Scope(
    AccountManager,
    own=NOT_APPLICABLE,
    region="partners__region",
    partner="partners",
    contract="partners__contracts",
    product_line=ANY,
    carrier=NOT_APPLICABLE,
)

axis("region", Region, _("Region"))
axis("partner", Partner, _("Partner"))
axis("contract", Contract, _("Contract"))

DEFAULT = {**WITHIN_GRANTS, **EVERYWHERE}

permission("partners.view_region", REGIONS, _("See regions"), default=DEFAULT)
permission("partners.view_partner", PARTNERS, _("See partners"), default=DEFAULT)
permission("partners.view_counterparty", COUNTERPARTIES, _("See counterparties"), default=DEFAULT)
permission("partners.view_contract", CONTRACTS, _("See contracts"), default=DEFAULT)
permission("partners.view_agreement", AGREEMENTS, _("See agreements"), default=DEFAULT)
permission(
    "partners.manage_staff",
    PARTNERS,
    _("Invite, limit and block the staff of a client"),
    default={BUYER_HEAD: Level.GRANTED, DISTRIBUTOR_HEAD: Level.GRANTED},
)
permission(
    "partners.view_staff_invitation",
    STAFF_INVITATIONS,
    _("See the invitations of clients' colleagues"),
    default={SERVICE_MANAGER_LIMITED: Level.GRANTED, **EVERYWHERE},
)

SERVICE = {SERVICE_MANAGER_LIMITED: Level.GRANTED, **EVERYWHERE}

permission("partners.view_application", APPLICATIONS, _("See applications of new clients"), default=SERVICE)
permission("partners.decide_application", APPLICATIONS, _("Decide about applications of new clients"), default=SERVICE)
permission("partners.map_countries", GLOBAL, _("Say which region a country belongs to"), default=EVERYWHERE)

CLIENTS = dict.fromkeys(CLIENT_ROLES, Level.GRANTED)
HEADS_AND_SENIORS = dict.fromkeys([BUYER_HEAD, BUYER_SENIOR, DISTRIBUTOR_HEAD, DISTRIBUTOR_SENIOR], Level.GRANTED)

permission("partners.view_consignee", CONSIGNEES, _("See consignees"), default=DEFAULT)
permission("partners.propose_consignee", CONSIGNEES, _("Propose and change consignees"), default=CLIENTS)
permission("partners.view_address", ADDRESSES, _("See delivery addresses"), default=DEFAULT)
permission("partners.propose_address", ADDRESSES, _("Propose and change delivery addresses"), default=CLIENTS)
permission("partners.view_contact", CONTACTS, _("See contact persons of clients"), default={**CLIENTS, **SERVICE})
permission("partners.propose_contact", CONTACTS, _("Add, change and remove contact persons"), default=HEADS_AND_SENIORS)
permission("partners.view_limit", LIMITS, _("See credit limits"), default={**CLIENTS, **SERVICE})
permission("partners.view_account_manager", MANAGERS, _("See the manufacturer's managers"), default=DEFAULT)
