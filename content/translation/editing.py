"""Before wagtail-localize's editor opens or publishes: what it must not do, and what an editor should know."""

from django.core.exceptions import PermissionDenied
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.admin import messages
from wagtail.models import Page
from wagtail_localize.models import Translation, TranslationSource, get_edit_url

from content.models import ChangedSource
from content.translation.completeness import Untranslated, require_complete, translation_of
from content.translation.glossary.checking import findings
from content.translation.handing_in import say_the_way
from content.translation.release import original_starts, release


def before_edit(request: HttpRequest, item: models.Model) -> HttpResponse | None:
    """An answer in place of wagtail-localize's; None to let it go on."""
    if request.method == "GET":
        _say_outdated(request, item)
        if isinstance(item, Page) and translation_of(item):
            say_the_way(request, item)
    elif request.POST.get("action") == "publish" and (translation := translation_of(item)):
        return _publish(request, item, translation)
    return None


def _publish(request: HttpRequest, item: models.Model, translation: Translation) -> HttpResponse | None:
    """Say why not, instead of publishing what there is with the source's text in between."""
    try:
        require_complete(item)
    except Untranslated as refusal:
        messages.error(request, str(refusal))
        return redirect(get_edit_url(item))
    _warn_of_terms(request, translation)
    if original_starts(translation) is None:
        return None
    if isinstance(item, Page) and not item.permissions_for_user(request.user).can_publish():
        raise PermissionDenied
    starts = date_format(localtime(release(translation, request.user)), "SHORT_DATETIME_FORMAT")
    messages.success(request, _("It goes live together with its original: %(date)s.") % {"date": starts})
    return redirect(get_edit_url(item))


def _warn_of_terms(request: HttpRequest, translation: Translation) -> None:
    wrong = [finding for finding in findings(translation) if finding.is_wrong]
    if wrong:
        named = ", ".join(f"{finding.source} → {finding.target or '–'}" for finding in wrong[:5])
        text = ngettext(
            "A term of the glossary is not used: %(terms)s", "Terms of the glossary are not used: %(terms)s", len(wrong)
        )
        messages.warning(request, text % {"terms": named})


def _say_outdated(request: HttpRequest, item: models.Model) -> None:
    """On the original and on each translation: they differ, and here is how to bring them together."""
    translation = translation_of(item)
    source = translation.source if translation else _source_of(item)
    change = source and ChangedSource.objects.filter(source=source).first()
    if change is None or not request.user.has_perm("wagtail_localize.submit_translation"):
        return
    since = date_format(localtime(change.since), "SHORT_DATETIME_FORMAT")
    text = _("The translations are outdated: the original has changed since %(date)s.") % {"date": since}
    update = reverse("wagtail_localize:update_translations", args=[source.pk])
    messages.warning(request, text, buttons=[messages.button(update, _("Update the translations"))])


def _source_of(item: models.Model) -> TranslationSource | None:
    sources = TranslationSource.objects.filter(
        object_id=item.translation_key, locale=item.locale_id, translations__enabled=True
    )
    return sources.first()
