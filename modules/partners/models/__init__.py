"""Clients and their terms as 1C knows them, and the people that clients let in."""

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
    "Contract",
    "Counterparty",
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
