"""Lists of many news: each item once and in its place, whatever is pinned, and no more read than is shown."""

import json
import re
from datetime import date, timedelta
from random import Random

import pytest
from django.db import connection
from django.utils import timezone

from content.delivery import listed
from content.delivery.tally import Stretch, stretch_of
from content.models import NewsPage, NewsTag, Rubric, TaggedNews
from tests.bench.many_pages import add_news
from tests.content.pages import in_language, news

ITEMS = 70


@pytest.fixture
def many(news_list) -> list[NewsPage]:
    """Over four years, many of one day, of two rubrics and of none; some pinned, some no longer, some drafts."""
    first = news(news_list, "first")
    in_language(news(news_list, "translated"), "kk")
    add_news(news_list, ITEMS)
    rubrics = [Rubric.objects.create(name=slug, slug=slug, locale=first.locale) for slug in ("loud", "quiet")]
    tag, chance, today = NewsTag.objects.create(name="oil", slug="oil"), Random(5), timezone.localdate()
    items = list(NewsPage.objects.filter(locale=first.locale))
    for item in items:
        item.date = date(2023 + chance.randrange(4), chance.randrange(1, 13), chance.choice((1, 1, 15, 28)))
        item.rubric = chance.choice([None, *rubrics])
        item.pinned_until = chance.choice([None] * 6 + [today - timedelta(1), today, today + timedelta(1)])
        item.live = chance.random() < 0.9
    NewsPage.objects.bulk_update(items, ["date", "rubric", "pinned_until", "live"])
    TaggedNews.objects.bulk_create(TaggedNews(tag=tag, content_object=item) for item in items if chance.random() < 0.4)
    return [item for item in items if item.live]


NARROWED = [{}, {"rubric": "loud"}, {"year": 2024}, {"tag": "oil"}, {"rubric": "quiet", "year": 2025, "tag": "oil"}]


def expected(items: list[NewsPage], rubric: str = "", year: int = 0, tag: str = "") -> list[str]:
    """Addresses in the order readers are promised."""
    tagged = set(TaggedNews.objects.filter(tag__slug=tag).values_list("content_object_id", flat=True))
    left = [item for item in items if not rubric or (item.rubric and item.rubric.slug == rubric)]
    left = [item for item in left if (not year or item.date.year == year) and (not tag or item.pk in tagged)]

    def place(item: NewsPage):
        pinned = item.pinned_until is not None and item.pinned_until >= timezone.localdate()
        return pinned, item.date, item.pk

    return [f"/ru/news/{item.slug}/" for item in sorted(left, key=place, reverse=True)]


@pytest.mark.parametrize("few", [0, listed.FEW])
def test_each_item_is_listed_once_and_in_its_place(many, get, monkeypatch, few):
    monkeypatch.setattr(listed, "FEW", few)
    for narrowed in NARROWED:
        wanted = expected(many, **narrowed)
        assert len(wanted) > 3, narrowed
        for size in (3, 20, 100):
            pages = [get("news", locale="ru", page=page, page_size=size, **narrowed).json() for page in range(1, 30)]
            assert [item["path"] for page in pages for item in page["results"]] == wanted, (narrowed, size)
            assert {page["count"] for page in pages} == {len(wanted)}


def test_a_list_of_many_costs_one_query_more_while_some_are_pinned(
    many, get, monkeypatch, django_assert_num_queries, committed
):
    monkeypatch.setattr(listed, "FEW", 0)
    with django_assert_num_queries(3):  # counted, pinned, and the others
        get("news", locale="ru")
    with committed():
        NewsPage.objects.update(pinned_until=None)
        many[0].save()
    with django_assert_num_queries(3):  # counted, listed, and the kind of page that was saved
        get("news", locale="ru", page=2)


def test_a_language_without_news_is_not_looked_through(many, get, django_assert_num_queries):
    with django_assert_num_queries(1):
        assert get("news", locale="en").json()["results"] == []


def test_months_lead_to_the_days_of_a_page():
    months = {"2026-03": 3, "2026-02": 0, "2025-12": 4, "2024-02": 2}
    found = {start: stretch_of(months, start, start + 3) for start in (0, 2, 3, 6, 9)}
    assert found == {
        0: Stretch("2026-03-01", "2026-03-31", 0),
        2: Stretch("2025-12-01", "2026-03-31", 2),
        3: Stretch("2025-12-01", "2025-12-31", 0),
        6: Stretch("2024-02-01", "2025-12-31", 3),
        9: None,
    }
    assert stretch_of(months, 0, 0) is None


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite chooses its plans by other rules")
def test_the_index_on_the_date_gives_the_order_of_a_long_list(news_list):
    """By the plan that PostgreSQL keeps for values it does not know; where it would rather read all of a small table,
    it is kept from that."""
    news(news_list, "first")
    compiled = listed._walked(frozenset()).compile()
    values = ["'ru'" if slot.name == "locale" else "'2026-06-01'" for slot in compiled.slots]
    places = iter(range(1, 100))
    with connection.cursor() as cursor:
        for instead in ("seqscan", "bitmapscan", "hashjoin", "mergejoin", "sort"):
            cursor.execute(f"SET LOCAL enable_{instead} = off")
        cursor.execute("SET LOCAL plan_cache_mode = force_generic_plan")
        cursor.execute(f"PREPARE walked AS {re.sub('%s', lambda _slot: f'${next(places)}', compiled.sql)}", [])
        cursor.execute(f"EXPLAIN (FORMAT JSON) EXECUTE walked ({', '.join([*values, '20', '0'])})")
        plan = json.dumps(cursor.fetchone()[0])
        cursor.execute("DEALLOCATE walked")
    assert '"Presorted Key": ["content_newspage.date"]' in plan and '"Node Type": "Sort"' not in plan
    assert '"Index Name": "news_by_date"' in plan
