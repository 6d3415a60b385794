"""Pages of modules on the demo's site, in three languages by wagtail-localize's own means."""

import json
from dataclasses import dataclass
from uuid import NAMESPACE_URL, uuid5

from django.conf import settings
from wagtail.models import Locale, Page
from wagtail_localize.models import TranslationSource
from wagtail_localize.operations import translate_object

from content.demo.strings import give_strings
from content.models import PortalPage

SOURCE = settings.LANGUAGE_CODE

Texts = dict[str, str]  # language → text


@dataclass(frozen=True, kw_only=True)
class PageText:
    slug: str
    title: Texts
    lead: Texts
    body: Texts


def published(parent: Page, model: type[PortalPage], text: PageText, **fields) -> PortalPage:
    """A page below `parent` and its translations, all live."""
    body = [{"type": "paragraph", "id": _key(text, "paragraph"), "value": f"<p>{text.body[SOURCE]}</p>"}]
    given = {"title": text.title[SOURCE], "slug": text.slug, "lead": text.lead[SOURCE], "body": json.dumps(body)}
    page = model(locale=parent.locale, show_in_menus=True, translation_key=_key(text), **given, **fields)
    parent.add_child(instance=page)
    page.save_revision().publish()
    page.refresh_from_db()
    translate_object(page, list(Locale.objects.exclude(pk=page.locale_id)))
    for translation in TranslationSource.objects.get_for_instance(page).translations.select_related("target_locale"):
        language = translation.target_locale.language_code
        words = {said[SOURCE]: said[language] for said in (text.title, text.lead, text.body)}
        give_strings(translation, {**words, text.slug: text.slug})
        translation.save_target(publish=False)
        translation.get_target_instance().get_latest_revision().publish()
    return page


def _key(text: PageText, *place: str) -> str:
    return str(uuid5(NAMESPACE_URL, ":".join(["demo", "line", text.slug, *place])))
