"""Writes of sales plans."""

import uuid
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from cms import events
from cms.access.checks import require
from integration import outbox
from modules.analytics.events import PlanDrafted, PlanMoved
from modules.analytics.models import PlanStatus, SalesPlan
from modules.catalog.models import Product
from modules.partners.models import Partner

TOPIC = "plans"


@dataclass(frozen=True)
class PlanLine:
    """So much of a product; `quantity` in base units, `amount` in the currency of the client's plans in 1C."""

    product: Product
    quantity: Decimal
    amount: Decimal

    def kept(self) -> dict:
        return {"product": self.product.ref.hex, "quantity": f"{self.quantity:.3f}", "amount": f"{self.amount:.2f}"}


@transaction.atomic
def plan_draft(
    *, author, partner: Partner, period_start: date, period_end: date, lines: list[PlanLine], comment: str = ""
) -> SalesPlan:
    """Propose a plan to 1C, where somebody approves it. Raises Refused when the author may not, for this client."""
    plan = SalesPlan.objects.create(
        ref=uuid.uuid4(),
        author=author,
        partner=partner,
        period_start=period_start,
        period_end=period_end,
        comment=comment,
        date=timezone.now(),
        lines=[line.kept() for line in lines],
    )
    require(author, "analytics.draft_plan", plan)
    outbox.enqueue(TOPIC, plan.ref)
    events.publish(PlanDrafted(plan.pk))
    return plan


@transaction.atomic
def plan_answered(*, ref: UUID, result: dict) -> None:
    """Take 1C's answer to a draft: its number, or why it was refused. What 1C decides comes with the regular load."""
    plans = SalesPlan.objects.filter(ref=ref)
    if result["status"] == "rejected":
        reason = (result.get("error") or {}).get("message") or ""
        plans.filter(number="").update(status=PlanStatus.NOT_TAKEN, reason=reason)
    else:
        plans.filter(number="").update(number=str(result.get("number") or "")[:30])
    for plan in plans:
        events.publish(PlanMoved(plan.pk))


def plan_resend(*, user, plan: SalesPlan) -> None:
    """Wake the draft's delivery to 1C now instead of at its next try."""
    require(user, "analytics.draft_plan", plan)
    outbox.wake(TOPIC, plan.ref)
