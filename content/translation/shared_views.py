"""The choice that a page is the same in all languages, in the Wagtail admin."""

from collections.abc import Iterator

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.widgets.button import Button
from wagtail.models import Locale, Page

from content.models import PortalPage
from content.translation.completeness import translation_of
from content.translation.shared import copied_into, is_shared, page_share, page_unshare
from content.translation.views import missing_ancestors


class SharedView(WagtailAdminTemplateMixin, TemplateView):
    """GET says what the choice means for each language, POST makes it or takes it back."""

    template_name = "content/translation/shared.html"
    page_title = _("Same in all languages")
    header_icon = "copy"

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        page = get_object_or_404(Page, pk=kwargs["page_id"], depth__gt=1)
        if not page.permissions_for_user(request.user).can_publish():
            raise PermissionDenied
        self.page = page.specific
        if not can_be_shared(self.page):
            raise Http404
        self.locales = copied_into(self.page)
        return super().dispatch(request, *args, **kwargs)

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if request.POST.get("shared") == "no":
            page_unshare(page=self.page)
            messages.success(request, _("The page waits for its translations again."))
        elif missing := missing_ancestors(self.page, self.locales):
            text = _("“%(title)s” has to be translated first.")
            messages.error(request, text % {"title": next(iter(missing)).get_admin_display_title()})
        else:
            self._share()
        return redirect("wagtailadmin_pages:edit", self.page.pk)

    def _share(self) -> None:
        for locale in self.locales:
            if not self._may_publish_in(locale):
                raise PermissionDenied
        page_share(page=self.page, by=self.request.user)
        messages.success(self.request, _("The page is shown in all languages as it is."))

    def _may_publish_in(self, locale: Locale) -> bool:
        above = self.page.get_parent().get_translation(locale) if self.page.depth > 2 else self.page.get_parent()
        return above.permissions_for_user(self.request.user).can_publish_subpage()

    def get_page_subtitle(self) -> str:
        return self.page.get_admin_display_title()

    def get_breadcrumbs_items(self) -> list[dict]:
        edit = {"url": reverse("wagtailadmin_pages:edit", args=[self.page.pk]), "label": self.get_page_subtitle()}
        return [*self.breadcrumbs_items, edit, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs) -> dict:
        values = {"page": self.page, "locales": self.locales, "is_shared": is_shared(self.page.translation_key)}
        return {**super().get_context_data(**kwargs), **values}


def can_be_shared(page: Page) -> bool:
    """An original, of a type of ours."""
    return isinstance(page, PortalPage) and page.alias_of_id is None and translation_of(page) is None


def buttons(page: Page, user) -> Iterator[Button]:
    if page.depth > 1 and page.permissions_for_user(user).can_publish() and can_be_shared(page.specific_deferred):
        address = reverse("translation_shared", args=[page.pk])
        yield Button(_("Same in all languages") + "…", address, icon_name="copy", priority=65)
