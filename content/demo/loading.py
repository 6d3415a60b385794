"""Loading the demo's site. What is there stays as it is; a run that was broken off is finished by the next."""

import json

from django.conf import settings
from django.core.files.base import ContentFile
from django.db import transaction
from wagtail.documents.models import Document
from wagtail.images.models import Image
from wagtail.models import Locale, Page
from wagtail_localize.models import Translation, TranslationSource
from wagtail_localize.operations import translate_object

from content.bootstrap import bootstrap, ensure_site
from content.delivery.documents import page_document
from content.delivery.finding import found
from content.demo.bodies import key, stored_body, translations
from content.demo.covers import cover
from content.demo.sheets import LINES, sheet
from content.demo.strings import give_strings
from content.demo.texts import Text, news_texts, page_text, rubrics
from content.models import (
    ContactsPage,
    DocumentLibraryPage,
    FaqPage,
    HomePage,
    NewsIndexPage,
    NewsPage,
    PortalPage,
    Rubric,
    SectionPage,
    StandardPage,
)

SOURCE = settings.LANGUAGE_CODE
MENU = ("about", "delivery", "news", "contacts")
ABOUT = ("faq", "documents")  # below the section "about"
MODELS = {
    "about": SectionPage,
    "news": NewsIndexPage,
    "contacts": ContactsPage,
    "faq": FaqPage,
    "documents": DocumentLibraryPage,
}
STREAMS = {ContactsPage: "offices", FaqPage: "groups", DocumentLibraryPage: "groups"}  # others: "body"


def load_demo_content() -> None:
    """Create the site in every language, unless it is there. About a quarter of a minute the first time."""
    if _loaded():
        return
    bootstrap()
    home = ensure_site()
    made = {name: _page(home, page_text(name)) for name in MENU}
    made |= {name: _page(made["about"], page_text(name), in_menu=False) for name in ABOUT}
    shown_in = {slug: _rubric(slug, names) for slug, names in rubrics().items()}
    news = [(text, _news(made["news"], text, shown_in[text.rubric])) for text in news_texts()]
    _fill_home(home, {name: page.pk for name, page in made.items()})
    pages = [(page_text("home"), home), *((page_text(name), made[name]) for name in (*MENU, *ABOUT)), *news]
    for text, page in pages:
        _translate(page, text)
    _publish_list(made["news"])


def _loaded() -> bool:
    """The translated lists of news go live last, so with them everything is there."""
    return NewsIndexPage.objects.filter(live=True, alias_of=None).count() >= len(settings.WAGTAIL_CONTENT_LANGUAGES)


@transaction.atomic
def _page(parent: PortalPage, text: Text, in_menu: bool = True) -> PortalPage:
    return _known(text) or _add(parent, MODELS.get(text.name, StandardPage), text, show_in_menus=in_menu)


@transaction.atomic
def _news(news_list: NewsIndexPage, text: Text, rubric: Rubric) -> NewsPage:
    if page := _known(text):
        return page
    cover = {"cover": _cover(text), "cover_alt": text.cover_alt[SOURCE]}
    listed = {"rubric": rubric, "tags": text.tags, "pinned_until": text.pinned_until}
    return _add(news_list, NewsPage, text, date=text.date, **cover, **listed)


@transaction.atomic
def _rubric(slug: str, names: dict[str, str]) -> Rubric:
    """Translated as a page is: an editor finds its name beside the source's."""
    locale = Locale.objects.get(language_code=SOURCE)
    rubric, made = Rubric.objects.get_or_create(slug=slug, locale=locale, defaults={"name": names[SOURCE]})
    if made:
        translate_object(rubric, list(Locale.objects.exclude(pk=locale.pk)))
        source = TranslationSource.objects.get_for_instance(rubric)
        for translation in source.translations.select_related("target_locale"):
            give_strings(translation, {names[SOURCE]: names[translation.target_locale.language_code]}, slug)
            translation.save_target(publish=False)
            translation.get_target_instance().latest_revision.publish()
    return rubric


def _known(text: Text) -> PortalPage | None:
    page = Page.objects.filter(translation_key=key(text), locale__language_code=SOURCE).first()
    return page.specific if page else None


def _add(parent: Page, model: type[PortalPage], text: Text, tags: list[str] | None = None, **fields) -> PortalPage:
    if hasattr(model, stream := STREAMS.get(model, "body")):
        fields[stream] = json.dumps(stored_body(text, SOURCE, {**_page_keys(), **_file_keys(text)}))
    page = model(title=text.title[SOURCE], slug=text.slug, lead=text.lead[SOURCE], locale=parent.locale, **fields)
    page.translation_key = key(text)
    if tags:
        page.tags.add(*tags)
    parent.add_child(instance=page)
    page.save_revision().publish()
    page.refresh_from_db()
    return page


def _page_keys() -> dict[str, int]:
    """Name of each demo page made so far → its key."""
    made = dict(Page.objects.filter(locale__language_code=SOURCE).values_list("translation_key", "pk"))
    by_text = {str(translation_key): pk for translation_key, pk in made.items()}
    return {name: by_text.get(key(page_text(name)), 0) for name in MENU}


def _file_keys(text: Text) -> dict[str, int]:
    """Name of each file that the text offers → key of its document."""
    names = [name for block in text.body for name in block.get("to", {}).get("files", ()) if name in LINES]
    return {name: _document(name).pk for name in names}


def _document(name: str) -> Document:
    title = f"TENGRI: {name}"
    found = Document.objects.filter(title=title).first()
    return found or Document.objects.create(title=title, file=ContentFile(sheet(name), name=f"demo-{name}.pdf"))


def _fill_home(home: HomePage, pages: dict[str, int]) -> None:
    text = page_text("home")
    if home.lead:
        return
    home.title, home.lead = text.title[SOURCE], text.lead[SOURCE]
    home.body = json.dumps(stored_body(text, SOURCE, pages))
    home.save_revision().publish()
    home.refresh_from_db()


def _cover(text: Text) -> Image:
    title = f"TENGRI: {text.cover}"
    found = Image.objects.filter(title=title).first()
    return found or Image.objects.create(
        title=title,
        file=ContentFile(cover(text.cover), name=f"demo-{text.cover}.jpg"),
        description=text.cover_alt["en"],
    )


def _translate(page: PortalPage, text: Text) -> None:
    """By wagtail-localize's own means, so that an editor finds each string with its translation and goes on."""
    others = Locale.objects.exclude(pk=page.locale_id)
    translate_object(page, list(others))
    source = TranslationSource.objects.get_for_instance(page)
    page_document(found(page))  # its images are made now, not for the first reader
    for translation in source.translations.select_related("target_locale"):
        give_strings(translation, translations(text, SOURCE, translation.target_locale.language_code), page.slug)
        translation.save_target(publish=False)
        if not isinstance(page, NewsIndexPage):
            _publish(translation)


def _publish(translation: Translation) -> None:
    target = translation.get_target_instance()
    if not target.live:
        target.get_latest_revision().publish()


def _publish_list(news_list: NewsIndexPage) -> None:
    for translation in TranslationSource.objects.get_for_instance(news_list).translations.all():
        _publish(translation)
