"""Counters of requests: in the shared cache, several in one round trip; each process its own while that is away."""

import pytest
from django.core.cache import cache

from cms.api import throttles
from cms.api.throttles import count, count_each, uncount


@pytest.fixture
def in_valkey(settings, valkey):
    settings.CACHES = {"default": {"BACKEND": "django_redis.cache.RedisCache", "LOCATION": valkey, "KEY_PREFIX": "t"}}
    cache.clear()


def test_counters_go_up_one_by_one(in_valkey):
    assert [count_each(["a", "b"]), count_each(["b", "c"]), [count("a")]] == [[1, 1], [2, 1], [2]]


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
    count_each(["a", "b", "c"])
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
