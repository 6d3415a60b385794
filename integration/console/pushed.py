"""What 1C pushed by itself: the newest version of each object, and what became of it."""

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.ui.tables import Column, TitleColumn

from cms.access.checks import allows
from integration.console import columns
from integration.console.access import RUN
from integration.console.deliveries import as_json
from integration.console.filters import PushedFilterSet
from integration.console.masking import masked
from integration.console.pages import ConsoleListing, ConsolePage
from integration.console.parked import searched, titled
from integration.models import InboxItem, ParkedRow
from integration.reasons import worded


class PushedView(ConsoleListing):
    """One row an object, the last received first."""

    model = InboxItem
    section = "exchange_pushed"
    page_title = gettext_lazy("From 1C")
    results_template_name = "integration/pushed_results.html"
    index_url_name = "exchange_pushed"
    index_results_url_name = "exchange_pushed_results"
    filterset_class = PushedFilterSet
    default_ordering = "-received_at"
    file_name = "pushed-by-1c"
    list_export = [
        "entity", "entity_title", "ref", "version", "received_at", "get_status_display", "settled_at", "known_version",
        "explanation",
    ]  # fmt: skip
    export_headings = {
        "entity": gettext_lazy("Entity"),
        "entity_title": gettext_lazy("Data"),
        "ref": gettext_lazy("1C reference"),
        "version": gettext_lazy("Version in 1C"),
        "received_at": gettext_lazy("Received"),
        "get_status_display": gettext_lazy("Status"),
        "settled_at": gettext_lazy("Applied"),
        "known_version": gettext_lazy("Version the portal has"),
        "explanation": gettext_lazy("What is wrong"),
    }

    @property
    def columns(self) -> list[Column]:
        return [
            TitleColumn("ref", label=_("1C reference"), get_url=page_of),
            Column("entity_title", label=_("Data"), sort_key="entity"),
            columns.ToneColumn("get_status_display", label=_("Status"), tone=columns.tone_of_push, sort_key="status"),
            columns.MomentColumn("received_at", label=_("Received"), sort_key="received_at"),
            columns.MomentColumn("settled_at", label=_("Applied"), sort_key="settled_at"),
            columns.TextColumn("explanation", label=_("What is wrong")),
        ]

    def search_queryset(self, queryset):
        return searched(queryset, self.search_query or "", sent="data")

    def decorate_paginated_queryset(self, object_list) -> list[InboxItem]:
        return explained(object_list)

    def get_context_data(self, *args, **kwargs) -> dict:
        context = super().get_context_data(*args, **kwargs)
        context["table"].data = context["object_list"] = explained(context["object_list"])
        return context


def explained(items) -> list[InboxItem]:
    """The same items, each with `entity_title` and, where it was not taken, `explanation`."""
    items = titled(items)
    for item in items:
        item.explanation = worded(item.reason) if item.reason else ""
    return items


def page_of(item: InboxItem) -> str:
    return reverse("exchange_pushed_item", args=[item.pk])


class PushedItemView(ConsolePage):
    """One object: what 1C sent last, what became of it, where to go on."""

    template_name = "integration/pushed_item.html"
    section = "exchange_pushed"

    @cached_property
    def item(self) -> InboxItem:
        return explained([get_object_or_404(InboxItem, pk=self.kwargs["pk"])])[0]

    def get_page_title(self) -> str:
        return f"{self.item.entity_title}: {self.item.ref}"

    def get_context_data(self, **kwargs) -> dict:
        shown = masked(self.item.data, personal=allows(self.request.user, RUN))
        return super().get_context_data(**kwargs) | {
            "item": self.item,
            "tone": columns.tone_of_push(self.item),
            "payload": as_json(shown),
            "parked": ParkedRow.objects.filter(entity=self.item.entity, ref=self.item.ref).first(),
        }
