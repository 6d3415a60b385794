"""Claims: told to 1C by the outbox; a feed brings their states and answers, and the claims made in 1C."""

from datetime import timedelta
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from cms import events
from integration.objects import Item, News, take
from integration.regulation import Cache, Channel, Direction, entity, topic
from modules.claims.events import ClaimRegistered
from modules.claims.models import Claim, ClaimHistory
from modules.claims.services import TOPIC, claim_answered, claim_move
from modules.claims.states import ClaimKind, ClaimStatus
from modules.ordering.models import Order

STATUSES = {
    "Зарегистрирована": ClaimStatus.REGISTERED,
    "Обрабатывается": ClaimStatus.PROCESSING,
    "Удовлетворена": ClaimStatus.SATISFIED,
    "НеУдовлетворена": ClaimStatus.NOT_SATISFIED,
}
KINDS = {kind.value: kind for kind in ClaimKind}


def claim_payload(claim_id: UUID) -> dict | None:
    """The claim as channel B takes it; None when there is none."""
    return claim_payloads([claim_id]).get(claim_id)


def claim_payloads(claim_ids: list[UUID]) -> dict[UUID, dict]:
    """Several in one query; those that are no more are left out."""
    found = Claim.objects.select_related("partner", "counterparty", "contract").filter(pk__in=claim_ids)
    return {claim.pk: _claim(claim) for claim in found}


def _claim(claim: Claim) -> dict:
    return {
        "partner": _ref(claim.partner),
        "counterparty": _ref(claim.counterparty),
        "contract": _ref(claim.contract),
        "order": str(claim.order_id) if claim.order_id else None,
        "kind": claim.kind,
        "subject": claim.subject,
        "text": claim.text,
        "created_at": claim.registered_at.isoformat(),
    }


def _ref(row) -> str | None:
    return str(row.ref) if row is not None and row.ref else None


@transaction.atomic
def claim_from_onec(*, item: dict) -> bool:
    """Apply one item of the feed: a state and an answer of ours, or a claim made in 1C. False for what is old."""
    read = Item(item)
    claim, news = take(Claim, read, new=lambda: _new(read), change=lambda claim: _changes(read, claim))
    if news is News.NEW:
        ClaimHistory.objects.create(claim=claim, became=claim.status)
        events.publish(ClaimRegistered(claim.pk))
    elif news is News.CHANGED and read.data:
        _tell_change(read, claim)
    return news is not News.OLD


def _tell_change(read: Item, before: Claim) -> None:
    """A move, an answer or both become a line of the history and a fact; `before` is the claim as it was."""
    answer, to = read.text("answer"), read.choice("status", STATUSES)
    is_new_answer = answer != before.answer
    if is_new_answer or to != before.status or read.deleted != before.deleted:
        claim_move(claim=before, to=to, note=answer if is_new_answer else "", answered=is_new_answer and bool(answer))


def _new(read: Item) -> dict:
    """A claim the portal does not know: made in 1C."""
    order = read.uuid("order")
    return {
        "partner": read.required("partner", "clients"),
        "counterparty": read.row("counterparty", "counterparties"),
        "contract": read.row("contract", "contracts"),
        "order": order and Order.objects.filter(pk=order).first(),
        "status": read.choice("status", STATUSES),
        "answer": read.text("answer"),
        **_number(read, None),
        **_texts(read),
    }


def _changes(read: Item, claim: Claim) -> dict:
    """What 1C says of a claim that is known; the status moves by its table, not here."""
    texts = _texts(read) if claim.author_id is None else {}
    read.choice("status", STATUSES)
    return {"answer": read.text("answer"), "reason": "", **_number(read, claim), **texts}


def _number(read: Item, claim: Claim | None) -> dict:
    return {"number": read.text("number", 30) or (claim.number if claim else "")}


def _texts(read: Item) -> dict:
    """What its author wrote; in the portal nobody but the author changes it."""
    texts = {
        "kind": read.choice("kind", KINDS),
        "subject": read.text("subject", 200) or read.text("number", 30),
        "text": read.text("text"),
    }
    at = read.moment("registered_at")
    return texts | ({"registered_at": at} if at else {})


def _answered(claim_id: UUID, result: dict) -> None:
    claim_answered(claim_id=claim_id, result=result)


topic(
    TOPIC,
    _("Claims"),
    feed="claims",
    payload=claim_payload,
    payloads=claim_payloads,
    answered=_answered,
    priority=2,
    model=Claim,
    named_by="subject",
)
entity(
    "claims",
    _("Claims"),
    Channel.FEED,
    Cache.WRITE_THROUGH,
    fresh=timedelta(minutes=1),
    page=200,
    handle=claim_from_onec,
    direction=Direction.BOTH,
    topic=TOPIC,
)
