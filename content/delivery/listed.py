"""The rows of lists of news: a stretch of all that is wanted, or those that somebody named.

Few news are sorted anew for every page. Of many, what is read depends on the length of a page and not on that of the
list: the tally says in which months its items lie, the index on the date leads there, and what is pinned is fetched
apart.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache

from django.db.models import Case, F, IntegerField, Q, QuerySet, Value, When
from django.db.models.lookups import GreaterThanOrEqual, LessThan, LessThanOrEqual
from django.utils import timezone
from wagtail.models import Page

from cms.prepared import Prepared, PreparedFor, text_slot
from content.delivery.public import in_language, public
from content.delivery.tally import Months, Tally, month_of, stretch_of, tally_of
from content.models import NewsPage
from content.search.matching import matching
from content.search.words import beginnings

PAGE_SIZE = 20
FEW = 500
RUBRIC = ["rubric__slug", "rubric__name", "rubric__live"]
COLUMNS = ["title", "url_path", "date", "lead", "cover_id", "cover_alt", *RUBRIC, "pinned", "pk"]


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
    def start(self) -> int:
        """How many items are on the pages before."""
        return (self.page - 1) * self.page_size

    @property
    def filters(self) -> frozenset[str]:
        return frozenset(name for name in ("rubric", "tag", "year") if getattr(self, name))

    @property
    def values(self) -> dict[str, str]:
        """What goes into the slots of a query with these filters."""
        days = {"first": f"{self.year}-01-01", "last": f"{self.year}-12-31"} if self.year else {}
        return {"locale": self.locale, "rubric": self.rubric, "tag": self.tag, "today": _today(), **days}


def cover_of(row: tuple) -> int | None:
    """Key of the cover in a row of COLUMNS."""
    return row[4]


def day_of(row: tuple) -> date | str:
    """Its date, as the database gives it."""
    return row[2]


def key_of(row: tuple) -> int:
    """Key of the page itself."""
    return row[10]


def listed(wanted: Wanted) -> tuple[list[tuple], int]:
    """Rows of the wanted page, without words, and how many there are on all pages.

    One query; one more for the tally while nobody keeps it, one where some of many are pinned.
    """
    tally = _tally(wanted)
    return _between(wanted, tally, wanted.start, wanted.start + wanted.page_size), tally.count


def found(wanted: Wanted) -> tuple[list[tuple], int]:
    """The same with words, by the site's search; what that finds is narrowed and sorted like any list. Two queries."""
    keys = matching(beginnings(wanted.words, wanted.locale), wanted.locale)
    pages = public(NewsPage.objects).filter(pk__in=keys, locale__language_code=wanted.locale)
    if wanted.rubric:
        pages = pages.filter(rubric__slug=wanted.rubric, rubric__live=True)
    if wanted.tag:
        pages = pages.filter(tagged__tag__slug=wanted.tag)
    if wanted.year:
        pages = pages.filter(date__range=(date(wanted.year, 1, 1), date(wanted.year, 12, 31)))
    still = When(pinned_until__gte=timezone.localdate(), then=1)
    rows = list(pages.annotate(pinned=Case(still, default=0)).order_by("-pinned", "-date", "-pk").values_list(*COLUMNS))
    return rows[wanted.start : wanted.start + wanted.page_size], len(rows)


def latest_of_rubric(locale: str, rubric: str, but: int, limit: int) -> list[tuple]:
    """Rows of the first news of `rubric` (its slug) but the page `but`. One query, another while nobody counted."""
    wanted = Wanted(locale, rubric=rubric)
    rows = _between(wanted, _tally(wanted), 0, limit + 1)
    return [row for row in rows if key_of(row) != but][:limit]


def chosen(locale: str, pages: Iterable[int]) -> list[tuple]:
    """Rows of the public news that `pages` are, in the language; in the order of `pages`. One query."""
    order = {pk: at for at, pk in enumerate(pages)}
    rows = _CHOSEN.run(list(order), locale=locale, today=_today())
    by_family = {row[-1]: row for row in rows}
    families = dict.fromkeys(row[-1] for row in sorted(rows, key=lambda row: order.get(key_of(row), len(order))))
    return [by_family[family] for family in families]


def _tally(wanted: Wanted) -> Tally:
    return tally_of(wanted.locale, wanted.tag).narrowed(wanted.rubric, wanted.year)


def _between(wanted: Wanted, tally: Tally, start: int, stop: int) -> list[tuple]:
    """Rows from place `start` to the one before `stop`. `tally`: of what is wanted."""
    if start >= tally.count:
        return []
    if tally.count <= FEW:
        return _sorted(wanted.filters).run(limit=stop - start, offset=start, **wanted.values)
    pinned = _pinned(wanted.filters).run(**wanted.values) if tally.has_pinned(_today()) else []
    rest = tally.months
    rest.subtract(month_of(day_of(row)) for row in pinned)
    return pinned[start:stop] + _of_rest(wanted, rest, max(0, start - len(pinned)), stop - len(pinned))


def _of_rest(wanted: Wanted, months: Months, start: int, stop: int) -> list[tuple]:
    """The same of those that are not pinned, of which there are so many a month."""
    if (stretch := stretch_of(months, start, stop)) is None:
        return []
    days = {"first": stretch.first, "last": stretch.last}
    values = {**wanted.values, **days}
    return _walked(wanted.filters - {"year"}).run(limit=stop - start, offset=stretch.skipped, **values)


def _today() -> str:
    return timezone.localdate().isoformat()


# Dates are compared as a slot's text: a filter would refuse a slot.
_IS_PINNED = GreaterThanOrEqual(F("pinned_until"), Value(text_slot("today")))
_IS_NOT_PINNED = Q(pinned_until=None) | Q(LessThan(F("pinned_until"), Value(text_slot("today"))))
_WITHIN = (
    GreaterThanOrEqual(F("date"), Value(text_slot("first"))),
    LessThanOrEqual(F("date"), Value(text_slot("last"))),
)


def _rows(filters: frozenset[str] = frozenset()) -> QuerySet:
    pages = in_language(NewsPage)
    if "rubric" in filters:
        pages = pages.filter(rubric__slug=text_slot("rubric"), rubric__live=True)
    if "tag" in filters:
        pages = pages.filter(tagged__tag__slug=text_slot("tag"))
    if "year" in filters:
        pages = pages.filter(*_WITHIN)
    return pages.annotate(pinned=Case(When(_IS_PINNED, then=1), default=0, output_field=IntegerField()))


@cache
def _sorted(filters: frozenset[str]) -> Prepared:
    """All of them, pinned ones first."""
    return Prepared(lambda: _rows(filters).order_by("-pinned", "-date", "-pk").values_list(*COLUMNS), in_pages=True)


@cache
def _pinned(filters: frozenset[str]) -> Prepared:
    return Prepared(lambda: _rows(filters).filter(_IS_PINNED).order_by("-date", "-pk").values_list(*COLUMNS))


@cache
def _walked(filters: frozenset[str]) -> Prepared:
    """Those of some days that are not pinned, in the order of the index on the date."""
    return Prepared(
        lambda: _rows(filters).filter(*_WITHIN, _IS_NOT_PINNED).order_by("-date", "-pk").values_list(*COLUMNS),
        in_pages=True,
    )


_CHOSEN = PreparedFor(
    lambda keys: (
        _rows()
        .filter(translation_key__in=Page.objects.filter(pk__in=keys).values("translation_key"))
        .values_list(*COLUMNS, "translation_key")
    )
)
