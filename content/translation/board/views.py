"""The board in the Wagtail admin: a report of every item × language. It stands where wagtail-localize's list stood."""

from collections.abc import Iterator

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import BaseColumn, Column, TitleColumn
from wagtail.admin.views.reports.base import ReportView
from wagtail.models import Locale, Page

from cms.exports import SafeExportMixin
from content.translation.board.filters import BoardFilterSet, narrowed
from content.translation.board.items import Items, kinds, may_see_board, visible_items, with_words
from content.translation.board.rows import Cell, Row, rows

EXPORTED = ["state", "who", "since", "assignee", "due"]


class SelectColumn(BaseColumn):
    cell_template_name = "content/translation/select_cell.html"
    header_template_name = "content/translation/select_header.html"


class LanguageColumn(Column):
    """How far the items are in one language."""

    cell_template_name = "content/translation/language_cell.html"

    def __init__(self, locale: Locale, may_assign: bool) -> None:
        super().__init__(locale.language_code, label=locale.get_display_name())
        self.may_assign = may_assign

    def get_value(self, instance: Row) -> Cell:
        return instance.cells[self.name]

    def get_cell_context_data(self, instance: Row, parent_context) -> dict:
        context = super().get_cell_context_data(instance, parent_context)
        return {**context, "row": instance, "may_assign": self.may_assign}


class BoardView(SafeExportMixin, ReportView):
    model = Page
    page_title = _("Translations")
    header_icon = "wagtail-localize-language"
    index_url_name = "wagtail_localize:translations_report"
    index_results_url_name = "wagtail_localize:translations_report_results"
    template_name = "content/translation/board.html"
    results_template_name = "content/translation/board_results.html"
    filterset_class = BoardFilterSet
    is_searchable = True

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if not may_see_board(request.user):
            raise PermissionDenied
        self.locales = list(Locale.objects.order_by("pk"))
        return super().dispatch(request, *args, **kwargs)

    def get_filterset_kwargs(self) -> dict:
        return {**super().get_filterset_kwargs(), "queryset": Page.objects.none()}

    def get_queryset(self) -> Items:
        values = self.filters.form.cleaned_data if self.filters.is_valid() else {}
        chosen = values.get("language")
        self.shown = [locale for locale in self.locales if chosen in ("", None, locale.language_code)]
        found = [
            narrowed(with_words(visible_items(self.request.user, model), self.search_query), values, self.shown)
            for model in kinds()
        ]
        return Items(found)

    def filter_queryset(self, queryset: Items) -> Items:
        return queryset

    def get_table(self, object_list):
        """Wagtail makes the table before it lets the rows be decorated: they are decorated here."""
        self.decorated = rows(object_list, self.request.user, self.shown)
        if not self.is_export:
            self.decorated = list(self.decorated)
        return super().get_table([] if self.is_export else self.decorated)

    def decorate_paginated_queryset(self, object_list) -> list[Row] | Iterator[Row]:
        return self.decorated

    @property
    def columns(self) -> list[BaseColumn]:
        select = [SelectColumn("select")] if self.may_assign else []
        title = TitleColumn("title", label=_("Title"), get_url=lambda row: row.url)
        languages = [LanguageColumn(locale, self.may_assign) for locale in self.shown]
        return [*select, title, Column("kind", label=_("Type")), *languages]

    @property
    def may_assign(self) -> bool:
        return self.request.user.has_perm("wagtail_localize.submit_translation")

    def get_context_data(self, **kwargs) -> dict:
        return {**super().get_context_data(**kwargs), "may_assign": self.may_assign}

    # Export: five columns for each language

    @property
    def list_export(self) -> list[str]:
        return ["title", "kind", *(f"{locale.language_code}_{name}" for locale in self.shown for name in EXPORTED)]

    def get_heading(self, queryset, field: str) -> str:
        language, _underscore, name = field.partition("_")
        headings = {
            "state": _("state"),
            "who": _("who"),
            "since": _("since"),
            "assignee": _("assignee"),
            "due": _("due"),
        }
        if name in headings:
            return f"{language}: {headings[name]}"
        return str({"title": _("Title"), "kind": _("Type")}[field])

    def to_row_dict(self, item: Row) -> dict:
        values = {"title": item.title, "kind": item.kind}
        for language, cell in item.cells.items():
            values |= {f"{language}_{name}": value for name, value in _exported(cell).items()}
        return values

    def get_filename(self) -> str:
        return f"translations-{timezone.localdate():%Y-%m-%d}"


def _exported(cell: Cell) -> dict:
    task = cell.task
    return {
        "state": cell.label,
        "who": cell.who,
        "since": cell.since or "",
        "assignee": task.assignee.name if task else "",
        "due": task.due or "" if task else "",
    }
