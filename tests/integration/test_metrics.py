"""Figures for Prometheus: for whoever has the token, of all processes, and what is left of them without Redis."""

from datetime import timedelta
from uuid import uuid4

import pytest
import redis
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from prometheus_client.parser import text_string_to_metric_families

from cms.metrics import requests
from cms.metrics.requests import Tally
from integration.cache import EVERYBODY
from integration.models import Breaker, Delivery, ExchangeState, OutboxMessage, ParkedRow
from modules.catalog.live import STOCK

pytestmark = pytest.mark.django_db
TOKEN = "token of the tests"


@pytest.fixture
def with_token(settings, valkey, monkeypatch) -> None:
    settings.METRICS_TOKEN = TOKEN
    settings.REDIS_URL = valkey
    redis.Redis.from_url(valkey).flushall()
    monkeypatch.setattr(requests, "TALLY", Tally())


def read(token: str = TOKEN) -> dict[frozenset, float]:
    """{name, label values…} → value."""
    answer = Client().get("/metrics", headers={"Authorization": f"Bearer {token}"})
    assert answer.status_code == 200 and answer["Content-Type"].startswith("text/plain")
    families = text_string_to_metric_families(answer.content.decode())
    return {
        frozenset({sample.name, *sample.labels.values()}): sample.value
        for family in families
        for sample in family.samples
    }


def of(*words: str) -> frozenset:
    return frozenset(words)


@pytest.mark.parametrize("given", ["", "Bearer", "Bearer ", "Bearer wrong", f"Basic {TOKEN}", TOKEN])
def test_without_the_token_there_is_nothing(with_token, given):
    assert Client().get("/metrics", headers={"Authorization": given}).status_code == 404


def test_without_the_setting_nobody_reads_it():
    assert Client().get("/metrics", headers={"Authorization": "Bearer "}).status_code == 404


def test_the_exchange_is_told_of(with_token):
    now = timezone.now()
    ExchangeState.objects.create(entity="stock", checked_at=now - timedelta(minutes=7))
    ParkedRow.objects.create(entity="prices", ref=uuid4(), payload={}, reason={})
    for status in (Delivery.PARKED, Delivery.WAITING, Delivery.WAITING):
        OutboxMessage.objects.create(topic="orders", key=uuid4(), status=status, enqueued_at=now - timedelta(minutes=2))
    Breaker.objects.create(name="onec", opened_at=now)
    for _ in range(3):
        STOCK.get("a", lambda: "7.000", reader=EVERYBODY)
    told = read()
    assert told[of("kabinet_exchange_entity_age_seconds", "stock")] == pytest.approx(420, abs=60)
    assert told[of("kabinet_exchange_entity_target_seconds", "stock")] == 180
    assert of("kabinet_exchange_entity_age_seconds", "prices") not in told
    assert told[of("kabinet_exchange_entity_parked_rows", "prices")] == 1
    assert told[of("kabinet_exchange_messages", "orders", "waiting")] == 2
    assert told[of("kabinet_exchange_messages", "orders", "parked")] == 1
    assert told[of("kabinet_exchange_oldest_message_seconds", "orders")] == pytest.approx(120, abs=60)
    assert told[of("kabinet_exchange_breaker_open")] == 1
    assert told[of("kabinet_cache_reads_total", "stock_live", "hit")] == 2
    assert {told[of("kabinet_up", part)] for part in ("requests", "integration", "ordering")} == {1}


def test_requests_of_all_processes_are_added_up(with_token):
    answered = ("GET", "200", "api/v1/orders/")
    one, another = Tally(), Tally()
    one.add(answered, 0.02)
    one.add(answered, 0.3)
    another.add(answered, 20)
    one.tell()
    another.tell()
    told, name = read(), "kabinet_request_duration_seconds"
    assert told[of(f"{name}_count", *answered)] == 3
    assert told[of(f"{name}_sum", *answered)] == pytest.approx(20.32)
    assert [told[of(f"{name}_bucket", *answered, bound)] for bound in ("0.01", "0.025", "0.5", "+Inf")] == [0, 1, 2, 3]


def test_a_request_is_counted_by_its_route(with_token):
    Client().get("/healthz")
    Client().get("/api/v1/no/such/")
    told = read()
    assert told[of("kabinet_request_duration_seconds_count", "GET", "200", "healthz")] == 1
    assert told[of("kabinet_request_duration_seconds_count", "GET", "404", "^api/v1/")] == 1


def test_without_redis_the_rest_is_told_and_counts_wait(with_token, settings):
    url, settings.REDIS_URL = settings.REDIS_URL, "redis://127.0.0.1:1/0"
    Client().get("/healthz")
    told = read()
    assert (told[of("kabinet_up", "requests")], told[of("kabinet_up", "integration")]) == (0, 1)
    assert not any(word.startswith("kabinet_cache") for words in told for word in words)
    settings.REDIS_URL = url
    assert read()[of("kabinet_request_duration_seconds_count", "GET", "200", "healthz")] == 1


def test_it_asks_the_same_however_much_there_is(with_token):
    counts = []
    for _ in range(2):
        with CaptureQueriesContext(connection) as captured:
            read()
        counts.append(len(captured))
        OutboxMessage.objects.bulk_create([OutboxMessage(topic="orders", key=uuid4()) for _ in range(20)])
        ParkedRow.objects.bulk_create(
            [ParkedRow(entity="stock", ref=uuid4(), payload={}, reason={}) for _ in range(20)]
        )
    assert counts[0] == counts[1]


def test_ready_while_the_database_answers(with_token, settings):
    assert Client().get("/readyz").content == b"database: ok\nredis: ok\n"
    settings.REDIS_URL = "redis://127.0.0.1:1/0"
    answer = Client().get("/readyz")
    assert (answer.status_code, answer.content) == (200, b"database: ok\nredis: away\n")
