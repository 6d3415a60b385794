"""Translation in the Wagtail admin: our screens before wagtail-localize's, the board, refusals that say why."""

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.actions.registry import ActionRegistry
from wagtail.admin.menu import MenuItem
from wagtail.models import Page, TranslatableMixin
from wagtail_localize.wagtail_hooks import TranslationsReportMenuItem

from content.translation import editing, editor_views, explorer, handing_in, shared_views, wording
from content.translation.board.assigning import AssignView
from content.translation.board.items import may_see_board
from content.translation.board.views import BoardView
from content.translation.glossary.admin import GlossaryViewSet
from content.translation.home_panel import MyTranslationsPanel
from content.translation.publishing import PublishComplete
from content.translation.shared_views import SharedView
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
        path("localize/translate/<int:translation_id>/pofile/upload/", editor_views.upload_pofile),
        path("localize/translate/<int:translation_id>/machine_translate/", editor_views.machine_translate),
        path(
            "localize/translate/<int:translation_id>/strings/<int:string_segment_id>/edit/",
            editor_views.edit_string_translation,
        ),
        path(
            "localize/translate/<int:translation_id>/overrides/<int:overridable_segment_id>/edit/",
            editor_views.edit_override,
        ),
        path("localize/hand-in/<int:page_id>/", handing_in.HandInView.as_view(), name="translation_hand_in"),
        path("localize/shared/<int:page_id>/", SharedView.as_view(), name="translation_shared"),
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


@hooks.register("register_admin_viewset")
def glossary_screens() -> GlossaryViewSet:
    return GlossaryViewSet("glossary")


@hooks.register("construct_homepage_panels")
def my_translations(request: HttpRequest, panels: list) -> None:
    panels.append(MyTranslationsPanel())


explorer.take_over()
wording.mend()


@hooks.register("construct_explorer_page_queryset")
def rows_with_translations(parent: Page, pages: models.QuerySet, request: HttpRequest) -> models.QuerySet:
    return explorer.with_translations(pages)


@hooks.register("register_page_header_buttons")
def shared_page_button(page: Page, user, view_name: str, next_url: str | None = None):
    return shared_views.buttons(page, user)


@hooks.register("before_edit_page", order=-1)
def publish_page_when_complete(request: HttpRequest, page: Page) -> HttpResponse | None:
    return editing.before_edit(request, page)


@hooks.register("before_edit_snippet", order=-1)
def publish_snippet_when_complete(request: HttpRequest, instance: models.Model) -> HttpResponse | None:
    return editing.before_edit(request, instance) if isinstance(instance, TranslatableMixin) else None
