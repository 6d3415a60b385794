"""The log in the Wagtail admin: searched, narrowed, exported, and never written."""

from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.reports.base import ReportView

from cms.access.checks import allows
from cms.access.choosers import contains
from cms.audit.filters import EntryFilterSet
from cms.audit.models import Entry
from cms.audit.reading import differences, in_one_line
from cms.exports import SafeExportMixin

VIEW = "audit.view_entry"
MOST_ROWS = 100_000


class ReadersOnly:
    """For whoever the matrix lets read the log."""

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if not allows(request.user, VIEW):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)


class ChangesColumn(Column):
    """What differs, a line each."""

    cell_template_name = "audit/changes_cell.html"

    def get_value(self, instance: Entry) -> list:
        return list(differences(instance))


class EntryListView(ReadersOnly, SafeExportMixin, ReportView):
    model = Entry
    queryset = Entry.objects.all()
    page_title = _("Audit log")
    header_icon = "history"
    index_url_name = "audit_log"
    index_results_url_name = "audit_log_results"
    filterset_class = EntryFilterSet
    default_ordering = "-at"
    is_searchable = True
    search_fields = ["target", "actor", "acting_as", "address", "request_id"]
    list_export = [
        "at", "actor", "acting_as", "action_title", "target", "target_type", "target_id", "changes", "address",
        "request_id",
    ]  # fmt: skip
    export_headings = {
        "at": _("At"),
        "actor": _("Who"),
        "acting_as": _("Acting as"),
        "action_title": _("Action"),
        "target": _("Object"),
        "target_type": _("Kind of object"),
        "target_id": _("Key of the object"),
        "changes": _("Changes"),
        "address": _("Address"),
        "request_id": _("Request"),
    }

    @property
    def columns(self) -> list[Column]:
        return [
            TitleColumn("action_title", label=_("Action"), get_url=_page_of),
            Column("target", label=_("Object")),
            ChangesColumn("changes", label=_("Changes")),
            Column("who", label=_("Who"), accessor=_who),
            Column("address", label=_("Address")),
            DateColumn("at", label=_("At")),
        ]

    def get_filename(self) -> str:
        return f"audit-log-{timezone.localdate():%Y-%m-%d}"

    def search_queryset(self, queryset):
        """Every word anywhere: plain SQL, because entries are written all day and never indexed."""
        for word in (self.search_query or "").split():
            anywhere = Q()
            for field in self.search_fields:
                anywhere |= contains(field, word)
            queryset = queryset.filter(anywhere)
        return queryset

    def to_row_dict(self, item: Entry) -> dict:
        item.changes = in_one_line(item)
        return super().to_row_dict(item)

    def as_spreadsheet(self, queryset, spreadsheet_format):
        return super().as_spreadsheet(queryset[:MOST_ROWS], spreadsheet_format)


class EntryView(ReadersOnly, WagtailAdminTemplateMixin, TemplateView):
    """One entry with all it knows."""

    template_name = "audit/entry.html"
    header_icon = "history"

    def get_page_title(self) -> str:
        return self.entry.action_title

    def get_breadcrumbs_items(self) -> list[dict]:
        listing = {"url": reverse("audit_log"), "label": _("Audit log")}
        return [*super().get_breadcrumbs_items(), listing, {"url": "", "label": self.entry.action_title}]

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        self.entry = get_object_or_404(Entry, pk=kwargs["pk"]) if allows(request.user, VIEW) else None
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs) -> dict:
        return super().get_context_data(**kwargs) | {
            "entry": self.entry,
            "differences": list(differences(self.entry)),
        }


def _page_of(entry: Entry) -> str:
    return reverse("audit_entry", args=[entry.pk])


def _who(entry: Entry) -> str:
    who = entry.actor or str(_("nobody signed in"))
    return f"{who} {_('as')} {entry.acting_as}" if entry.acting_as else who
