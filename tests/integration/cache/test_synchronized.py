"""Synchronized: the mark, one question, the supplier's failures; and the mark that the caller knows already."""

import time

import pytest

from integration.cache import EVERYBODY, RAW, LoadFailed, Synchronized, counts_of
from integration.cache.tally import MOST
from tests.integration.cache.conftest import together

pytestmark = pytest.mark.usefixtures("in_valkey")


@pytest.fixture
def cache(declared):
    return declared(Synchronized)


def get(cache, supplier):
    return cache.get("k", supplier.changed_since, supplier.load_marked, reader=EVERYBODY)


def test_fresh_asks_nothing(cache, supplier, clock):
    get(cache, supplier)
    clock.pass_(59)
    get(cache, supplier)
    assert (supplier.loads, supplier.questions) == (1, 0)


def test_unchanged_is_renewed_without_a_load(cache, supplier, clock):
    get(cache, supplier)
    for _ in range(3):
        clock.pass_(61)
        held = get(cache, supplier)
        assert (held.value, held.stale, held.as_of.timestamp()) == ("first", False, pytest.approx(clock.now))
        assert get(cache, supplier).as_of == held.as_of
    assert (supplier.loads, supplier.questions) == (1, 3)
    assert counts_of(cache).renewed == 3


def test_changed_is_loaded_with_its_new_mark(cache, supplier, clock):
    get(cache, supplier)
    supplier.change("second")
    clock.pass_(61)
    assert get(cache, supplier).value == "second"
    clock.pass_(61)
    assert get(cache, supplier).value == "second"
    assert (supplier.loads, supplier.questions) == (2, 2)


@pytest.mark.parametrize("changed", [False, True])
def test_100_askers_one_question(cache, supplier, clock, changed):
    get(cache, supplier)
    clock.pass_(61)
    if changed:
        supplier.change("second")

    def slowly(mark):
        time.sleep(0.4)
        return supplier.changed_since(mark)

    answers = together(100, lambda: cache.get("k", slowly, supplier.load_marked, reader=EVERYBODY))
    assert (supplier.questions, supplier.loads) == (1, 1 + changed)
    assert sum(not held.stale for held in answers) >= 1
    assert all(held.value == "first" for held in answers if held.stale)


def test_supplier_away_is_stale_with_its_age_and_then_renewed(cache, supplier, clock):
    at = clock.now
    get(cache, supplier)
    supplier.away = True
    clock.pass_(600)
    held = get(cache, supplier)
    assert (held.value, held.stale, held.as_of.timestamp()) == ("first", True, pytest.approx(at))
    get(cache, supplier)
    assert supplier.questions == 1  # it is left alone for a moment
    supplier.away = False
    clock.pass_(6)
    assert not get(cache, supplier).stale
    assert supplier.loads == 1


def test_supplier_away_in_the_middle_of_the_load(cache, supplier, clock):
    get(cache, supplier)
    clock.pass_(61)

    def fails():
        supplier.away = True
        return supplier.load_marked()

    held = cache.get("k", lambda mark: True, fails, reader=EVERYBODY)
    assert (held.value, held.stale) == ("first", True)


def test_beyond_the_bound_there_is_no_answer_but_still_something_to_renew(cache, supplier, clock):
    get(cache, supplier)
    supplier.away = True
    clock.pass_(3700)
    with pytest.raises(LoadFailed):
        get(cache, supplier)
    supplier.away = False
    clock.pass_(6)
    assert get(cache, supplier).value == "first"
    assert supplier.loads == 1


def test_a_known_mark_is_one_round_trip(declared, supplier, monkeypatch):
    cache = declared(Synchronized, codec=RAW)
    supplier.value = b"bytes"
    assert cache.at("7", "k", supplier.load, reader=EVERYBODY).value == b"bytes"
    trips, client = [], cache.store._redis
    execute = client.execute_command
    monkeypatch.setattr(
        client, "execute_command", lambda *words, **options: trips.append(words) or execute(*words, **options)
    )
    assert cache.at("7", "k", supplier.load, reader=EVERYBODY).value == b"bytes"
    assert (len(trips), supplier.loads) == (1, 1)


def test_another_mark_is_never_answered_with_what_was_before(cache, supplier):
    assert cache.at("7", "k", supplier.load, reader=EVERYBODY).value == "first"
    supplier.change("second")
    held = cache.at("8", "k", supplier.load, reader=EVERYBODY)
    assert (held.value, held.stale) == ("second", False)
    assert cache.at("8", "k", supplier.load, reader="somebody else").value == "second"
    assert supplier.loads == 3


def test_hits_of_a_known_mark_are_counted_before_long(cache, supplier):
    for _ in range(1 + MOST):
        cache.at("7", "k", supplier.load, reader=EVERYBODY)
    counts = counts_of(cache)
    assert (counts.misses, counts.hits) == (1, MOST)


def test_at_a_known_mark_100_callers_one_load(cache, supplier):
    def slow():
        time.sleep(0.3)
        return supplier.load()

    answers = together(100, lambda: cache.at("7", "k", slow, reader=EVERYBODY))
    assert supplier.loads == 1
    assert {held.value for held in answers} == {"first"}


def test_a_refusal_of_the_loader_reaches_its_caller(cache, supplier):
    class Refused(Exception):
        pass

    def refuse():
        raise Refused

    for _ in range(2):
        with pytest.raises(Refused):
            cache.at("7", "k", refuse, reader=EVERYBODY)
    assert cache.at("7", "k", supplier.load, reader=EVERYBODY).value == "first"
