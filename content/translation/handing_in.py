"""The way of a translation to its readers for those who may not publish it: by the workflow, as a page's own.

wagtail-localize's editor knows no workflows, so handing in and deciding have a screen of their own.
"""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import Page
from wagtail_localize.models import Translation

from content.translation.completeness import translation_of, waiting


class HandInView(WagtailAdminTemplateMixin, TemplateView):
    """GET says what is missing or who decides, POST hands the translation in."""

    template_name = "content/translation/hand_in.html"
    page_title = _("Hand in for approval")
    header_icon = "check"

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        self.page = get_object_or_404(Page, pk=kwargs["page_id"], depth__gt=1).specific
        if not self.page.permissions_for_user(request.user).can_edit():
            raise PermissionDenied
        self.translation = translation_of(self.page)
        if self.translation is None:
            raise Http404
        self.missing = waiting(self.translation)
        return super().dispatch(request, *args, **kwargs)

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if self.missing or not self.page.permissions_for_user(request.user).can_submit_for_moderation():
            raise PermissionDenied
        translation_hand_in(translation=self.translation, page=self.page, by=request.user)
        messages.success(request, _("The translation waits for approval."))
        return redirect("wagtailadmin_pages:edit", self.page.pk)

    def get_page_subtitle(self) -> str:
        return self.page.get_admin_display_title()

    def get_breadcrumbs_items(self) -> list[dict]:
        edit = {"url": reverse("wagtailadmin_pages:edit", args=[self.page.pk]), "label": self.get_page_subtitle()}
        return [*self.breadcrumbs_items, edit, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs) -> dict:
        user, state = self.request.user, self.page.current_workflow_task_state
        decides = state and dict.fromkeys(name for name, *_rest in state.task.specific.get_actions(self.page, user))
        values = {
            "page": self.page,
            "missing": self.missing,
            "task_state": state,
            "decides": bool(decides and "approve" in decides),
            "may_hand_in": self.page.permissions_for_user(user).can_submit_for_moderation(),
        }
        return {**super().get_context_data(**kwargs), **values}


@transaction.atomic
def translation_hand_in(*, translation: Translation, page: Page, by) -> None:
    """The draft holds what is translated by now; it starts on the workflow of its place in the tree."""
    translation.save_target(user=by, publish=False)
    page.refresh_from_db()
    page.get_workflow().start(page, by)


def require_open(user, page) -> None:
    """While somebody decides about a page its texts stay as they were handed in. Raises PermissionDenied."""
    lock = page.get_lock() if isinstance(page, Page) else None
    if lock and lock.for_user(user):
        raise PermissionDenied


def say_the_way(request: HttpRequest, page: Page) -> None:
    """Above the editor of a translation: for whoever hands in, and for whoever decides."""
    screen = reverse("translation_hand_in", args=[page.pk])
    if page.workflow_in_progress:
        messages.info(
            request, _("The translation waits for approval."), buttons=[messages.button(screen, _("Approval"))]
        )
    elif page.has_workflow and not page.permissions_for_user(request.user).can_publish():
        text = _("Others publish it: once everything is translated, hand it in.")
        messages.info(request, text, buttons=[messages.button(screen, _("Hand in for approval"))])
