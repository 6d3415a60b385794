"""How many news there are, by rubric and month: what lists are counted by, and where in time their pages lie.

Counting reads every item, so the tally is kept for as long as nothing is published; all lists of a language share it.
"""

import json
from calendar import monthrange
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from typing import Any, NamedTuple

from django.db.models import Count, Max, Q, QuerySet
from django.db.models.functions import TruncMonth

from cms.prepared import Prepared, text_slot
from content.delivery import store
from content.delivery.public import in_language, public
from content.models import NewsPage

Months = Counter[str]  # "2026-03" → how many items are of that month


class Entry(NamedTuple):
    """`rubric`: its slug, empty for items that are shown without.

    `pinned_until`: the last day on which one of them is pinned, empty if none ever was.
    """

    rubric: str
    name: str
    month: str
    count: int
    pinned_until: str


class Stretch(NamedTuple):
    """Part of a list that is sorted by date: `skipped` items into the days from `first` to `last`."""

    first: str
    last: str
    skipped: int


@dataclass(frozen=True)
class Tally:
    entries: tuple[Entry, ...]

    def narrowed(self, rubric: str = "", year: int = 0) -> "Tally":
        """Of one rubric, of one year."""
        left = (each for each in self.entries if not rubric or each.rubric == rubric)
        return Tally(tuple(each for each in left if not year or each.month.startswith(f"{year}-")))

    @property
    def count(self) -> int:
        return sum(each.count for each in self.entries)

    @property
    def months(self) -> Months:
        months: Months = Counter()
        for each in self.entries:
            months[each.month] += each.count
        return months

    def has_pinned(self, today: str) -> bool:
        return any(each.pinned_until >= today for each in self.entries)

    def rubrics(self) -> list[dict[str, Any]]:
        """`[{"slug", "name", "count"}]` of those in use, by name."""
        rubrics: dict[str, dict[str, Any]] = {}
        for each in self.entries:
            if each.rubric:
                rubric = rubrics.setdefault(each.rubric, {"slug": each.rubric, "name": each.name, "count": 0})
                rubric["count"] += each.count
        return sorted(rubrics.values(), key=lambda rubric: rubric["name"])

    def years(self) -> list[int]:
        """Those with news, latest first."""
        return sorted({int(each.month[:4]) for each in self.entries}, reverse=True)


def tally_of(locale: str, tag: str = "") -> Tally:
    """Of all public news of the language, or of those with the tag. One query, none while it is kept."""
    answer = store.held_or_made(f"content:tally:{locale}:{tag}", lambda: store.answer_of(_counted(locale, tag)))
    return _read(answer.body)


def elsewhere(locale: str) -> list[dict[str, Any]]:
    """`[{"locale", "count"}]` of public news in other languages that are not translated into this one.

    One query, none while it is kept.
    """
    return json.loads(store.held_or_made(f"content:tally-elsewhere:{locale}", lambda: _counted_elsewhere(locale)).body)


def _counted_elsewhere(locale: str) -> store.Answer:
    return store.answer_of([{"locale": other, "count": count} for other, count in _ELSEWHERE.run(locale=locale)])


def stretch_of(months: Months, start: int, stop: int) -> Stretch | None:
    """Where the items from place `start` to the one before `stop` lie; None where there are none. Latest first."""
    passed, touched, skipped = 0, [], 0
    for month in sorted((month for month, count in months.items() if count > 0), reverse=True):
        if passed < stop and start < passed + months[month]:
            skipped = skipped if touched else start - passed
            touched.append(month)
        passed += months[month]
    return Stretch(f"{touched[-1]}-01", _last_day(touched[0]), skipped) if touched else None


def month_of(day: date | str) -> str:
    """`day` as it comes from the database."""
    return str(day)[:7]


def _last_day(month: str) -> str:
    return f"{month}-{monthrange(int(month[:4]), int(month[5:]))[1]}"


@lru_cache(maxsize=16)
def _read(body: bytes) -> Tally:
    return Tally(tuple(Entry(*entry) for entry in json.loads(body)))


def _counted(locale: str, tag: str) -> list[Entry]:
    return list(_entries(_count(bool(tag)).run(locale=locale, tag=tag)))


def _entries(rows: Iterable[tuple]) -> Iterable[Entry]:
    for _rubric, month, count, pinned, slug, name in rows:
        yield Entry(slug or "", name or "", month_of(month), count, str(pinned or ""))


@cache
def _count(tagged: bool) -> Prepared:
    """Grouped by the rubric's key, because PostgreSQL sorts where it would group by texts."""

    def build() -> QuerySet:
        pages = in_language(NewsPage)
        pages = pages.filter(tagged__tag__slug=text_slot("tag")) if tagged else pages
        by_month = pages.order_by().values_list("rubric_id", TruncMonth("date"))
        return by_month.annotate(
            count=Count("pk"),
            last=Max("pinned_until"),
            slug=Max("rubric__slug", filter=Q(rubric__live=True)),
            name=Max("rubric__name", filter=Q(rubric__live=True)),
        )

    return Prepared(build)


def _untranslated() -> QuerySet:
    others = public(NewsPage.objects).exclude(locale__language_code=text_slot("locale"))
    missing = others.exclude(translation_key__in=in_language(NewsPage).values("translation_key"))
    return missing.order_by("locale_id").values_list("locale__language_code").annotate(count=Count("pk"))


_ELSEWHERE = Prepared(_untranslated)
