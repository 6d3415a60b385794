"""Without Redis every cache works: it loads, and nobody sees an error."""

import time
from datetime import timedelta

import pytest
import redis

from integration.cache import EVERYBODY, Lazy, LoadFailed, Synchronized, WriteThrough, counts_of, store


@pytest.fixture
def lazy(declared, without_redis):
    return declared(Lazy)


def test_lazy_loads_each_time(lazy, supplier):
    held = [lazy.get("k", supplier.load, reader=EVERYBODY) for _ in range(3)]
    assert [(one.value, one.stale) for one in held] == [("first", False)] * 3
    assert supplier.loads == 3
    assert lazy.get_many([1, 2], lambda keys: {key: key for key in keys}, reader=EVERYBODY)[2].value == 2
    assert lazy.peek_many([1], reader=EVERYBODY) == {}


def test_synchronized_loads_each_time(declared, without_redis, supplier):
    cache = declared(Synchronized)
    assert cache.get("k", supplier.changed_since, supplier.load_marked, reader=EVERYBODY).value == "first"
    assert cache.at("7", "k", supplier.load, reader=EVERYBODY).value == "first"
    assert (supplier.loads, supplier.questions) == (2, 0)


@pytest.mark.django_db
def test_write_through_saves_and_loads(declared, without_redis, supplier, transactional_db):
    cache = declared(WriteThrough)
    assert cache.write("k", lambda: ("saved", 2), reader=EVERYBODY) == "saved"
    assert cache.get("k", supplier.load_versioned, reader=EVERYBODY).value == "first"


def test_both_away_is_said(lazy, declared, supplier):
    supplier.away = True
    with pytest.raises(LoadFailed):
        lazy.get("k", supplier.load, reader=EVERYBODY)
    with pytest.raises(LoadFailed):
        declared(Synchronized).get("k", supplier.changed_since, supplier.load_marked, reader=EVERYBODY)
    with pytest.raises(LoadFailed):
        declared(WriteThrough).get("k", supplier.load_versioned, reader=EVERYBODY)


def test_a_callers_mistake_is_itself(lazy):
    with pytest.raises(ZeroDivisionError):
        lazy.get("k", lambda: 1 / 0, reader=EVERYBODY)


def test_there_are_no_counts(lazy):
    assert counts_of(lazy) is None


def test_redis_that_was_away_is_not_tried_again_for_a_moment(lazy, supplier, monkeypatch):
    tried = []

    def refuse(*words, **options):
        tried.append(words)
        raise redis.ConnectionError

    monkeypatch.setattr(lazy.store, "_off_until", 0.0)
    monkeypatch.setattr(lazy.store._redis, "execute_command", refuse)
    for _ in range(5):
        lazy.get("k", supplier.load, reader=EVERYBODY)
    assert len(tried) == 1


def test_redis_that_is_back_is_used_again(declared, supplier, in_valkey, monkeypatch):
    cache = declared(Lazy)
    monkeypatch.setattr(store, "SECONDS_OFF", 0.2)
    cache.store._off_until = time.monotonic() + 0.2
    for _ in range(2):
        cache.get("k", supplier.load, reader=EVERYBODY)
    assert supplier.loads == 2
    time.sleep(0.25)
    for _ in range(3):
        cache.get("k", supplier.load, reader=EVERYBODY)
    assert supplier.loads == 3


def test_redis_that_dies_during_a_load_costs_nothing_but_the_keeping(declared, supplier, in_valkey):
    cache = declared(Lazy, lease=timedelta(milliseconds=200))

    def load():
        cache.store._off_until = time.monotonic() + 0.1
        return supplier.load()

    assert cache.get("k", load, reader=EVERYBODY).value == "first"
    time.sleep(0.3)  # Redis is back, and the lock that was left has ended
    for _ in range(2):
        assert cache.get("k", supplier.load, reader=EVERYBODY).value == "first"
    assert supplier.loads == 2
