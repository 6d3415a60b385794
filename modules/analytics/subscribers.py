"""What happens after commit: whoever sees the plan hears of it in their open browser."""

from cms.access.audience import audience
from cms.events import on
from cms.realtime import publish
from modules.analytics.events import PlanDrafted, PlanMoved
from modules.analytics.models import SalesPlan


@on(PlanDrafted)
def tell_of_a_draft(fact: PlanDrafted) -> None:
    tell(fact.plan_id)


@on(PlanMoved)
def tell_of_an_answer(fact: PlanMoved) -> None:
    tell(fact.plan_id)


def tell(plan_id: int) -> None:
    """A `plan` event; the page asks for the rest."""
    plan = SalesPlan.objects.get(pk=plan_id)
    publish.send(audience("analytics.view_plan", plan), "plan", {"id": plan.pk, "status": plan.status})
