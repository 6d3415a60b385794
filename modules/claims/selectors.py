"""Reads of claims."""

from collections.abc import Iterable

from django.db.models import Prefetch, Q, QuerySet, prefetch_related_objects

from cms.access.checks import visible
from cms.access.choosers import contains
from integration import outbox
from modules.claims.models import Claim, ClaimHistory
from modules.claims.services import TOPIC

RELATED = ("partner", "counterparty", "contract", "order", "author")


def claims_for(user) -> QuerySet[Claim]:
    """Claims the reader may see, newest first, with what a list shows of them."""
    claims = visible(Claim.objects.filter(deleted=False), user, "claims.view_claim")
    return claims.select_related(*RELATED).order_by("-registered_at", "pk")


def searched(claims: QuerySet[Claim], text: str) -> QuerySet[Claim]:
    """Claims whose number, subject, order or partner contains `text`."""
    found = Q()
    for field in ("number", "subject", "order__number", "order__onec_number", "partner__name"):
        found |= contains(field, text)
    return claims.filter(found)


def add_history(claim: Claim) -> Claim:
    """Read the claim's history with who made it; one query."""
    prefetch_related_objects([claim], Prefetch("history", ClaimHistory.objects.select_related("user")))
    return claim


def exchange_of(claims: Iterable[Claim]) -> dict[str, object]:
    """Claim's key (text) → where it is on its way to 1C; one query."""
    return outbox.status_of(TOPIC, [str(claim.pk) for claim in claims])
