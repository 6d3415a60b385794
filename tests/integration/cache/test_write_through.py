"""Write-through: saved first, kept at once, and never put back by whoever comes late."""

from datetime import timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from integration.cache import EVERYBODY, WriteThrough, counts_of
from integration.client import Unavailable

pytestmark = pytest.mark.usefixtures("in_valkey")


@pytest.fixture
def cache(declared):
    return declared(WriteThrough)


class Row:
    """A row of a database: a value whose version grows by one with each save."""

    def __init__(self) -> None:
        self.version, self.reads = 1, 0

    def save(self) -> tuple[str, int]:
        self.version += 1
        return self.saved()

    def saved(self) -> tuple[str, int]:
        return f"version {self.version}", self.version

    def load(self) -> tuple[str, int]:
        self.reads += 1
        return self.saved()


def read(cache, row):
    return cache.get("k", row.load, reader=EVERYBODY)


def write(cache, row):
    return cache.write("k", row.save, reader=EVERYBODY)


@pytest.mark.django_db
def test_what_was_written_is_read_at_once_and_without_the_database(cache, transactional_db):
    row = Row()
    assert read(cache, row).value == "version 1"
    assert write(cache, row) == "version 2"
    assert (read(cache, row).value, row.reads) == ("version 2", 1)


@pytest.mark.django_db
def test_a_save_that_fails_leaves_nothing_but_the_truth(cache, transactional_db, clock):
    row = Row()
    read(cache, row)

    def refuse():
        raise Unavailable("1C is away")

    with pytest.raises(Unavailable):
        cache.write("k", refuse, reader=EVERYBODY)
    assert read(cache, row).value == "version 1"
    clock.pass_(31)
    assert read(cache, row).value == read(cache, row).value == "version 1"
    assert row.reads == 3  # once for what was taken away, once to keep it again


@pytest.mark.django_db
def test_a_reader_between_save_and_commit_keeps_nothing_old(cache, transactional_db):
    row, committed = Row(), Row()
    with transaction.atomic():
        write(cache, row)
        assert read(cache, committed).value == "version 1"  # it is not committed yet
    assert read(cache, committed).value == "version 2"


@pytest.mark.django_db
def test_a_write_that_is_rolled_back_was_never_there(cache, transactional_db, clock):
    row, committed = Row(), Row()
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        write(cache, row)
        raise ZeroDivisionError
    assert read(cache, committed).value == "version 1"
    clock.pass_(31)
    assert {read(cache, committed).value for _ in range(3)} == {"version 1"}


def test_a_writer_that_died_is_waited_for_no_longer_than_its_lease(cache, clock):
    row = Row()
    entry = cache.entry("k", EVERYBODY)
    cache.store.begin(cache.name, entry, writer="dead", until=clock.now + 30, seconds=3600)
    row.save()
    assert read(cache, row).value == "version 2"
    clock.pass_(31)
    read(cache, row)
    reads = row.reads
    assert (read(cache, row).value, row.reads) == ("version 2", reads)


def test_past_its_freshness_it_is_read_again_and_stale_when_it_cannot_be(cache, clock):
    row = Row()
    read(cache, row)
    row.save()
    clock.pass_(61)
    assert read(cache, row).value == "version 2"
    clock.pass_(61)

    def away():
        raise Unavailable("away")

    held = cache.get("k", away, reader=EVERYBODY)
    assert (held.value, held.stale) == ("version 2", True)


def test_forgetting_keeps_the_version_for_late_writers(cache):
    row = Row()
    row.save()
    read(cache, row)
    cache.store.forget(cache.name)
    cache._put(cache.entry("k", EVERYBODY), b'"late"', 1, cache.clock(), writer="late")
    assert read(cache, row).value == "version 2"
    assert counts_of(cache).late == 1


STEPS = st.lists(st.tuples(st.sampled_from(["begin", "save", "put", "read", "keep", "die"]), st.integers(0, 3)))


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_any_interleaving_of_writers_and_readers_only_goes_forward(cache, steps):
    """Four writers and four readers, each step on its own: whatever is answered as held is never older than what was
    answered before, nor than what a writer had put before.
    """
    cache.store._redis.flushdb()
    entry, row, newest, at = cache.entry("k", EVERYBODY), Row(), 0, cache.clock()
    saved, loaded = {}, {}
    for step, who in steps:
        if step == "begin":
            cache.store.begin(cache.name, entry, writer=f"w{who}", until=at + 30, seconds=3600)
        elif step == "save":
            saved[who] = row.save()
        elif step == "put" and who in saved:
            value, version = saved.pop(who)
            cache._put(entry, cache.codec.dumps(value), version, at, writer=f"w{who}")
            newest = max(newest, version)
        elif step == "die":
            saved.pop(who, None)
        elif step == "read":
            loaded[who] = row.load()
        elif step == "keep" and who in loaded:
            value, version = loaded.pop(who)
            cache._put(entry, cache.codec.dumps(value), version, at)
        held = cache.store.peek(cache.name, [entry], now=at).get(entry)
        if held is not None:
            version = int(cache.codec.loads(held.value).split()[1])
            assert version >= newest
            newest = version


def test_versions_are_compared_as_numbers(cache):
    entry = cache.entry("k", EVERYBODY)
    for version in (9, 10, 2**53 - 2, 2**53 - 1):
        cache._put(entry, cache.codec.dumps(version), version, cache.clock())
        assert cache.get("k", lambda: pytest.fail("it is held"), reader=EVERYBODY).value == version


def test_the_value_ends_before_the_version_is_forgotten(declared):
    cache = declared(WriteThrough, fresh=timedelta(seconds=30), stale=timedelta(0))
    read(cache, Row())
    (entry,) = cache.store._entries(cache.name)
    assert cache.store._redis.ttl(entry) > 3500
