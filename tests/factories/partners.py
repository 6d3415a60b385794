"""Clients and their terms."""

from datetime import date

from django.utils import timezone

from cms.accounts.invitations import invitation_make
from modules.partners.models import (
    Agreement,
    Application,
    Contract,
    Counterparty,
    Currency,
    Partner,
    PriceKind,
    Region,
    Segment,
    StaffInvitation,
)
from tests.factories.counter import number, ref


def region(name: str) -> Region:
    return Region.objects.create(ref=ref(), name=name)


def currency(code: str) -> Currency:
    """The currency, one row a code."""
    found = Currency.objects.filter(code=code).first()
    return found or Currency.objects.create(ref=ref(), code=code)


def price_kind(name: str, code: str = "KZT") -> PriceKind:
    return PriceKind.objects.create(ref=ref(), name=name, currency=currency(code))


def segment(name: str) -> Segment:
    return Segment.objects.create(ref=ref(), name=name)


def partner(name: str, region: Region | None = None, **fields) -> Partner:
    code = f"P-{number():05}"
    return Partner.objects.create(**{"ref": ref(), "code": code, "name": name, "region": region, **fields})


def counterparty(partner: Partner, name: str = "", **fields) -> Counterparty:
    filled = {"ref": ref(), "name": name or f"{partner.name} LLP", "tax_id": f"{number():012}", **fields}
    return Counterparty.objects.create(partner=partner, **filled)


def contract(counterparty: Counterparty, **fields) -> Contract:
    """A contract in force with the legal entity."""
    title = f"C-{number()}"
    filled = {"ref": ref(), "number": title, "name": f"Contract {title}", "date": date(2026, 1, 15), **fields}
    filled.setdefault("currency", currency("KZT"))
    return Contract.objects.create(partner=counterparty.partner, counterparty=counterparty, **filled)


def agreement(contract: Contract, *, price_kind: PriceKind, segment: Segment, **fields) -> Agreement:
    """An agreement in force under the contract, in its currency."""
    title = f"A-{number()}"
    filled = {"ref": ref(), "number": title, "name": f"Agreement {title}", "date": date(2026, 1, 20), **fields}
    filled.setdefault("currency", contract.currency)
    return Agreement.objects.create(
        partner=contract.partner,
        counterparty=contract.counterparty,
        contract=contract,
        price_kind=price_kind,
        segment=segment,
        **filled,
    )


def staff_invitation(partner: Partner, by=None) -> StaffInvitation:
    """Somebody asked to join the client, without role and grants yet."""
    names = {"first_name": "Somebody", "last_name": "Asked", "language": "en"}
    user = invitation_make(by=by, email=f"asked{number()}@example.com", organisation=partner.name, **names)
    return StaffInvitation.objects.create(invitation=user.invitation, partner=partner)


def application(region: Region | None = None, **fields) -> Application:
    """A new application of a company that nobody knows."""
    filled = {
        "form": f"form{number()}",
        "company": f"Newcomer {number()}",
        "country": "KZ",
        "tax_id": "140540000015",
        "first_name": "Nova",
        "last_name": "Applicant",
        "email": f"applicant{number()}@example.com",
        "phone": "+7 701 123 45 67",
        "language": "kk",
        "consent_version": "2026-01",
        "consent_at": timezone.now(),
    }
    return Application.objects.create(region=region, **{**filled, **fields})
