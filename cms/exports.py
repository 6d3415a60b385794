"""Spreadsheets from listings of the Wagtail admin: no cell is ever run as a formula, and every export is on record."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.mixins import SpreadsheetExportMixin

from cms import audit

EXPORTED = audit.action("exports.made", _("Exported to a file"))
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def as_text(value):
    """What a spreadsheet shows as it stands: text that could begin a formula gets an apostrophe before it."""
    if isinstance(value, str) and value.startswith(FORMULA_STARTS) and not _is_number(value):
        return f"'{value}"
    return value


def _is_number(value: str) -> bool:
    return value[1:].replace(".", "", 1).replace(",", "", 1).isdigit()


def record_export(what: str, file_format: str, filters: dict | None = None) -> None:
    """On record: `what` (a listing's name for people) left the portal as `file_format`, narrowed by `filters`."""
    audit.record(EXPORTED, label=what, after={"format": file_format, "filters": filters or {}})


class SafeExportMixin(SpreadsheetExportMixin):
    """Wagtail writes XLSX cells as text by itself; its CSV would be run as it is."""

    def preprocess_field_value(self, field, value, export_format):
        written = super().preprocess_field_value(field, value, export_format)
        return as_text(written) if export_format == self.FORMAT_CSV else written

    def as_spreadsheet(self, queryset, spreadsheet_format):
        asked = {key: self.request.GET.getlist(key) for key in self.request.GET if key != "export"}
        chosen = {key: values for key, values in asked.items() if any(values)}
        record_export(str(self.page_title or queryset.model._meta.verbose_name_plural), spreadsheet_format, chosen)
        return super().as_spreadsheet(queryset, spreadsheet_format)
