"""Loads: what each did, how fast, and what went wrong."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.ui.tables import Column, TitleColumn

from integration import regulation
from integration.console import columns
from integration.console.filters import LoadFilterSet
from integration.console.pages import ConsoleListing
from integration.models import LoadRun
from integration.templatetags.exchange import rate, span


class LoadsView(ConsoleListing):
    model = LoadRun
    queryset = LoadRun.objects.select_related("asked_by")
    section = "exchange_loads"
    page_title = gettext_lazy("Loads")
    index_url_name = "exchange_loads"
    index_results_url_name = "exchange_loads_results"
    filterset_class = LoadFilterSet
    default_ordering = "-started"
    search_fields = ["entity", "error"]
    file_name = "loads"
    list_export = [
        "entity", "entity_title", "get_kind_display", "get_status_display", "asked_by", "started", "finished", "read",
        "changed", "parked", "removed", "ignored", "error",
    ]  # fmt: skip
    export_headings = {
        "entity": gettext_lazy("Entity"),
        "entity_title": gettext_lazy("Data"),
        "get_kind_display": gettext_lazy("Kind"),
        "get_status_display": gettext_lazy("Status"),
        "asked_by": gettext_lazy("Asked for by"),
        "started": gettext_lazy("Started"),
        "finished": gettext_lazy("Finished"),
        "read": gettext_lazy("Read"),
        "changed": gettext_lazy("Changed"),
        "parked": gettext_lazy("Parked"),
        "removed": gettext_lazy("Removed"),
        "ignored": gettext_lazy("Ignored"),
        "error": gettext_lazy("Error"),
    }

    @property
    def columns(self) -> list[Column]:
        return [
            TitleColumn("entity_title", label=_("Data"), get_url=page_of, sort_key="entity"),
            Column("get_kind_display", label=_("Kind")),
            columns.ToneColumn("get_status_display", label=_("Status"), tone=columns.tone_of_load),
            columns.MomentColumn("started", label=_("Started"), sort_key="started"),
            Column("took", label=_("Took")),
            columns.RowNumberColumn("read", label=_("Read"), sort_key="read"),
            Column("per_second", label=_("Rows a second"), classname="exchange-number"),
            columns.RowNumberColumn("changed", label=_("Changed"), sort_key="changed"),
            columns.RowNumberColumn("parked", label=_("Parked"), sort_key="parked"),
            columns.RowNumberColumn("removed", label=_("Removed")),
            columns.TextColumn("error", label=_("Error")),
        ]

    def decorate_paginated_queryset(self, object_list) -> list[LoadRun]:
        return described(object_list)

    def get_context_data(self, *args, **kwargs) -> dict:
        context = super().get_context_data(*args, **kwargs)
        context["table"].data = context["object_list"] = described(context["object_list"])
        return context


def described(runs) -> list[LoadRun]:
    """The same runs, each with `entity_title`, `tone`, `took` and `per_second` as texts."""
    titles = {entity.name: str(entity.title) for entity in regulation.entities()}
    runs = list(runs)
    for run in runs:
        run.entity_title = titles.get(run.entity, run.entity)
        run.took = span(run.seconds) if run.seconds else ""
        run.tone = columns.tone_of_load(run)
        run.per_second = rate(run.rate)
    return runs


def page_of(run: LoadRun) -> str:
    return reverse("exchange_entity", args=[run.entity])
