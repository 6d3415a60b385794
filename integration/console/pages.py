"""What all pages of the console share: who comes in, the tabs, the way back."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.reports.base import ReportView

from cms.access.checks import allows
from cms.exports import SafeExportMixin
from integration import regulation
from integration.console.access import RUN, ReadersOnly
from integration.console.sections import SECTIONS

TITLE = _("Exchange with 1C")
MOST_ROWS = 100_000


class InConsole(ReadersOnly):
    """`section` is the url name of the tab that the page belongs to."""

    section = "exchange_console"
    header_icon = "rotate"

    def get_breadcrumbs_items(self) -> list[dict]:
        items = [*WagtailAdminTemplateMixin.breadcrumbs_items, {"url": reverse("exchange_console"), "label": TITLE}]
        listing = next((one for one in SECTIONS if one.url_name == self.section), None)
        if listing and self.request.resolver_match.url_name != self.section:
            items.append({"url": reverse(self.section), "label": listing.title})
        return [*items, {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, *args, **kwargs) -> dict:
        return super().get_context_data(*args, **kwargs) | {
            "section": self.section,
            "may_run": allows(self.request.user, RUN),
        }


class ConsolePage(InConsole, WagtailAdminTemplateMixin, TemplateView):
    """A page of its own; its template extends integration/base.html."""


class ConsoleListing(InConsole, SafeExportMixin, ReportView):
    """A listing with search, filters and export. `file_name` is what the export is called, before the date."""

    template_name = "integration/listing.html"
    results_template_name = "integration/listing_results.html"
    is_searchable = True
    file_name = "exchange"

    def get_filename(self) -> str:
        return f"{self.file_name}-{timezone.localdate():%Y-%m-%d}"

    def as_spreadsheet(self, queryset, spreadsheet_format):
        return super().as_spreadsheet(self.decorate_paginated_queryset(queryset[:MOST_ROWS]), spreadsheet_format)


def entity_or_404(name: str) -> regulation.Entity:
    try:
        return regulation.get(name)
    except regulation.UnknownEntity as error:
        raise Http404 from error


def back(request: HttpRequest, url_name: str, *args) -> HttpResponse | HttpResponseRedirect:
    """To the page the person came from (`next` of the form), else to `url_name`."""
    return redirect(get_valid_next_url_from_request(request) or reverse(url_name, args=args))
