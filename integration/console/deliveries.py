"""The queue to 1C: what waits, what went wrong, what exactly would be sent, and trying again."""

import orjson
from django import forms
from django.contrib import messages
from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin.ui.tables import Column, TitleColumn

from cms import audit
from cms.access.checks import allows
from integration import outbox, overview, regulation
from integration.console import actions, columns, naming
from integration.console.access import RUN, RunnersOnly, runners_only
from integration.console.filters import QueueFilterSet
from integration.console.masking import masked
from integration.console.pages import ConsoleListing, ConsolePage, back
from integration.models import Delivery, OutboxMessage
from integration.outbox import dropping

AT_ONCE = 500  # deliveries tried again by one press of the button
SHOWN_ATTEMPTS = 100


class QueueView(ConsoleListing):
    """Every message that ever was for 1C, the newest first."""

    model = OutboxMessage
    section = "exchange_queue"
    page_title = gettext_lazy("Queue to 1C")
    results_template_name = "integration/queue_results.html"
    index_url_name = "exchange_queue"
    index_results_url_name = "exchange_queue_results"
    filterset_class = QueueFilterSet
    default_ordering = "-created_at"
    file_name = "queue-to-1c"
    list_export = [
        "topic_title", "name", "key", "get_status_display", "created_at", "sent_at", "answered_at", "version",
        "delivered_version", "attempts", "error_code", "last_error",
    ]  # fmt: skip
    export_headings = {
        "topic_title": gettext_lazy("Topic"),
        "name": gettext_lazy("Object"),
        "key": gettext_lazy("Key of the object"),
        "get_status_display": gettext_lazy("Status"),
        "created_at": gettext_lazy("Created"),
        "sent_at": gettext_lazy("Sent"),
        "answered_at": gettext_lazy("Answered"),
        "version": gettext_lazy("Version"),
        "delivered_version": gettext_lazy("Delivered version"),
        "attempts": gettext_lazy("Attempts"),
        "error_code": gettext_lazy("Kind of error"),
        "last_error": gettext_lazy("Last error"),
    }

    @property
    def columns(self) -> list[Column]:
        return [
            TitleColumn("name", label=_("Object"), get_url=page_of),
            Column("topic_title", label=_("Topic")),
            columns.ToneColumn(
                "get_status_display", label=_("Status"), tone=columns.tone_of_delivery, sort_key="status"
            ),
            columns.MomentColumn("created_at", label=_("Created"), sort_key="created_at"),
            columns.RowNumberColumn("attempts", label=_("Attempts"), sort_key="attempts"),
            columns.MomentColumn("next_attempt", label=_("Next attempt"), accessor=next_attempt, sort_key="not_before"),
            columns.TextColumn("last_error", label=_("Last error")),
        ]

    def search_queryset(self, queryset):
        return queryset.filter(naming.found(self.search_query)) if self.search_query else queryset

    def decorate_paginated_queryset(self, object_list) -> list[OutboxMessage]:
        return naming.name_all(object_list)

    def get_context_data(self, *args, **kwargs) -> dict:
        context = super().get_context_data(*args, **kwargs)
        context["table"].data = context["object_list"] = self.decorate_paginated_queryset(context["object_list"])
        counts = overview.statuses()
        return context | {
            "statuses": [(status, counts.get(status, 0)) for status in Delivery],
            "parked_count": counts.get(Delivery.PARKED, 0),
        }


def page_of(message: OutboxMessage) -> str:
    return reverse("exchange_message", args=[message.pk])


def next_attempt(message: OutboxMessage):
    return message.not_before if message.status == Delivery.WAITING else None


class ReplayParkedView(RunnersOnly, QueueView):
    """Tries again what is parked among what the listing's search and filters show."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest) -> HttpResponse:
        chosen = self.get_queryset().filter(status=Delivery.PARKED).order_by("created_at")
        with transaction.atomic():
            woken = [message for message in chosen[:AT_ONCE] if outbox.wake(message.topic, message.key)]
            if woken:
                audit.record(actions.REPLAYED, label=_("parked deliveries"), after={"messages": len(woken)})
        said = ngettext(
            "%(number)s delivery is being sent again.", "%(number)s deliveries are being sent again.", len(woken)
        )
        messages.success(request, said % {"number": len(woken)})
        return back(request, "exchange_queue")


class MessageView(ConsolePage):
    """One delivery: where it is, what would be sent now, each attempt."""

    template_name = "integration/message.html"
    section = "exchange_queue"

    @cached_property
    def message(self) -> OutboxMessage:
        return naming.name_all([get_object_or_404(OutboxMessage, pk=self.kwargs["pk"])])[0]

    def get_page_title(self) -> str:
        return f"{self.message.topic_title}: {self.message.name}"

    def get_context_data(self, **kwargs) -> dict:
        runs = allows(self.request.user, RUN)
        return super().get_context_data(**kwargs) | {
            "message": self.message,
            "tone": columns.tone_of_delivery(self.message),
            "attempts": self.message.history.all()[:SHOWN_ATTEMPTS],
            "payload": payload_of(self.message, personal=runs),
            "next_attempt": next_attempt(self.message),
            "may_replay": runs and self.message.status in (Delivery.WAITING, Delivery.PARKED),
            "may_drop": runs and self.message.status in dropping.CAN_BE,
        }


def payload_of(message: OutboxMessage, *, personal: bool) -> dict:
    """{"text": what would be sent now, as JSON} or {"error": why it cannot be built}; both empty: it is no more."""
    try:
        data = regulation.get_topic(message.topic).payload(message.key)
    except Exception as error:
        # Whatever a module raises here, delivery meets it as well: it is what the reader came to see.
        return {"error": f"{type(error).__name__}: {error}"}
    return {"text": as_json(masked(data, personal=personal))} if data is not None else {}


def as_json(value: object) -> str:
    """For people: indented, in their own alphabet."""
    return orjson.dumps(value, default=DjangoJSONEncoder().default, option=orjson.OPT_INDENT_2).decode()


@runners_only
def replay(request: HttpRequest, pk: str) -> HttpResponse:
    """Try a waiting or parked delivery now."""
    message = get_object_or_404(OutboxMessage, pk=pk)
    if outbox.wake(message.topic, message.key):
        audit.record(actions.REPLAYED, target=message)
        messages.success(request, _("It is being sent to 1C."))
    else:
        messages.warning(request, _("It is on its way, delivered or rejected: there is nothing to try again."))
    return back(request, "exchange_queue")


class DropForm(forms.Form):
    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("It stays with the delivery and in the audit log."),
    )


class DropView(RunnersOnly, MessageView):
    """Asks for a reason, then takes the message out of the queue."""

    template_name = "integration/drop.html"

    def get_context_data(self, **kwargs) -> dict:
        return {"form": DropForm()} | super().get_context_data(**kwargs)

    def post(self, request: HttpRequest, pk: str) -> HttpResponse:
        form = DropForm(request.POST)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        if outbox.drop(self.message, request.user, form.cleaned_data["reason"]):
            messages.success(request, _("It has been dropped: 1C will not be told of it."))
        else:
            messages.warning(request, _("It is on its way, delivered or dropped already: nothing was done."))
        return redirect("exchange_message", pk)
