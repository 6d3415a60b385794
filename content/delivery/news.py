"""Lists of news: all of a language, of a rubric, a tag, a year, or found by words. Plain values, ready for JSON."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from django.db.models import Case, Count, F, IntegerField, QuerySet, Value, When, Window
from django.db.models.lookups import GreaterThanOrEqual, LessThanOrEqual
from django.utils import timezone
from wagtail.models import Locale, Page

from cms.prepared import Prepared, PreparedFor, number_slot, text_slot
from content.delivery.pictures import Pictures
from content.delivery.public import path_of, public
from content.models import NewsPage

PAGE_SIZE = 20
MOST_FOUND = 500  # a search of the news looks no further
RUBRIC = ["rubric__slug", "rubric__name", "rubric__live"]
COLUMNS = ["title", "url_path", "date", "lead", "cover_id", "cover_alt", *RUBRIC, "pinned"]


@dataclass(frozen=True)
class Wanted:
    """Which news: empty filters leave all of them. `words`: as typed."""

    locale: str
    page: int = 1
    page_size: int = PAGE_SIZE
    rubric: str = ""
    tag: str = ""
    year: int = 0
    words: str = ""

    @property
    def filters(self) -> frozenset[str]:
        return frozenset(name for name in ("rubric", "tag", "year") if getattr(self, name))

    @property
    def values(self) -> dict[str, str]:
        """What goes into the slots of a query with these filters."""
        years = {"first": f"{self.year}-01-01", "last": f"{self.year}-12-31"} if self.year else {}
        return {"locale": self.locale, "rubric": self.rubric, "tag": self.tag, **years}


def news_document(wanted: Wanted) -> dict[str, Any]:
    """`NewsList` of the schema: pinned ones, then the latest; a page past the end is empty.

    Two queries, a third that counts past the end, one more for words.
    """
    if wanted.words:
        rows, count = _found(wanted)
    else:
        rows, count = _listed(wanted)
    pictures = Pictures(cards=(cover_of(row) for row in rows))
    return {
        "count": count,
        "page": wanted.page,
        "page_size": wanted.page_size,
        "results": [item_of(wanted.locale, row, pictures) for row in rows],
    }


def cover_of(row: tuple) -> int | None:
    """Key of the cover in a row of COLUMNS."""
    return row[4]


def item_of(locale: str, row: tuple, pictures: Pictures) -> dict[str, Any]:
    """`NewsItem` of the schema, from a row of COLUMNS."""
    title, url_path, day, lead, cover, cover_alt, *rubric, pinned = row[: len(COLUMNS)]
    return {
        "title": title,
        "path": path_of(locale, url_path),
        "date": day,
        "intro": lead,
        "image": pictures.card(cover, cover_alt),
        "rubric": rubric_of(*rubric),
        "pinned": bool(pinned),
    }


def rubric_of(slug: str | None, name: str | None, live: bool | None) -> dict[str, str] | None:
    """`Topic` of the schema, from what RUBRIC names; None for one that nobody has published."""
    return {"slug": slug or "", "name": name or ""} if live else None


def latest_of_rubric(locale: str, rubric: str, but: int, limit: int) -> list[tuple]:
    """Rows of the latest news of `rubric` (its slug) but the page `but`. One query."""
    return _SAME_RUBRIC.run(locale=locale, rubric=rubric, but=but, today=_today(), limit=limit, offset=0)


def chosen(locale: str, pages: Iterable[int]) -> list[tuple]:
    """Rows of the public news that `pages` are, in the language; in the order of `pages`. One query."""
    order = {pk: at for at, pk in enumerate(pages)}
    rows = _CHOSEN.run(list(order), locale=locale, today=_today())
    by_family = {row[-1]: row for row in rows}
    families = dict.fromkeys(row[-1] for row in sorted(rows, key=lambda row: order.get(row[-2], len(order))))
    return [by_family[family] for family in families]


def facets(locale: str) -> tuple[list[dict[str, Any]], list[int]]:
    """`[{"slug", "name", "count"}]` of the rubrics in use, and the years with news, latest first. One query."""
    rows = _FACETS.run(locale=locale)
    rubrics: dict[str, dict[str, Any]] = {}
    for slug, name, live, _year, count in rows:
        if live:
            rubric = rubrics.setdefault(slug, {"slug": slug, "name": name, "count": 0})
            rubric["count"] += count
    years = {int(year) for *_rubric, year, _count in rows}
    return sorted(rubrics.values(), key=lambda rubric: rubric["name"]), sorted(years, reverse=True)


def in_language(model: type[Page]) -> QuerySet:
    """Public pages of the language that goes into the slot `locale`."""
    return public(model.objects).filter(locale__language_code=text_slot("locale"))


def _today() -> str:
    return timezone.localdate().isoformat()


def _pinned():
    """1 for an item that stands first today. Dates are compared as a slot's text: a filter would refuse a slot."""
    still = GreaterThanOrEqual(F("pinned_until"), Value(text_slot("today")))
    return Case(When(still, then=1), default=0, output_field=IntegerField())


def _rows(filters: frozenset[str] = frozenset()) -> QuerySet:
    pages = in_language(NewsPage)
    if "rubric" in filters:
        pages = pages.filter(rubric__slug=text_slot("rubric"), rubric__live=True)
    if "tag" in filters:
        pages = pages.filter(tagged__tag__slug=text_slot("tag"))
    if "year" in filters:
        pages = pages.filter(
            GreaterThanOrEqual(F("date"), Value(text_slot("first"))),
            LessThanOrEqual(F("date"), Value(text_slot("last"))),
        )
    return pages.annotate(pinned=_pinned()).order_by("-pinned", "-date", "-pk")


@cache
def _list(filters: frozenset[str]) -> Prepared:
    return Prepared(
        lambda: _rows(filters).annotate(count=Window(Count("*"))).values_list(*COLUMNS, "count"), in_pages=True
    )


@cache
def _count(filters: frozenset[str]) -> Prepared:
    return Prepared(lambda: _rows(filters).order_by().annotate(all=Window(Count("*"))).values_list("all")[:1])


_SAME_RUBRIC = Prepared(
    lambda: _rows(frozenset(["rubric"])).exclude(pk=number_slot("but")).values_list(*COLUMNS), in_pages=True
)
_CHOSEN = PreparedFor(
    lambda keys: (
        _rows()
        .filter(translation_key__in=Page.objects.filter(pk__in=keys).values("translation_key"))
        .values_list(*COLUMNS, "pk", "translation_key")
    )
)
_FACETS = Prepared(
    lambda: in_language(NewsPage).order_by().values_list(*RUBRIC, "date__year").annotate(count=Count("pk"))
)


def _listed(wanted: Wanted) -> tuple[list[tuple], int]:
    filters, values = wanted.filters, {**wanted.values, "today": _today()}
    rows = _list(filters).run(limit=wanted.page_size, offset=(wanted.page - 1) * wanted.page_size, **values)
    if rows:
        return rows, rows[0][-1]
    counted = _count(filters).run(**values)
    return rows, counted[0][0] if counted else 0


def _found(wanted: Wanted) -> tuple[list[tuple], int]:
    """By Wagtail's index; what it finds is narrowed and sorted like any list."""
    live = NewsPage.objects.filter(live=True, locale=Locale.objects.get_for_language(wanted.locale))
    keys = [page.pk for page in live.search(wanted.words, operator="and")[:MOST_FOUND]]
    pages = public(NewsPage.objects).filter(pk__in=keys, locale__language_code=wanted.locale)
    if wanted.rubric:
        pages = pages.filter(rubric__slug=wanted.rubric, rubric__live=True)
    if wanted.tag:
        pages = pages.filter(tagged__tag__slug=wanted.tag)
    if wanted.year:
        pages = pages.filter(date__range=(date(wanted.year, 1, 1), date(wanted.year, 12, 31)))
    still = When(pinned_until__gte=timezone.localdate(), then=1)
    rows = list(pages.annotate(pinned=Case(still, default=0)).order_by("-pinned", "-date", "-pk").values_list(*COLUMNS))
    start = (wanted.page - 1) * wanted.page_size
    return rows[start : start + wanted.page_size], len(rows)
