"""Rows of 1C that the portal could not keep: why, what they hold, and trying them again."""

import json

from django.contrib import messages
from django.db.models import Count, Q, TextField
from django.db.models.functions import Cast
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin.ui.tables import Column, TitleColumn

from cms import audit
from cms.access.checks import allows
from integration import loading, regulation
from integration.console import actions, columns
from integration.console.access import RUN, RunnersOnly, runners_only
from integration.console.deliveries import as_json
from integration.console.filters import ParkedFilterSet
from integration.console.masking import masked
from integration.console.pages import ConsoleListing, ConsolePage, back
from integration.loading.again import try_again
from integration.models import ParkedRow

AT_ONCE = 1000  # rows tried again by one press of the button


class ParkedView(ConsoleListing):
    model = ParkedRow
    section = "exchange_parked"
    page_title = gettext_lazy("Parked rows")
    results_template_name = "integration/parked_results.html"
    index_url_name = "exchange_parked"
    index_results_url_name = "exchange_parked_results"
    filterset_class = ParkedFilterSet
    default_ordering = "-since"
    file_name = "parked-rows"
    list_export = ["entity", "entity_title", "ref", "since", "attempts", "waits_for", "explanation"]
    export_headings = {
        "entity": gettext_lazy("Entity"),
        "entity_title": gettext_lazy("Data"),
        "ref": gettext_lazy("1C reference"),
        "since": gettext_lazy("Since"),
        "attempts": gettext_lazy("Attempts"),
        "waits_for": gettext_lazy("Waits for"),
        "explanation": gettext_lazy("What is wrong"),
    }

    @property
    def columns(self) -> list[Column]:
        return [
            TitleColumn("ref", label=_("1C reference"), get_url=page_of),
            Column("entity_title", label=_("Data"), sort_key="entity"),
            columns.TextColumn("explanation", label=_("What is wrong")),
            columns.MomentColumn("since", label=_("Since"), sort_key="since"),
            columns.RowNumberColumn("attempts", label=_("Attempts"), sort_key="attempts"),
        ]

    def search_queryset(self, queryset):
        return searched(queryset, self.search_query or "")

    def decorate_paginated_queryset(self, object_list) -> list[ParkedRow]:
        return titled(object_list)

    def get_context_data(self, *args, **kwargs) -> dict:
        context = super().get_context_data(*args, **kwargs)
        context["table"].data = context["object_list"] = titled(context["object_list"])
        return context


def searched(queryset, words: str, sent: str = "payload"):
    """Every word in the row as 1C sent it (field `sent`), in its reference or in the name of its entity."""
    if not words:
        return queryset
    queryset = queryset.annotate(as_sent=Cast(sent, TextField()), key=Cast("ref", TextField()))
    for word in words.split():
        escaped = json.dumps(word)[1:-1]  # SQLite keeps JSON in ASCII
        reference = word.replace("-", "") if _is_hex(word) else word
        queryset = queryset.filter(
            Q(as_sent__icontains=word)
            | Q(as_sent__icontains=escaped)
            | Q(key__icontains=word)
            | Q(key__icontains=reference)
            | Q(entity__icontains=word)
        )
    return queryset


def _is_hex(word: str) -> bool:
    return all(sign in "0123456789abcdefABCDEF-" for sign in word)


def titled(rows) -> list:
    """The same rows, each with `entity_title`."""
    titles = {entity.name: str(entity.title) for entity in regulation.entities()}
    rows = list(rows)
    for row in rows:
        row.entity_title = titles.get(row.entity, row.entity)
    return rows


def page_of(row: ParkedRow) -> str:
    return reverse("exchange_parked_row", args=[row.pk])


class ParkedRowView(ConsolePage):
    """One row: what 1C sent, what is wrong with it, what to do."""

    template_name = "integration/parked_row.html"
    section = "exchange_parked"

    @cached_property
    def row(self) -> ParkedRow:
        return titled([get_object_or_404(ParkedRow, pk=self.kwargs["pk"])])[0]

    def get_page_title(self) -> str:
        return f"{self.row.entity_title}: {self.row.ref}"

    def get_context_data(self, **kwargs) -> dict:
        shown = masked(self.row.payload, personal=allows(self.request.user, RUN))
        return super().get_context_data(**kwargs) | {"row": self.row, "payload": as_json(shown)}


@runners_only
def retry_row(request: HttpRequest, pk: int) -> HttpResponse:
    """Try one row again."""
    row = get_object_or_404(ParkedRow, pk=pk)
    _retry(request, ParkedRow.objects.filter(pk=row.pk))
    still = ParkedRow.objects.filter(pk=pk).exists()
    return back(request, *(("exchange_parked_row", pk) if still else ("exchange_parked",)))


class RetryRowsView(RunnersOnly, ParkedView):
    """Tries again what the listing's search and filters show."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest) -> HttpResponse:
        _retry(request, self.get_queryset())
        return back(request, "exchange_parked")


def _retry(request: HttpRequest, rows) -> None:
    """Entity by entity, in load order, so that what others wait for comes first."""
    tried = kept = 0
    busy = []
    present = dict(rows.order_by().values_list("entity").annotate(Count("pk")))
    for entity in regulation.in_order(name for name in present if _is_declared(name)):
        keys = list(rows.filter(entity=entity.name).order_by("pk").values_list("pk", flat=True)[: AT_ONCE - tried])
        try:
            done, left = try_again(entity.name, keys)
        except loading.Busy:
            busy.append(str(entity.title))
            continue
        tried, kept = tried + done, kept + done - left
    if tried:
        audit.record(actions.ROWS_RETRIED, label=", ".join(present), after={"tried": tried, "kept": kept})
    _report(request, tried, kept, busy)


def _is_declared(name: str) -> bool:
    return any(entity.name == name for entity in regulation.entities())


def _report(request: HttpRequest, tried: int, kept: int, busy: list[str]) -> None:
    if kept:
        said = ngettext("%(number)s row is in now.", "%(number)s rows are in now.", kept)
        messages.success(request, said % {"number": kept})
    if tried > kept:
        said = ngettext("%(number)s row cannot be kept yet.", "%(number)s rows cannot be kept yet.", tried - kept)
        messages.warning(request, said % {"number": tried - kept})
    if busy:
        said = _("Being loaded just now, try again in a moment: %(titles)s.")
        messages.warning(request, said % {"titles": ", ".join(busy)})
    if not tried and not busy:
        messages.info(request, _("There is nothing to try again."))
