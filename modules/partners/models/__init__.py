"""Clients and their terms as 1C knows them, and the people that clients let in."""

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
from modules.partners.models.staff import StaffInvitation

__all__ = [
    "Agreement",
    "AgreementQuerySet",
    "Application",
    "ApplicationHistory",
    "ApplicationStatus",
    "ClientKind",
    "Contract",
    "Counterparty",
    "CountryRegion",
    "Currency",
    "Named",
    "Partner",
    "PriceKind",
    "Region",
    "Segment",
    "StaffInvitation",
    "Terms",
    "TermsStatus",
]
