"""Translation in the Wagtail admin: our screens before wagtail-localize's, the board, refusals that say why."""

from django.contrib import messages
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.actions.registry import ActionRegistry
from wagtail.admin.menu import MenuItem
from wagtail.models import Page, TranslatableMixin
from wagtail_localize.models import get_edit_url
from wagtail_localize.wagtail_hooks import TranslationsReportMenuItem

from content.translation.board.assigning import AssignView
from content.translation.board.items import may_see_board
from content.translation.board.views import BoardView
from content.translation.completeness import Untranslated, require_complete
from content.translation.publishing import PublishComplete
from content.translation.views import SubmitOwnPage, SubmitOwnSnippet, UpdateOwnTranslations


class BoardMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return may_see_board(request.user)


@hooks.register("register_actions")
def register_publishing(registry: ActionRegistry) -> None:
    registry.register(Page, PublishComplete)


@hooks.register("register_admin_urls", order=-1)
def stand_before_localize() -> list:
    """The same addresses as wagtail-localize's, found first: its own links and names lead here."""
    return [
        path("localize/submit/page/<int:page_id>/", SubmitOwnPage.as_view()),
        path("localize/submit/snippet/<slug:app_label>/<slug:model_name>/<str:pk>/", SubmitOwnSnippet.as_view()),
        path("localize/update/<int:translation_source_id>/", UpdateOwnTranslations.as_view()),
        path("localize/reports/translations/", BoardView.as_view()),
        path("localize/reports/translations/results/", BoardView.as_view(results_only=True)),
        path("localize/reports/translations/assign/", AssignView.as_view(), name="translation_assign"),
    ]


@hooks.register("register_reports_menu_item")
def board_menu_item() -> MenuItem:
    return BoardMenuItem(
        _("Translations"),
        reverse("wagtail_localize:translations_report"),
        name="translation-board",
        icon_name="wagtail-localize-language",
        order=100,
    )


@hooks.register("construct_reports_menu")
def one_board(request: HttpRequest, menu_items: list[MenuItem]) -> None:
    """wagtail-localize's own entry leads to the same place."""
    menu_items[:] = [item for item in menu_items if not isinstance(item, TranslationsReportMenuItem)]


@hooks.register("before_edit_page", order=-1)
def keep_unfinished_page_a_draft(request: HttpRequest, page: Page) -> HttpResponse | None:
    return _refusal(request, page)


@hooks.register("before_edit_snippet", order=-1)
def keep_unfinished_snippet_a_draft(request: HttpRequest, instance: models.Model) -> HttpResponse | None:
    return _refusal(request, instance) if isinstance(instance, TranslatableMixin) else None


def _refusal(request: HttpRequest, item: models.Model) -> HttpResponse | None:
    """Say why, instead of wagtail-localize's publishing of what there is with the source's text in between."""
    if request.method != "POST" or request.POST.get("action") != "publish":
        return None
    try:
        require_complete(item)
    except Untranslated as refusal:
        messages.error(request, str(refusal))
        return redirect(get_edit_url(item))
    return None
