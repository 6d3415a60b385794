"""Clients and their terms."""

from datetime import date

from django.utils import timezone

from cms.accounts.invitations import invitation_make
from modules.partners.models import (
    AccountManager,
    AddressState,
    Agreement,
    Application,
    ClientContact,
    Consignee,
    Contract,
    Counterparty,
    CreditLimit,
    Currency,
    DeliveryAddress,
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


def account_manager(*partners: Partner, **fields) -> AccountManager:
    """The manufacturer's manager of these clients."""
    title = f"manager{number()}"
    filled = {"ref": ref(), "name": title.title(), "email": f"{title}@kabinet.example", "phone": "+7 727 000 00 01"}
    manager = AccountManager.objects.create(**{**filled, **fields})
    Partner.objects.filter(pk__in=[partner.pk for partner in partners]).update(account_manager=manager)
    return manager


def consignee(partner: Partner, **fields) -> Consignee:
    """One that 1C has given."""
    filled = {"ref": ref(), "name": f"Warehouse {number()}", "tax_id": "140540000015", "country": "KZ"}
    return Consignee.objects.create(**{"partner": partner, "synced_at": timezone.now(), **filled, **fields})


def address(consignee: Consignee, **fields) -> DeliveryAddress:
    """A confirmed one that 1C has given."""
    filled = {"ref": ref(), "country": "KZ", "postcode": "010000", "city": "Astana", "address": f"Abay st. {number()}"}
    head = {"consignee": consignee, "partner": consignee.partner, "synced_at": timezone.now()}
    return DeliveryAddress.objects.create(**{**head, "state": AddressState.CONFIRMED, **filled, **fields})


def contact(partner: Partner, **fields) -> ClientContact:
    """One that 1C has given."""
    title = f"person{number()}"
    filled = {"ref": ref(), "name": title.title(), "position": "Buyer", "email": f"{title}@client.example"}
    return ClientContact.objects.create(**{"partner": partner, "synced_at": timezone.now(), **filled, **fields})


def limit(contract: Contract, **fields) -> CreditLimit:
    sums = {"limit": "1000000.00", "debt": "250000.00", "overdue": "0.00", "available": "750000.00"}
    known = {"ref": ref(), "currency": contract.currency, "calculated_at": timezone.now()}
    return CreditLimit.objects.create(contract=contract, **{**known, **sums, **fields})


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
