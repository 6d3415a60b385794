"""The client's manager in 1C is told of a draft; read only where notifications are installed."""

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from cms.events import on
from modules.analytics.events import PlanDrafted
from modules.analytics.models import SalesPlan
from modules.notifications.services import tell_manager


@on(PlanDrafted)
def tell_the_manager(fact: PlanDrafted) -> None:
    """In the default language: 1C speaks one."""
    plan = SalesPlan.objects.select_related("partner", "author").get(pk=fact.plan_id)
    period = f"{plan.period_start:%d.%m.%Y}–{plan.period_end:%d.%m.%Y}"
    with translation.override(settings.LANGUAGE_CODE):
        subject = _("A sales plan for %(period)s waits for approval") % {"period": period}
        tell_manager(partner=plan.partner, subject=subject, text=plan.author.name)
