"""What 1C gives about clients: regions, partners, their legal entities, contracts and agreements.

And what it is asked to take: companies that apply to become clients.
"""

from datetime import timedelta
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from integration.fields import Choice, Date, Flag, Ref, Text
from integration.regulation import Cache, Channel, Direction, entity, topic
from modules.partners.applications.services import TOPIC, application_answered, applications_arrive, proposal
from modules.partners.models import (
    Agreement,
    Contract,
    Counterparty,
    Currency,
    Partner,
    PriceKind,
    Region,
    Segment,
    TermsStatus,
)

# 1C has no object for "no restriction"; the portal's own segment of this reference stands for it.
EVERYTHING = UUID("e0e0e0e0-0000-5000-8000-000000000001")

DRAFT, ACTIVE, CLOSED = TermsStatus.DRAFT.value, TermsStatus.ACTIVE.value, TermsStatus.CLOSED.value
CONTRACT_STATUS = Choice({"НеСогласован": DRAFT, "Действует": ACTIVE, "Закрыт": CLOSED})
AGREEMENT_STATUS = Choice({"НеСогласовано": DRAFT, "Действует": ACTIVE, "Закрыто": CLOSED})

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


DAY, QUARTER, MINUTES = timedelta(hours=24), timedelta(minutes=15), timedelta(minutes=5)

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
    "clients",
    _("Clients"),
    Partner,
    MINUTES,
    {"code": Text(), "name": Text(), "full_name": Text(), "region": Ref("regions")},
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


topic(TOPIC, _("New clients"), feed="counterparties", payload=proposal, answered=_answered)
