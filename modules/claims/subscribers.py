"""What happens after commit: whoever sees the claim hears of it in their open browser."""

from uuid import UUID

from cms.access.audience import audience
from cms.events import on
from cms.realtime import publish
from modules.claims.events import ClaimChanged, ClaimRegistered
from modules.claims.models import Claim


@on(ClaimRegistered)
def tell_of_a_new_one(fact: ClaimRegistered) -> None:
    tell(fact.claim_id)


@on(ClaimChanged)
def tell_of_a_change(fact: ClaimChanged) -> None:
    tell(fact.claim_id)


def tell(claim_id: UUID) -> None:
    """A `claim` event to everyone who may see the claim; the page asks for the rest, so it may be told twice."""
    claim = Claim.objects.get(pk=claim_id)
    told = {"id": str(claim.pk), "status": claim.status, "number": claim.number}
    publish.send(audience("claims.view_claim", claim), "claim", told)
