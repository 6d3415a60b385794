"""Clients, their terms and limits as 1C knows them, where their goods go, and their people."""

from modules.partners.models.applications import (
    Application,
    ApplicationHistory,
    ApplicationStatus,
    ClientKind,
    CountryRegion,
)
from modules.partners.models.clients import (
    Agreement,
    AgreementQuerySet,
    Contract,
    Counterparty,
    Currency,
    Named,
    Partner,
    PriceKind,
    Region,
    Segment,
    Terms,
    TermsStatus,
)
from modules.partners.models.delivery import AddressState, Consignee, DeliveryAddress
from modules.partners.models.limits import CreditLimit
from modules.partners.models.pages import ApplicationPage
from modules.partners.models.people import AccountManager, ClientContact
from modules.partners.models.staff import StaffInvitation

__all__ = [
    "AccountManager",
    "AddressState",
    "Agreement",
    "AgreementQuerySet",
    "Application",
    "ApplicationHistory",
    "ApplicationPage",
    "ApplicationStatus",
    "ClientContact",
    "ClientKind",
    "Consignee",
    "Contract",
    "Counterparty",
    "CountryRegion",
    "CreditLimit",
    "Currency",
    "DeliveryAddress",
    "Named",
    "Partner",
    "PriceKind",
    "Region",
    "Segment",
    "StaffInvitation",
    "Terms",
    "TermsStatus",
]
