"""Choosing a page in the admin costs the same however many pages are listed.

Wagtail's chooser asks for the parent, the schedule and the workflow of every row; the listing knows or can ask at once.
"""

from collections.abc import Iterable

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.chooser import BrowseView, PageTitleColumn, SearchView
from wagtail.models import Page

_own_columns = BrowseView.columns.fget
_own_search = SearchView.get


class ChildTitleColumn(PageTitleColumn):
    """The title of a page below `parent`, or of `parent` itself."""

    def __init__(self, *args, parent: Page, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.parent = parent

    def get_value(self, instance: Page) -> str:
        if instance.pk != self.parent.pk:
            _has_parent(instance, self.parent)
        return super().get_value(instance)


def with_status(pages: QuerySet, request: HttpRequest) -> QuerySet:
    """What the column of states asks about."""
    return pages.annotate_approved_schedule().prefetch_workflow_states()


def take_over() -> None:
    """Put our ways of listing in the places of Wagtail's."""
    BrowseView.columns = property(_columns)
    SearchView.get = _search


def _columns(view: BrowseView) -> list[Column]:
    return [_knowing_parent(column, view) if column.name == "title" else column for column in _own_columns(view)]


def _knowing_parent(column: Column, view: BrowseView) -> Column:
    return ChildTitleColumn(
        column.name, label=column.label, is_multiple_choice=view.is_multiple_choice, parent=view.parent_page
    )


def _search(view: SearchView, request: HttpRequest) -> HttpResponse:
    answer = _own_search(view, request)
    _give_parents(answer.context_data["pages"])
    return answer


def _give_parents(pages: Iterable[Page]) -> None:
    paths = {page.pk: page.path[: -Page.steplen] for page in pages}
    parents = {page.path: page for page in Page.objects.filter(path__in=set(paths.values())).select_related("locale")}
    for page in pages:
        if paths[page.pk] in parents:
            _has_parent(page, parents[paths[page.pk]])


def _has_parent(page: Page, parent: Page) -> None:
    page._cached_parent_obj = parent  # where treebeard keeps what get_parent() has found
