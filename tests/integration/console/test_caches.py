"""The console's page of caches: what they did, who may have one forget, and Redis away."""

import pytest
import redis
from django.urls import reverse

from cms.audit.models import Entry
from integration.cache import EVERYBODY, counts_of
from modules.catalog.live import STOCK

pytestmark = pytest.mark.django_db


@pytest.fixture
def used(world, settings, valkey):
    """Stock of one product was loaded, then read twice as held; another could not be had."""
    settings.REDIS_URL = valkey
    redis.Redis.from_url(valkey).flushall()
    for _ in range(3):
        STOCK.get("a", lambda: "7.000", reader=EVERYBODY)
    return world


def forget(name: str = STOCK.name) -> str:
    return reverse("exchange_cache_forget", args=[name])


@pytest.mark.parametrize("person", ["admin", "service_full"])
def test_each_cache_is_shown_with_its_counts(used, admin_of, person):
    page = admin_of(getattr(used, person)).get(reverse("exchange_caches"))
    lines = {line.cache.name: line for line in page.context["lines"]}
    assert {"catalogue", "stock_live", "limits_live"} <= lines.keys()
    counts = lines["stock_live"].counts
    assert (counts.hits, counts.misses, counts.entries, round(counts.percent)) == (2, 1, 1, 67)
    assert [entity.name for entity in lines["stock_live"].entities] == ["stock"]
    text = page.content.decode()
    assert "Stock asked at an order" in text and "67 %" in text
    assert reverse("exchange_entity", args=["stock"]) in text


def test_an_administrator_has_one_forget(used, admin_of):
    answer = admin_of(used.admin).post(forget())
    assert answer.status_code == 302
    assert STOCK.peek_many(["a"], reader=EVERYBODY) == {}
    assert counts_of(STOCK).reads == 0
    assert Entry.objects.filter(action="integration.cache_forgotten").count() == 1


def test_who_may_only_look_is_shown_no_button(used, admin_of):
    assert forget() not in admin_of(used.service_full).get(reverse("exchange_caches")).content.decode()
    assert forget() in admin_of(used.admin).get(reverse("exchange_caches")).content.decode()


@pytest.mark.parametrize("person", ["service_full", "service_limited", "owner", "stranger"])
def test_nobody_else_has_anything_forgotten(used, admin_of, person):
    assert admin_of(getattr(used, person)).post(forget()).status_code in (302, 403, 404)
    assert STOCK.peek_many(["a"], reader=EVERYBODY)["a"].value == "7.000"


def test_there_is_no_such_cache(used, admin_of):
    assert admin_of(used.admin).post(forget("another")).status_code == 404


def test_without_redis_the_page_says_so(world, settings, admin_of):
    settings.REDIS_URL = "redis://127.0.0.1:1/0"
    client = admin_of(world.admin)
    page = client.get(reverse("exchange_caches"))
    assert page.status_code == 200 and "Redis does not answer" in page.content.decode()
    answer = client.post(forget(), follow=True)
    assert "nothing could be forgotten" in answer.content.decode()
    assert not Entry.objects.filter(action="integration.cache_forgotten").exists()
