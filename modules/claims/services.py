"""Writes of claims. Each is one transaction with its history row and, where 1C has to know, its outbox row."""

from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from cms import events
from cms.access.checks import require
from integration import outbox
from modules.claims.events import ClaimChanged, ClaimRegistered
from modules.claims.models import Claim, ClaimHistory
from modules.claims.states import NEXT, OPEN_TO_CHANGE, ClaimStatus
from modules.ordering.models import Order
from modules.partners.models import Contract, Partner

TOPIC = "claims"
S = ClaimStatus


class NotChangeable(Exception):
    """The claim is being looked into, or somebody changed it first; `claim` is as it is now."""

    def __init__(self, claim: Claim) -> None:
        self.claim = claim
        super().__init__(claim.status)


@dataclass(frozen=True)
class About:
    """Whose claim it is and about what: an order says the rest, a contract its client, else the client alone."""

    partner: Partner | None = None
    contract: Contract | None = None
    order: Order | None = None

    def fields(self) -> dict:
        """The claim's references. ValueError when it is about nobody."""
        told = self.order or self.contract
        if told is None:
            if self.partner is None:
                raise ValueError("A claim needs a partner, a contract or an order.")
            return {"partner": self.partner}
        contract = self.order.contract if self.order else self.contract
        return {
            "partner": told.partner,
            "counterparty": told.counterparty,
            "contract": contract,
            "order": self.order,
        }


@transaction.atomic
def claim_register(*, author, about: About, kind: str, subject: str, text: str) -> Claim:
    """Register a claim and queue it for 1C. Raises Refused when the author may not, for this client and contract."""
    claim = Claim.objects.create(author=author, kind=kind, subject=subject, text=text, **about.fields())
    ClaimHistory.objects.create(claim=claim, became=claim.status, user=author)
    require(author, "claims.register_claim", claim)
    outbox.enqueue(TOPIC, claim.pk, claim.version)
    events.publish(ClaimRegistered(claim.pk))
    return claim


@transaction.atomic
def claim_change(*, user, claim: Claim, version: int, kind: str, subject: str, text: str) -> Claim:
    """Correct a claim that nobody works on yet, and send it again. `version`: the one the user saw.

    Raises NotChangeable with the claim as it is when 1C or a colleague was first.
    """
    require(user, "claims.register_claim", claim)
    was = S(claim.status)
    unchanged = Claim.objects.filter(pk=claim.pk, version=version, status=was, deleted=False)
    corrected = {"kind": kind, "subject": subject, "text": text, "status": S.REGISTERED, "reason": ""}
    if was not in OPEN_TO_CHANGE or unchanged.update(version=version + 1, **corrected) != 1:
        claim.refresh_from_db()
        raise NotChangeable(claim)
    ClaimHistory.objects.create(claim=claim, was=was, became=S.REGISTERED, user=user, note=_("Corrected"))
    claim.refresh_from_db()
    outbox.enqueue(TOPIC, claim.pk, claim.version)
    events.publish(ClaimChanged(claim.pk, was, claim.status))
    return claim


@transaction.atomic
def claim_answered(*, claim_id: UUID, result: dict) -> None:
    """Take 1C's answer to a claim that was sent: `result` as channel B gives it for one item.

    A correction that 1C refuses leaves the claim where it is: 1C works on the former text.
    """
    claim = Claim.objects.select_for_update().get(pk=claim_id)
    if result["status"] != "rejected":
        Claim.objects.filter(pk=claim_id, number="").update(number=str(result.get("number") or "")[:30])
        events.publish(ClaimChanged(claim.pk, claim.status, claim.status))
        return
    reason = (result.get("error") or {}).get("message") or ""
    Claim.objects.filter(pk=claim_id).update(reason=reason)
    refused = claim.status == S.REGISTERED and not (claim.number or claim.onec_version)
    claim_move(claim=claim, to=S.NOT_TAKEN if refused else S(claim.status), note=reason)


@transaction.atomic
def claim_move(*, claim: Claim, to: ClaimStatus, note: str = "", answered: bool = False) -> bool:
    """Move a claim by the table and write its history; the same state again is a remark. False if it is elsewhere."""
    was = S(claim.status)
    if to != was and to not in NEXT[was]:
        return False
    if Claim.objects.filter(pk=claim.pk, status=was).update(status=to) != 1:
        return False
    ClaimHistory.objects.create(claim=claim, was=was, became=to, note=note)
    events.publish(ClaimChanged(claim.pk, was, to, answered))
    return True


@transaction.atomic
def claim_resend(*, user, claim: Claim) -> None:
    """Wake the claim's delivery to 1C now instead of at its next try."""
    require(user, "claims.resend_claim", claim)
    outbox.wake(TOPIC, str(claim.pk))
