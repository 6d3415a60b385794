"""Counters of requests: in the shared cache, several in one round trip; each process its own while that is away."""

import pytest
from django.core.cache import cache

from cms.api import throttles
from cms.api.tally import Tally
from cms.api.throttles import count, uncount


@pytest.fixture
def in_valkey(settings, valkey):
    settings.CACHES = {"default": {"BACKEND": "django_redis.cache.RedisCache", "LOCATION": valkey, "KEY_PREFIX": "t"}}
    cache.clear()


def test_counters_go_up_one_by_one(in_valkey):
    added = [{"a": 1, "b": 2}, {"b": 1, "c": 5}, {"a": 1}]
    assert [throttles._counted(amounts, 60) for amounts in added] == [{"a": 1, "b": 2}, {"b": 3, "c": 5}, {"a": 2}]


def test_they_end_by_themselves(in_valkey):
    count("a", 60)
    assert 60 < cache.ttl(throttles._of_window("a", 60)) <= 120


def test_one_can_be_taken_back(in_valkey):
    count("a")
    count("a")
    uncount("a")
    assert count("a") == 2


def test_one_round_trip_for_all_of_them(in_valkey, monkeypatch):
    asked = []
    client = cache.client.get_client(write=True)
    monkeypatch.setattr(client, "execute_command", lambda *words, **options: asked.append(words) or [1, 1, 1])
    throttles._counted({"a": 1, "b": 1, "c": 1}, 60)
    assert len(asked) == 1


def test_each_process_counts_for_itself_while_the_cache_is_away(settings):
    settings.CACHES = {
        "default": {
            "BACKEND": "django_redis.cache.RedisCache",
            "LOCATION": "redis://127.0.0.1:1/0",  # nobody listens there
            "OPTIONS": {"IGNORE_EXCEPTIONS": True, "SOCKET_CONNECT_TIMEOUT": 0.2},
        }
    }
    throttles._own.clear()
    assert [count("a"), count("a")] == [1, 2]


def passed(limit: int, asked: int, monkeypatch) -> tuple[int, int]:
    """How many of so many requests pass, and how many round trips that takes."""
    shared, trips = {"a": 0}, []

    def counted(amounts, window):
        trips.append(amounts)
        shared["a"] += amounts["a"]
        return dict(shared)

    monkeypatch.setattr(throttles, "_tally", Tally())
    monkeypatch.setattr(throttles, "_counted", counted)
    monkeypatch.setattr(throttles, "_of_window", lambda key, window: "a")
    everybody = type("Everybody", (throttles.WindowThrottle,), {"limit": limit, "caller": lambda self, request: "x"})()
    return sum(throttles.allowed([everybody], None) for _ in range(asked)), len(trips)


@pytest.mark.parametrize("limit", [1, 2, 19, 40, 240, 1200])
def test_the_limit_is_kept_to_the_request(limit, monkeypatch):
    assert passed(limit, 2 * limit, monkeypatch)[0] == limit


def test_who_is_far_from_the_limit_is_reported_by_the_dozen(monkeypatch):
    _all, trips = passed(1200, 500, monkeypatch)
    assert trips <= 60


def test_nobody_is_kept_unreported_for_long(monkeypatch):
    tally = Tally()
    tally.told("a", 1)
    assert tally.noted({"a": 1200})
    monkeypatch.setattr("cms.api.tally.monotonic", lambda: float("inf"))
    assert not tally.noted({"a": 1200})
    assert (tally.taken("a"), tally.taken("a")) == (2, 1)
