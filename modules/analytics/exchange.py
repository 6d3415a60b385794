"""Sales plans: documents of 1C with their lines; the portal's drafts are told to it by the outbox."""

from datetime import timedelta
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from integration.fields import Choice, Date, Lines, Moment, Ref, Text, exact, reference
from integration.regulation import Cache, Channel, Direction, entity, topic
from modules.analytics.models import PlanStatus, SalesPlan
from modules.analytics.services import TOPIC, plan_answered

STATUSES = {
    "НаУтверждении": PlanStatus.PENDING.value,
    "Утвержден": PlanStatus.APPROVED.value,
    "Отменен": PlanStatus.CANCELLED.value,
}


def plan_payload(ref: UUID) -> dict | None:
    """The draft as channel B takes it; None when there is none."""
    return plan_payloads([ref]).get(ref)


def plan_payloads(refs: list[UUID]) -> dict[UUID, dict]:
    """Several in one query; those that are no more, or nobody's, are left out."""
    found = SalesPlan.objects.select_related("partner").filter(ref__in=refs, partner__isnull=False)
    return {plan.ref: _plan(plan) for plan in found}


def _plan(plan: SalesPlan) -> dict:
    return {
        "partner": str(plan.partner.ref),
        "period_start": plan.period_start.isoformat(),
        "period_end": plan.period_end.isoformat(),
        "comment": plan.comment,
        "lines": [{**line, "product": str(UUID(line["product"]))} for line in plan.lines],
    }


def _answered(ref: UUID, result: dict) -> None:
    plan_answered(ref=ref, result=result)


topic(
    TOPIC,
    _("Sales plans"),
    feed="plans",
    payload=plan_payload,
    payloads=plan_payloads,
    answered=_answered,
    priority=6,
)
entity(
    "plans",
    _("Sales plans"),
    Channel.CATALOGUE,
    Cache.SYNCHRONIZED,
    model=SalesPlan,
    fresh=timedelta(hours=1),
    key=("period_start", "partner"),
    direction=Direction.BOTH,
    topic=TOPIC,
    fields={
        "number": Text(),
        "date": Moment(),
        "period_start": Date(),
        "period_end": Date(),
        "partner": Ref("clients"),
        "status": Choice(STATUSES),
        "comment": Text(),
        "lines": Lines({"product": reference, "quantity": exact(3), "amount": exact(2)}),
    },
)
