"""Lazy: time, one loader, the supplier's failures."""

import time
from datetime import timedelta

import pytest

from integration.cache import EVERYBODY, Lazy, LoadFailed, counts_of
from integration.cache.base import Visit
from tests.integration.cache.conftest import MINUTE, together

pytestmark = pytest.mark.usefixtures("in_valkey")


@pytest.fixture
def lazy(declared):
    return declared(Lazy)


def get(cache, supplier, key="k", reader=EVERYBODY):
    return cache.get(key, supplier.load, reader=reader)


def test_held_while_fresh_and_loaded_again_after(lazy, supplier, clock):
    assert get(lazy, supplier).value == "first"
    supplier.change("second")
    clock.pass_(59.9)
    held = get(lazy, supplier)
    assert (held.value, held.stale, supplier.loads) == ("first", False, 1)
    assert held.as_of.timestamp() == pytest.approx(clock.now - 59.9)
    clock.pass_(0.2)
    held = get(lazy, supplier)
    assert (held.value, held.stale, supplier.loads) == ("second", False, 2)
    assert held.as_of.timestamp() == pytest.approx(clock.now)


def test_none_is_a_value_like_any_other(lazy, supplier):
    supplier.value = None
    assert [get(lazy, supplier).value for _ in range(3)] == [None] * 3
    assert supplier.loads == 1


def test_keys_and_readers_are_kept_apart(lazy, supplier):
    get(lazy, supplier, "a", "one reader")
    supplier.change("second")
    assert get(lazy, supplier, "a", "another reader").value == "second"
    assert get(lazy, supplier, "b", "one reader").value == "second"
    assert get(lazy, supplier, "a", "one reader").value == "first"


def test_the_reader_cannot_be_forgotten(lazy, supplier):
    with pytest.raises(TypeError, match="reader"):
        lazy.get("k", supplier.load)


def test_entries_end_one_by_one_and_never_late(declared, supplier, clock):
    cache = declared(Lazy, jitter=0.5)
    ends = {cache.fresh_until(clock.now) - clock.now for _ in range(200)}
    assert all(30 <= end <= 60 for end in ends)
    assert max(ends) - min(ends) > 15


def test_100_callers_one_load(lazy, supplier):
    def slow():
        time.sleep(0.3)
        return supplier.load()

    answers = together(100, lambda: lazy.get("k", slow, reader=EVERYBODY))
    assert supplier.loads == 1
    assert {held.value for held in answers} == {"first"}
    assert not any(held.stale for held in answers)
    assert counts_of(lazy).reads == 100


def test_while_one_loads_the_others_take_the_stale_value(lazy, supplier, clock):
    get(lazy, supplier)
    clock.pass_(61)
    supplier.change("second")

    def slow():
        time.sleep(0.5)
        return supplier.load()

    begun = time.monotonic()
    answers = together(20, lambda: (lazy.get("k", slow, reader=EVERYBODY), time.monotonic() - begun))
    assert supplier.loads == 2
    assert sorted((held.value, held.stale) for held, _ in answers) == [("first", True)] * 19 + [("second", False)]
    assert all(seconds < 0.4 for held, seconds in answers if held.stale)


def test_a_stale_value_beyond_the_bound_is_waited_over(lazy, supplier, clock):
    get(lazy, supplier)
    clock.pass_(3600 + 61)
    supplier.change("second")

    def slow():
        time.sleep(0.2)
        return supplier.load()

    answers = together(10, lambda: lazy.get("k", slow, reader=EVERYBODY))
    assert {held.value for held in answers} == {"second"}
    assert supplier.loads == 2


def test_supplier_away_the_stale_value_says_its_age(lazy, supplier, clock):
    at = clock.now
    get(lazy, supplier)
    supplier.away = True
    clock.pass_(600)
    held = get(lazy, supplier)
    assert (held.value, held.stale, held.as_of.timestamp()) == ("first", True, pytest.approx(at))


def test_beyond_the_bound_there_is_no_answer(lazy, supplier, clock):
    get(lazy, supplier)
    supplier.away = True
    clock.pass_(3600 + 60.1)
    with pytest.raises(LoadFailed):
        get(lazy, supplier)


def test_a_supplier_that_failed_is_left_alone_for_a_moment(lazy, supplier, clock):
    supplier.away = True
    for _ in range(5):
        with pytest.raises(LoadFailed):
            get(lazy, supplier)
    assert supplier.loads == 1
    supplier.away = False
    clock.pass_(5.1)
    assert get(lazy, supplier).value == "first"


def test_when_it_is_back_the_value_is_fresh_again(lazy, supplier, clock):
    get(lazy, supplier)
    supplier.away = True
    clock.pass_(61)
    assert get(lazy, supplier).stale
    supplier.away = False
    supplier.change("second")
    clock.pass_(6)
    held = get(lazy, supplier)
    assert (held.value, held.stale) == ("second", False)


def test_a_mistake_of_the_caller_is_no_fault_of_the_supplier(lazy, supplier):
    def wrong():
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        lazy.get("k", wrong, reader=EVERYBODY)
    assert get(lazy, supplier).value == "first"  # at once: neither a lock nor a pause is left


def test_a_loader_that_died_is_replaced(declared, supplier):
    cache = declared(Lazy, lease=timedelta(milliseconds=300))
    dead = Visit(cache)
    assert dead.look([cache.entry("k", EVERYBODY)]).popitem()[1].state == "miss"  # has the lock and goes no further
    begun = time.monotonic()
    assert get(cache, supplier).value == "first"
    assert 0.2 < time.monotonic() - begun < 2


def test_who_has_waited_long_enough_loads_alone(declared, supplier):
    cache = declared(Lazy, patience=timedelta(milliseconds=100))
    Visit(cache).look([cache.entry("k", EVERYBODY)])
    assert get(cache, supplier).value == "first"
    assert supplier.loads == 1


def test_many_keys_are_one_load_of_what_is_missing(lazy):
    asked = []

    def load(keys):
        asked.append(sorted(keys))
        return {key: key * 10 for key in keys if key != 4}

    lazy.get_many([1, 2], load, reader=EVERYBODY)
    found = lazy.get_many([1, 2, 3, 4], load, reader=EVERYBODY)
    assert {key: held.value for key, held in found.items()} == {1: 10, 2: 20, 3: 30, 4: None}
    assert asked == [[1, 2], [3, 4]]


def test_of_many_keys_those_that_are_held_are_answered_while_the_supplier_is_away(lazy, supplier):
    lazy.get_many([1], lambda keys: dict.fromkeys(keys, "held"), reader=EVERYBODY)
    errors = []
    found = lazy.get_many([1, 2], lambda keys: supplier._here() or {}, reader=EVERYBODY, errors=errors)
    assert found.keys() == {1, 2} and not errors
    supplier.away = True
    found = lazy.get_many([1, 3], lambda keys: supplier._here() or {}, reader=EVERYBODY, errors=errors)
    assert found.keys() == {1}
    assert len(errors) == 1


def test_peeking_asks_nobody(lazy, supplier, clock):
    assert lazy.peek_many(["k"], reader=EVERYBODY) == {}
    get(lazy, supplier)
    assert lazy.peek_many(["k", "other"], reader=EVERYBODY)["k"].value == "first"
    assert lazy.peek_many(["k"], reader="somebody") == {}
    clock.pass_(61)
    assert lazy.peek_many(["k"], reader=EVERYBODY) == {}
    assert supplier.loads == 1


def test_forgotten_is_loaded_anew_and_a_load_under_way_keeps_nothing(lazy, supplier):
    def forgotten_meanwhile():
        lazy.store.forget(lazy.name)
        return "old"

    assert lazy.get("k", forgotten_meanwhile, reader=EVERYBODY).value == "old"
    assert get(lazy, supplier).value == "first"
    assert lazy.store.forget(lazy.name) == 1
    get(lazy, supplier)
    assert supplier.loads == 2


def test_what_was_read_is_counted(lazy, supplier, clock):
    get(lazy, supplier)
    clock.pass_(30)
    get(lazy, supplier)
    clock.pass_(31)
    supplier.away = True
    get(lazy, supplier)
    get(lazy, supplier)
    counts = counts_of(lazy)
    assert (counts.misses, counts.hits, counts.stale, counts.errors, counts.loads) == (2, 1, 1, 1, 1)
    assert (counts.reads, counts.ratio, counts.entries) == (4, 0.5, 1)
    assert counts.age == pytest.approx((30 + 61) / 2)
    assert counts.loaded_at.timestamp() == pytest.approx(clock.now - 61)


def test_an_entry_leaves_redis_by_itself(declared, supplier):
    cache = declared(Lazy, fresh=MINUTE, stale=MINUTE)
    get(cache, supplier)
    (entry,) = cache.store._entries(cache.name)
    assert 100 < cache.store._redis.ttl(entry) <= 120
