"""wagtail-localize's screens that ask for a permission on the site as a whole, here asked about the item itself.

Submitting makes pages in other languages, synchronising may publish them: whoever may edit the news only may do
either with the news only. Both keep to the rule that nothing goes live untranslated.
"""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import models, transaction
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail.models import Locale, Page
from wagtail_localize.models import Translation
from wagtail_localize.operations import translate_object
from wagtail_localize.views.edit_translation import user_can_edit_instance
from wagtail_localize.views.submit_translations import SubmitPageTranslationView, SubmitSnippetTranslationView
from wagtail_localize.views.update_translations import UpdateTranslationsView

from content.translation.completeness import untranslated
from content.translation.release import release, written_by_machine


class SubmitOwnPage(SubmitPageTranslationView):
    """Submits the pages above first, so that the translation stands in a tree of its own language."""

    def get_object(self) -> Page:
        page = super().get_object()
        _require_edit(self.request.user, page)
        return page

    @transaction.atomic
    def form_valid(self, form) -> HttpResponse:
        missing = missing_ancestors(self.object, form.cleaned_data["locales"])
        closed = [page for page in missing if not page.permissions_for_user(self.request.user).can_edit()]
        if closed:
            return self._refuse(closed[0])
        for page, locales in missing.items():
            translate_object(page, locales, user=self.request.user)
        return super().form_valid(form)

    def _refuse(self, page: Page) -> HttpResponse:
        text = _("“%(title)s” has to be translated first: ask a platform administrator.")
        messages.error(self.request, text % {"title": page.get_admin_display_title()})
        return redirect("wagtailadmin_pages:edit", self.object.pk)


class SubmitOwnSnippet(SubmitSnippetTranslationView):
    """Submitted by whoever may edit such snippets."""

    def get_object(self) -> models.Model:
        snippet = super().get_object()
        _require_edit(self.request.user, snippet)
        return snippet


class UpdateOwnTranslations(UpdateTranslationsView):
    """Brings a changed source to its translations; publishes those that are complete, if asked to."""

    def get_object(self):
        source = super().get_object()
        _require_edit(self.request.user, source.get_source_instance())
        return source

    @transaction.atomic
    def form_valid(self, form) -> HttpResponse:
        publish = form.cleaned_data["publish_translations"]
        if publish:
            self._require_publish()
        form.cleaned_data["publish_translations"] = False
        response = super().form_valid(form)
        if publish:
            self._publish_complete()
        return response

    def _require_publish(self) -> None:
        for translation in self._translations():
            target = translation.get_target_instance()
            if isinstance(target, Page) and not target.permissions_for_user(self.request.user).can_publish():
                raise PermissionDenied

    def _publish_complete(self) -> None:
        for translation in self._translations():
            if untranslated(translation.get_target_instance()):
                self._warn(_("%(language)s: some texts are not translated yet, so nothing was published."), translation)
            elif written_by_machine(translation):
                self._warn(_("%(language)s: a machine wrote some texts. Read them and publish."), translation)
            else:
                release(translation, self.request.user)

    def _warn(self, text: str, translation: Translation) -> None:
        messages.warning(self.request, text % {"language": translation.target_locale.get_display_name()})

    def _translations(self) -> QuerySet[Translation]:
        return self.object.translations.filter(enabled=True).select_related("target_locale")


def missing_ancestors(page: Page, locales: list[Locale]) -> dict[Page, list[Locale]]:
    """Pages above `page`, from the top, each with those of `locales` that it is not translated into."""
    missing = {}
    for ancestor in page.get_ancestors().filter(depth__gt=1).specific():
        made = ancestor.get_translations(inclusive=True).filter(alias_of__isnull=True).values_list("locale", flat=True)
        if lacking := [locale for locale in locales if locale.pk not in set(made)]:
            missing[ancestor] = lacking
    return missing


def _require_edit(user, item: models.Model) -> None:
    if not user_can_edit_instance(user, item):
        raise PermissionDenied
