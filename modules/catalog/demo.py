"""Pages of three product lines on the demo's site, in three languages by wagtail-localize's own means."""

import json
from dataclasses import dataclass
from uuid import NAMESPACE_URL, uuid5

from django.conf import settings
from django.db import transaction
from wagtail.models import Locale, Page
from wagtail_localize.models import TranslationSource
from wagtail_localize.operations import translate_object

from content.bootstrap import ensure_site
from content.demo.strings import give_strings
from content.models import PortalPage, SectionPage
from modules.catalog.models import ProductLine, ProductLinePage

SOURCE = settings.LANGUAGE_CODE

Texts = dict[str, str]  # language → text


@dataclass(frozen=True)
class LineText:
    """`line`: its name in 1C; none for the page above the three."""

    slug: str
    title: Texts
    lead: Texts
    body: Texts
    line: str = ""


ABOVE = LineText(
    slug="products",
    title={"ru": "Продукция", "en": "Products", "kk": "Өнімдер"},
    lead={
        "ru": "Три линейки моторных масел для легкового транспорта и парков.",
        "en": "Three lines of engine oils for cars and fleets.",
        "kk": "Жеңіл көліктер мен автопарктерге арналған мотор майларының үш желісі.",
    },
    body={
        "ru": "Линейки различаются основой и допусками. Подобрать масло поможет клиентский сервис.",
        "en": "The lines differ in base oil and approvals. Client service helps to choose an oil.",
        "kk": "Желілер негізі мен рұқсаттары бойынша ерекшеленеді. Май таңдауға клиенттік сервис көмектеседі.",
    },
)
LINES = [
    LineText(
        line="Ultra",
        slug="ultra",
        title={"ru": "Линейка Ultra", "en": "Ultra line", "kk": "Ultra желісі"},
        lead={
            "ru": "Синтетические масла для новых двигателей и морозов до минус сорока.",
            "en": "Synthetic oils for new engines and frosts down to minus forty.",
            "kk": "Жаңа қозғалтқыштар мен минус қырық градусқа дейінгі аязға арналған синтетикалық майлар.",
        },
        body={
            "ru": "Держат вязкость весь срок службы и экономят топливо.",
            "en": "They keep their viscosity to the end of the interval and save fuel.",
            "kk": "Бүкіл қызмет мерзімінде тұтқырлығын сақтайды және отынды үнемдейді.",
        },
    ),
    LineText(
        line="Comfort",
        slug="comfort",
        title={"ru": "Линейка Comfort", "en": "Comfort line", "kk": "Comfort желісі"},
        lead={
            "ru": "Полусинтетика на каждый день: для города и трассы.",
            "en": "Semi-synthetics for every day, in town and on the road.",
            "kk": "Күнделікті жартылай синтетика: қалаға да, трассаға да.",
        },
        body={
            "ru": "Разумная цена без уступок в защите от износа.",
            "en": "A sensible price with no less protection from wear.",
            "kk": "Тозудан қорғауды төмендетпейтін тиімді баға.",
        },
    ),
    LineText(
        line="Standard",
        slug="standard",
        title={"ru": "Линейка Standard", "en": "Standard line", "kk": "Standard желісі"},
        lead={
            "ru": "Минеральные масла для проверенных двигателей.",
            "en": "Mineral oils for engines that have proved themselves.",
            "kk": "Сыннан өткен қозғалтқыштарға арналған минералды майлар.",
        },
        body={
            "ru": "Для парков с большим пробегом и частой заменой.",
            "en": "For fleets with a high mileage and frequent changes.",
            "kk": "Жүрісі көп және майы жиі ауысатын автопарктерге.",
        },
    ),
]


@transaction.atomic
def load() -> None:
    """Create the pages, unless they are there."""
    if ProductLinePage.objects.exists():
        return
    above = _published(ensure_site(), SectionPage, ABOVE)
    for text in LINES:
        line = ProductLine.objects.filter(name=text.line, deleted=False).first()
        _published(above, ProductLinePage, text, line=line)


def _published(parent: Page, model: type[PortalPage], text: LineText, **fields) -> PortalPage:
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


def _key(text: LineText, *place: str) -> str:
    return str(uuid5(NAMESPACE_URL, ":".join(["demo", "line", text.slug, *place])))
