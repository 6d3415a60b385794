"""Alerts: which are open and what to do, which there were, and whether one wants letters about them."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from cms.access.checks import allows
from integration.alerts import readers
from integration.alerts.wording import open_alerts, told
from integration.console.access import VIEW
from integration.console.pages import ConsolePage, back
from integration.models import Alert

SHOWN = 50


class AlertsPage(ConsolePage):
    template_name = "integration/alerts.html"
    section = "exchange_alerts"
    page_title = gettext_lazy("Alerts")

    def get_context_data(self, **kwargs) -> dict:
        over = Alert.objects.filter(resolved_at__isnull=False).order_by("-resolved_at")[:SHOWN]
        return super().get_context_data(**kwargs) | {
            "alerts": open_alerts(),
            "over": [told(alert) for alert in over],
            "wants": readers.wants(self.request.user),
        }


@require_POST
def letters(request: HttpRequest) -> HttpResponse:
    """Whether the reader gets the alerts by mail."""
    if not allows(request.user, VIEW):
        raise PermissionDenied
    wanted = request.POST.get("wanted") == "1"
    readers.choose(request.user, wanted)
    said = _("Alerts will be mailed to %(email)s.") if wanted else _("Alerts will not be mailed to %(email)s any more.")
    messages.success(request, said % {"email": request.user.email})
    return back(request, "exchange_alerts")
