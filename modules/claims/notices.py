"""Which news of claims the people of the client are told of; read only where notifications are installed."""

from django.utils.translation import gettext as _

from cms.access.audience import audience
from cms.events import on
from modules.claims.events import ClaimChanged
from modules.claims.models import Claim
from modules.claims.states import ClaimStatus
from modules.notifications.models import NotificationKind
from modules.notifications.services import notify
from modules.notifications.wordings import Words, wording

REGISTERED = ClaimStatus.REGISTERED


@on(ClaimChanged)
def tell_of_news(fact: ClaimChanged) -> None:
    """Of a decision and of an answer; not of the client's own corrections."""
    moved = fact.became not in (fact.was, REGISTERED)
    if not (moved or fact.answered):
        return
    claim = Claim.objects.select_related("partner", "contract").get(pk=fact.claim_id)
    notify(
        partner=claim.partner,
        contract=claim.contract,
        code="claim_moved",
        params={
            "subject": claim.subject,
            "status": fact.became,
            "answer": claim.answer if fact.answered else "",
        },
        kind=NotificationKind.CLAIM,
        order=claim.order_id,
        path=f"/cabinet/claims/{claim.pk}",
        people=audience("claims.view_claim", claim),
    )


@wording("claim_moved")
def claim_moved(params: dict) -> Words:
    status = ClaimStatus(params["status"]).label
    subject = _("Claim “%(subject)s”: %(status)s") % {"subject": params["subject"], "status": status}
    return Words(subject, params["answer"])
