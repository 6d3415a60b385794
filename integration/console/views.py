"""Views of the console. Everything is read from the database; only `replay` and `load` do something."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from cms.access.checks import allows
from integration import outbox, overview, regulation, tasks
from integration.models import Delivery, LoadKind, OutboxMessage, ParkedRow
from integration.outbox import breaker

SHOWN = 50
VIEW, RUN = "integration.view_exchange", "integration.run_exchange"


class ConsoleView(WagtailAdminTemplateMixin, TemplateView):
    """States of all entities, deliveries that are not over, parked rows."""

    template_name = "integration/console.html"
    page_title = gettext_lazy("Exchange with 1C")
    header_icon = "rotate"

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if not allows(request.user, VIEW):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs) -> dict:
        pending = OutboxMessage.objects.exclude(status=Delivery.DELIVERED)
        return super().get_context_data(**kwargs) | {
            "entities": overview.entities(),
            "queues": overview.queues(),
            "breaker": breaker.state(),
            "messages_pending": pending.order_by("-created_at")[:SHOWN],
            "messages_count": pending.count(),
            "parked": ParkedRow.objects.order_by("-since")[:SHOWN],
            "parked_count": ParkedRow.objects.count(),
            "may_run": allows(self.request.user, RUN),
        }


class MessageView(ConsoleView):
    """One delivery with the history of its attempts."""

    template_name = "integration/message.html"

    def get_context_data(self, **kwargs) -> dict:
        message = get_object_or_404(OutboxMessage, pk=self.kwargs["pk"])
        return WagtailAdminTemplateMixin.get_context_data(self, **kwargs) | {
            "message": message,
            "attempts": message.history.all()[:SHOWN],
            "may_run": allows(self.request.user, RUN),
        }


@require_POST
def replay(request: HttpRequest, pk: str) -> HttpResponse:
    """Try a waiting or parked delivery now."""
    if not allows(request.user, RUN):
        raise PermissionDenied
    message = get_object_or_404(OutboxMessage, pk=pk)
    if outbox.wake(message.topic, message.key):
        messages.success(request, _("It is being sent to 1C."))
    else:
        messages.warning(request, _("It is on its way, delivered or rejected: there is nothing to try again."))
    return redirect("exchange_console")


@require_POST
def load(request: HttpRequest, entity: str) -> HttpResponse:
    """Have a worker load an entity in full."""
    if not allows(request.user, RUN):
        raise PermissionDenied
    try:
        declared = regulation.get(entity)
    except regulation.UnknownEntity as error:
        raise Http404 from error
    tasks.load_now.apply_async((entity, LoadKind.FULL), queue=tasks.BULK)
    messages.success(request, _("A full load of “%(entity)s” has been queued.") % {"entity": declared.title})
    return redirect("exchange_console")
