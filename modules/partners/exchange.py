"""What 1C gives about clients: regions, partners, their legal entities, terms and limits, consignees and people.

And what it is asked to take: companies that apply to become clients, consignees, addresses and contact persons.
"""

from datetime import timedelta
from uuid import UUID

from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from integration.fields import Choice, Date, Flag, Moment, Number, Ref, Text, Whole
from integration.regulation import Cache, Channel, Direction, entity, topic
from modules.partners.applications.services import TOPIC, application_answered, applications_arrive, proposal, proposals
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
    TermsStatus,
)
from modules.partners.proposals.addresses import address_answered, addresses_decided
from modules.partners.proposals.consignees import consignee_answered
from modules.partners.proposals.contacts import contact_answered
from modules.partners.proposals.kinds import ADDRESSES, CONSIGNEES, CONTACTS
from modules.partners.proposals.payloads import (
    address_payload,
    address_payloads,
    consignee_payload,
    consignee_payloads,
    contact_payload,
    contact_payloads,
)

# 1C has no object for "no restriction"; the portal's own segment of this reference stands for it.
EVERYTHING = UUID("e0e0e0e0-0000-5000-8000-000000000001")

DRAFT, ACTIVE, CLOSED = TermsStatus.DRAFT.value, TermsStatus.ACTIVE.value, TermsStatus.CLOSED.value
CONTRACT_STATUS = Choice({"НеСогласован": DRAFT, "Действует": ACTIVE, "Закрыт": CLOSED})
AGREEMENT_STATUS = Choice({"НеСогласовано": DRAFT, "Действует": ACTIVE, "Закрыто": CLOSED})

ADDRESS_STATE = Choice(
    {
        "Предложен": AddressState.PROPOSED.value,
        "Подтвержден": AddressState.CONFIRMED.value,
        "Отклонен": AddressState.REJECTED.value,
    }
)

TERMS = {
    "name": Text(),
    "number": Text(),
    "date": Date(),
    "partner": Ref("clients"),
    "counterparty": Ref("counterparties"),
    "currency": Ref("currencies"),
    "valid_from": Date(),
    "valid_until": Date(),
}


def ensure_everything() -> None:
    """The segment that holds every product exists; the catalogue fills it."""
    Segment.objects.get_or_create(ref=EVERYTHING, defaults={"name": str(_("Whole assortment")), "everything": True})


def catalogue(name: str, title, model, fresh: timedelta, fields: dict, cache: Cache = Cache.SYNCHRONIZED, **more):
    return entity(name, title, Channel.CATALOGUE, cache, model=model, fresh=fresh, fields=fields, **more)


DAY, HOUR, QUARTER, MINUTES = timedelta(hours=24), timedelta(hours=1), timedelta(minutes=15), timedelta(minutes=5)


def managers_arrive() -> None:
    """Partners without a manager are asked for once more: theirs may have come after them."""
    latest = AccountManager.objects.aggregate(at=Max("synced_at"))["at"]
    if latest is not None:
        Partner.objects.filter(account_manager=None, synced_at__lt=latest).update(version="")


catalogue("regions", _("Regions"), Region, DAY, {"name": Text()}, Cache.LAZY, key=("name",))
catalogue("currencies", _("Currencies"), Currency, DAY, {"code": Text()}, Cache.LAZY, key=("code",))
catalogue(
    "price_kinds",
    _("Price kinds"),
    PriceKind,
    QUARTER,
    {"name": Text(), "currency": Ref("currencies"), "with_vat": Flag()},
    key=("name",),
)
catalogue(
    "segments",
    _("Assortments"),
    Segment,
    QUARTER,
    {"name": Text()},
    key=("name",),
    kept=(EVERYTHING,),
    after_load=(ensure_everything,),
)
catalogue(
    "account_managers",
    _("Manufacturer's managers"),
    AccountManager,
    HOUR,
    {"name": Text(), "email": Text(), "phone": Text(), "blocked": Flag()},
    Cache.LAZY,
    full_every=HOUR,
    after_load=(managers_arrive,),
    key=("email",),
)
catalogue(
    "clients",
    _("Clients"),
    Partner,
    MINUTES,
    {
        "code": Text(),
        "name": Text(),
        "full_name": Text(),
        "region": Ref("regions"),
        "account_manager": Ref("account_managers", lenient=True),
    },
    key=("code",),
    after_load=(applications_arrive,),  # its counterparty may have come first and waited for it
)
catalogue(
    "counterparties",
    _("Legal entities"),
    Counterparty,
    MINUTES,
    {"name": Text(), "full_name": Text(), "tax_id": Text(), "branch": Text(), "partner": Ref("clients")},
    key=("tax_id", "branch"),
    direction=Direction.BOTH,
    topic=TOPIC,
    after_load=(applications_arrive,),
)
catalogue("contracts", _("Contracts"), Contract, QUARTER, {**TERMS, "status": CONTRACT_STATUS}, key=("number", "date"))
catalogue(
    "agreements",
    _("Agreements"),
    Agreement,
    QUARTER,
    {
        **TERMS,
        "contract": Ref("contracts"),
        "price_kind": Ref("price_kinds"),
        "segment": Ref("segments", empty=EVERYTHING.hex),
        "with_vat": Flag(),
        "status": AGREEMENT_STATUS,
    },
    key=("number", "date"),
)


def _answered(application_id: UUID, result: dict) -> None:
    application_answered(application_id=application_id, result=result)


entity(
    "limits",
    _("Credit limits"),
    Channel.FEED,
    Cache.LAZY,
    model=CreditLimit,
    fresh=timedelta(minutes=1),
    full_every=DAY,
    register=True,
    key=("contract", "currency"),
    fields={
        "contract": Ref("contracts"),
        "currency": Ref("currencies"),
        "limit": Number(),
        "debt": Number(),
        "overdue": Number(),
        "available": Number(),
        "calculated_at": Moment(),
    },
)
entity(
    CONSIGNEES.topic,
    _("Consignees"),
    Channel.FEED,
    Cache.SYNCHRONIZED,
    model=Consignee,
    fresh=QUARTER,
    direction=Direction.BOTH,
    topic=CONSIGNEES.topic,
    key=("partner", "counterparty"),
    fields={
        "partner": Ref("clients"),
        "counterparty": Ref("counterparties"),
        "name": Text(),
        "tax_id": Text(),
        "contact_person": Text(),
        "phone": Text(),
        "portal_version": Whole(),
    },
)
entity(
    ADDRESSES.topic,
    _("Delivery addresses"),
    Channel.FEED,
    Cache.WRITE_THROUGH,
    model=DeliveryAddress,
    fresh=timedelta(seconds=30),
    direction=Direction.BOTH,
    topic=ADDRESSES.topic,
    after_load=(addresses_decided,),
    fields={
        "consignee": Ref("consignees"),
        "partner": Ref("clients"),
        "country": Text(),
        "postcode": Text(),
        "city": Text(),
        "address": Text(),
        "working_hours": Text(),
        "comment": Text(),
        "state": ADDRESS_STATE,
        "reason": Text(),
        "portal_version": Whole(),
    },
)
catalogue(
    CONTACTS.topic,
    _("Contact persons of clients"),
    ClientContact,
    HOUR,
    {"partner": Ref("clients"), "name": Text(), "position": Text(), "email": Text(), "phone": Text()},
    direction=Direction.BOTH,
    topic=CONTACTS.topic,
    key=("partner", "email"),
)


topic(
    TOPIC,
    _("New clients"),
    feed="counterparties",
    payload=proposal,
    payloads=proposals,
    answered=_answered,
    model=Application,
    named_by="company",
)


def _consignee_answered(ref: UUID, result: dict) -> None:
    consignee_answered(ref=ref, result=result)


def _address_answered(ref: UUID, result: dict) -> None:
    address_answered(ref=ref, result=result)


def _contact_answered(ref: UUID, result: dict) -> None:
    contact_answered(ref=ref, result=result)


# Consignees before their addresses: 1C refuses an address of a consignee that it does not have.
topic(
    CONSIGNEES.topic,
    _("Consignees"),
    feed="consignees",
    payload=consignee_payload,
    payloads=consignee_payloads,
    answered=_consignee_answered,
    priority=3,
    model=Consignee,
    named_by="name",
)
topic(
    ADDRESSES.topic,
    _("Delivery addresses"),
    feed="addresses",
    payload=address_payload,
    payloads=address_payloads,
    answered=_address_answered,
    priority=4,
    model=DeliveryAddress,
    named_by="address",
)
topic(
    CONTACTS.topic,
    _("Contact persons of clients"),
    feed="contacts",
    payload=contact_payload,
    payloads=contact_payloads,
    answered=_contact_answered,
    model=ClientContact,
    named_by="name",
)
