"""Loads that people ask for: queued, followed while they run, cancelled, and done anew when their process ends."""

import threading
import time
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from cms import broker, stopping
from cms.audit.models import Entry
from integration import loading, regulation, tasks
from integration.loading import asked, following
from integration.models import ExchangeState, LoadKind, LoadRun, LoadStatus
from modules.catalog.models import Price
from modules.partners.models import Partner
from tests.factories import accounts
from tests.integration.loading.test_full import small_pages

PRICED = ("units", "product_lines", "product_groups", "products", "packagings", "currencies", "price_kinds", "prices")


@pytest.fixture
def called(monkeypatch) -> list[tuple]:
    """(task, arguments) of every task that a worker was called for."""
    calls = []
    monkeypatch.setattr(broker, "call", lambda task, *args, **_: calls.append((task.name, args)) or True)
    return calls


def test_what_is_asked_for_waits_for_a_worker_and_is_done(onec, db, called, django_capture_on_commit_callbacks):
    user = accounts.user()
    with django_capture_on_commit_callbacks(execute=True):
        run = loading.load_start("regions", LoadKind.FULL, user)
        again = loading.load_start("regions", LoadKind.FULL, accounts.user())
    assert (run.status, again.pk, run.asked_by) == (LoadStatus.QUEUED, run.pk, user)
    assert set(called) == {("integration.tasks.load_asked", (run.pk,))}

    assert tasks.load_asked(run.pk) == "loaded"

    run.refresh_from_db()
    regions = len(onec.rows("Catalog_БизнесРегионы"))
    assert (run.status, run.read, run.expected, run.share) == (LoadStatus.DONE, regions, regions, 1.0)
    assert run.rate > 0 and run.finished
    assert Entry.objects.filter(action="integration.load_asked", actor_id=user.pk).count() == 1
    assert tasks.load_asked(run.pk) == "not now"


def test_it_brings_what_the_entity_needs_and_never_had(onec, db):
    run = loading.load_start("clients", LoadKind.FULL)
    assert tasks.load_asked(run.pk) == "loaded"
    assert Partner.objects.exclude(region=None).exists()


def test_while_the_entity_is_being_read_it_goes_on_waiting(onec, db, called):
    run = loading.load_start("regions")
    with loading.lease.Lease("regions"):
        assert tasks.load_asked(run.pk) == "busy"
    run.refresh_from_db()
    assert run.status == LoadStatus.QUEUED
    assert tasks.look_at_loads() == 1 and called[-1] == ("integration.tasks.load_asked", (run.pk,))


def test_an_unknown_entity_is_refused(db):
    with pytest.raises(regulation.UnknownEntity):
        loading.load_start("regiones")
    assert not LoadRun.objects.exists()


def test_cancelled_before_it_began(onec, db, called):
    run = loading.load_start("regions")
    assert loading.load_cancel(run, accounts.user()) and run.status == LoadStatus.CANCELLED
    assert tasks.load_asked(run.pk) == "not now"
    assert not loading.load_cancel(run)
    assert not Partner.objects.exists() and Entry.objects.filter(action="integration.load_cancelled").count() == 1


@pytest.mark.django_db(transaction=True)
def test_cancelled_at_its_next_page_it_keeps_what_it_has_and_lets_nothing_go(onec, pull, monkeypatch):
    """Watched from outside, as the console does: progress is there to be read while the load runs."""
    pull(*PRICED)
    Price.objects.filter(pk=Price.objects.first().pk).update(ref="12121212-0000-4000-8000-000000000001")
    mark = ExchangeState.objects.get(entity="prices").mark
    onec.edit("prices", {"price": "77.0000"}, match={"product": onec.rows("prices")[0]["product"]})
    small_pages(monkeypatch, "prices", 200)
    monkeypatch.setattr(following, "EVERY", 0.0)
    onec.fault({"channel": "B", "path": "/prices"}, {"delay": 0.4})
    run = loading.load_start("prices", LoadKind.FULL)
    results = []
    worker = threading.Thread(target=lambda: (results.append(tasks.load_asked(run.pk)), connection.close()))
    worker.start()

    seen = _until(lambda: LoadRun.objects.filter(pk=run.pk, read__gt=0).first())
    assert seen.status == LoadStatus.RUNNING and seen.expected == len(onec.rows("prices")) and 0 < seen.share < 1
    assert loading.load_cancel(seen)
    worker.join(30)

    run.refresh_from_db()
    state = ExchangeState.objects.get(entity="prices")
    assert results == ["cancelled"] and run.status == LoadStatus.CANCELLED and run.finished
    assert 0 < run.read < run.expected and run.removed == 0
    assert Price.objects.filter(ref="12121212-0000-4000-8000-000000000001").exists()
    assert (state.mark, state.reader, state.error) == (mark, None, "")


def _until(ask, seconds: float = 20):
    ends = time.monotonic() + seconds
    while not (answer := ask()):
        assert time.monotonic() < ends
        time.sleep(0.05)
    return answer


def test_a_process_that_has_to_end_hands_the_load_back(onec, db, called, monkeypatch):
    run = loading.load_start("regions", LoadKind.FULL, accounts.user())
    with monkeypatch.context() as ending:
        ending.setattr(stopping, "asked", lambda: True)
        assert tasks.load_asked(run.pk) == tasks.load_full("regions") == "stopped"
    run.refresh_from_db()
    assert run.status == LoadStatus.STOPPED
    assert ExchangeState.objects.get(entity="regions").reader is None
    again = LoadRun.objects.get(status=LoadStatus.QUEUED)
    assert again.asked_by == run.asked_by
    assert called == [
        ("integration.tasks.load_asked", (again.pk,)),
        ("integration.tasks.load_full", ("regions",)),
    ]
    assert tasks.load_asked(again.pk) == "loaded"


def test_a_load_whose_process_died_is_written_off_and_done_anew_if_a_person_asked(onec, db, called):
    long_ago = timezone.now() - timedelta(minutes=5)
    of_a_person = LoadRun.objects.create(
        entity="regions", kind=LoadKind.FULL, status=LoadStatus.RUNNING, asked_by=accounts.user(), started=long_ago
    )
    of_the_schedule = LoadRun.objects.create(entity="clients", kind=LoadKind.CHANGES, started=long_ago)
    alive = LoadRun.objects.create(entity="segments", kind=LoadKind.CHANGES, started=long_ago)
    ExchangeState.objects.create(entity="segments", lease_until=timezone.now() + timedelta(seconds=9))

    assert tasks.look_at_loads() == 1

    statuses = dict(LoadRun.objects.values_list("pk", "status"))
    assert statuses[of_a_person.pk] == statuses[of_the_schedule.pk] == LoadStatus.FAILED
    assert statuses[alive.pk] == LoadStatus.RUNNING
    again = LoadRun.objects.get(status=LoadStatus.QUEUED)
    assert (again.entity, again.kind) == ("regions", LoadKind.FULL)
    assert called[-1] == ("integration.tasks.load_asked", (again.pk,))


def test_1c_that_does_not_count_is_loaded_all_the_same(onec, pull):
    onec.fault({"channel": "A", "path": r"\$count"}, {"status": 400})
    run = pull("regions", kind="full")["regions"]
    assert run.expected is None and run.share is None and run.status == LoadStatus.DONE
    assert asked.look() == 0
