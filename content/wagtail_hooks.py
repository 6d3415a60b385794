"""What the content package changes in Wagtail and its admin."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path
from wagtail import hooks
from wagtail.actions.registry import ActionRegistry
from wagtail.models import Page

from content.drafts import menus as draft_menus
from content.translation.completeness import Untranslated, require_complete
from content.translation.publishing import PublishComplete
from content.translation.views import SubmitOwnPage, UpdateOwnTranslations


@hooks.register("register_actions")
def register_publishing(registry: ActionRegistry) -> None:
    registry.register(Page, PublishComplete)


@hooks.register("register_admin_urls", order=-1)
def stand_before_localize() -> list:
    """The same addresses as wagtail-localize's, found first: its own links and names lead here."""
    return [
        path("localize/submit/page/<int:page_id>/", SubmitOwnPage.as_view()),
        path("localize/update/<int:translation_source_id>/", UpdateOwnTranslations.as_view()),
    ]


@hooks.register("before_edit_page", order=-1)
def keep_unfinished_translation_a_draft(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Say why, instead of wagtail-localize's publishing of what there is with the source's text in between."""
    if request.method != "POST" or request.POST.get("action") != "publish":
        return None
    try:
        require_complete(page)
    except Untranslated as refusal:
        messages.error(request, str(refusal))
        return redirect("wagtailadmin_pages:edit", page.pk)
    return None


@hooks.register("register_admin_urls")
def draft_link_urls() -> list:
    return draft_menus.urls


@hooks.register("register_reports_menu_item")
def draft_links_menu_item():
    return draft_menus.report_menu_item()


@hooks.register("register_page_header_buttons")
def draft_link_header_button(page: Page, user, view_name: str, next_url: str | None = None):
    return draft_menus.page_buttons(page, user)


@hooks.register("register_page_listing_more_buttons")
def draft_link_listing_button(page: Page, user, next_url: str | None = None):
    return draft_menus.page_buttons(page, user)
