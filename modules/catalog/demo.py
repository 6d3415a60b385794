"""Pages of three product lines on the demo's site, in three languages by wagtail-localize's own means."""

from dataclasses import dataclass

from django.db import transaction

from content.bootstrap import ensure_site
from content.demo.published import PageText, published
from content.models import SectionPage
from modules.catalog.models import ProductLine, ProductLinePage


@dataclass(frozen=True, kw_only=True)
class LineText(PageText):
    """`line`: its name in 1C."""

    line: str


ABOVE = PageText(
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
        line="TENGRI Ultra",
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
        line="TENGRI Comfort",
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
        line="TENGRI Standard",
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
    above = published(ensure_site(), SectionPage, ABOVE)
    for text in LINES:
        if line := ProductLine.objects.filter(name=text.line, deleted=False).first():
            published(above, ProductLinePage, text, line=line)
