"""Kept answers of the catalogue: one reader's never reaches another, and a change is seen at once."""

import pytest
import redis
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from cms.access.models import Grant
from integration.models import ExchangeState
from modules.catalog.models import Price
from modules.catalog.remembered import ANSWERS, SOURCES
from tests.world import client_of

pytestmark = pytest.mark.django_db

PRODUCTS = "/api/v1/catalog/products/"


@pytest.fixture
def loaded(world, settings, valkey):
    """Every entity has been loaded and Redis is there, so answers are kept."""
    settings.REDIS_URL = valkey
    redis.Redis.from_url(valkey).flushall()
    ExchangeState.objects.bulk_create(
        ExchangeState(entity=name, generation=1, checked_at=timezone.now()) for name in SOURCES
    )
    return world


def page(user, **query):
    return client_of(user).get(PRODUCTS, query).json()


def milk_price(user, world):
    rows = page(user, agreement=world.agreement_a1.pk)["results"]
    return next(row for row in rows if row["id"] == world.shared.pk)["packagings"][0]["price"]["amount"]


def test_kept_answer_needs_no_query_of_the_catalogue(loaded):
    first = page(loaded.head)
    with CaptureQueriesContext(connection) as captured:
        second = page(loaded.head)
    assert first == second
    assert not [query for query in captured if "catalog_" in query["sql"]]


def test_answers_of_one_partner_never_reach_another(loaded):
    assert {row["id"] for row in page(loaded.head)["results"]} == {loaded.shared.pk, loaded.only_a.pk}
    assert {row["id"] for row in page(loaded.stranger)["results"]} == {loaded.shared.pk, loaded.only_b.pk}
    assert {row["id"] for row in page(loaded.colleague)["results"]} == {loaded.shared.pk}


def test_foreign_agreement_is_refused_even_when_its_owner_has_asked(loaded):
    page(loaded.stranger, agreement=loaded.agreement_b.pk)
    assert client_of(loaded.head).get(PRODUCTS, {"agreement": loaded.agreement_b.pk}).status_code == 400


def test_new_price_is_seen_with_the_next_generation(loaded):
    assert milk_price(loaded.head, loaded) == "100.5000"
    Price.objects.filter(pk=loaded.price_shared_a.pk).update(amount="99.0000")
    ExchangeState.objects.filter(entity="prices").update(generation=2)
    assert milk_price(loaded.head, loaded) == "99.0000"


def test_grant_that_was_taken_away_empties_the_page_at_once(loaded):
    assert page(loaded.head)["count"] == 2
    Grant.objects.get(user=loaded.head).delete()
    assert page(loaded.head)["count"] == 0


def test_ages_are_never_kept(loaded):
    before = page(loaded.head)["stock_at"]
    ExchangeState.objects.filter(entity="stock").update(checked_at=timezone.now())
    assert page(loaded.head)["stock_at"] != before


def test_without_redis_every_answer_is_made(loaded, settings):
    settings.REDIS_URL = "redis://127.0.0.1:1/0"  # nobody listens there
    assert page(loaded.head)["count"] == 2
    Price.objects.filter(pk=loaded.price_shared_a.pk).update(amount="99.0000")
    assert milk_price(loaded.head, loaded) == "99.0000"


def test_kept_answer_is_one_round_trip(loaded, monkeypatch):
    page(loaded.head)
    trips, client = [], ANSWERS.store._redis
    execute = client.execute_command
    monkeypatch.setattr(
        client, "execute_command", lambda *words, **options: trips.append(words) or execute(*words, **options)
    )
    page(loaded.head)
    assert len(trips) == 1
