"""Loads by hand: asked for, followed, cancelled; by those who may."""

from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone

from cms import broker
from cms.audit.models import Entry
from integration.models import LoadKind, LoadRun, LoadStatus


@pytest.fixture(autouse=True)
def called(monkeypatch) -> list[tuple]:
    """(task, arguments) of every task that a worker was called for."""
    calls = []
    monkeypatch.setattr(broker, "call", lambda task, *args, **_: calls.append((task.name, args)) or True)
    return calls


@pytest.fixture
def running(db) -> LoadRun:
    return LoadRun.objects.create(
        entity="prices", kind=LoadKind.FULL, status=LoadStatus.RUNNING, started=timezone.now(), read=250, expected=1000
    )


def progress(client) -> dict | None:
    return client.get(reverse("exchange_progress", args=["prices"])).json()["load"]


@pytest.mark.parametrize("kind", ["full", "changes"])
def test_a_load_is_asked_for_and_waits_for_a_worker(world, admin_of, kind):
    client = admin_of(world.admin)
    answer = client.post(reverse("exchange_load", args=["prices"]), {"kind": kind})
    run = LoadRun.objects.get()
    assert answer.url == reverse("exchange_entity", args=["prices"])
    assert (run.entity, run.kind, run.status, run.asked_by) == ("prices", kind, LoadStatus.QUEUED, world.admin)
    assert Entry.objects.filter(action="integration.load_asked").count() == 1
    assert "waits for a worker" in progress(client)["text"]


def test_a_running_load_is_followed_until_it_is_over(world, admin_of, running):
    client = admin_of(world.service_full)
    page = client.get(reverse("exchange_entity", args=["prices"])).content.decode()
    assert "250 of 1,000 rows read" in page and "integration/progress.js" in page and "<script>" not in page
    assert (progress(client)["percent"], progress(client)["run"]) == (25, running.pk)
    LoadRun.objects.update(status=LoadStatus.DONE)
    assert progress(client) is None
    page = client.get(reverse("exchange_entity", args=["prices"])).content.decode()
    assert "integration/progress.js" not in page


def test_a_load_of_unknown_length_tells_what_it_has_read(world, admin_of, running):
    LoadRun.objects.update(expected=None)
    told = progress(admin_of(world.admin))
    assert told["percent"] is None and told["text"].startswith("250 rows read")


def test_the_load_that_runs_comes_before_the_one_that_waits(world, admin_of, running):
    LoadRun.objects.create(entity="prices", kind=LoadKind.FULL, status=LoadStatus.QUEUED, started=timezone.now())
    assert progress(admin_of(world.admin))["run"] == running.pk


def test_a_load_is_cancelled_and_that_is_on_record(world, admin_of, running):
    client, address = admin_of(world.admin), reverse("exchange_load_cancel", args=[running.pk])
    assert "being cancelled" in client.post(address, follow=True).content.decode()
    running.refresh_from_db()
    assert running.cancel_asked
    assert "ends at its next page" in progress(client)["text"]
    assert Entry.objects.filter(action="integration.load_cancelled").count() == 1
    LoadRun.objects.update(status=LoadStatus.CANCELLED)
    assert "over already" in client.post(address, follow=True).content.decode()


@pytest.mark.parametrize("person", ["service_full", "service_limited", "owner", "stranger"])
def test_nobody_else_loads_or_cancels(world, admin_of, running, called, person):
    client = admin_of(getattr(world, person))
    for address in (
        reverse("exchange_load", args=["prices"]), reverse("exchange_load_cancel", args=[running.pk]),
    ):  # fmt: skip
        assert client.post(address).status_code in (302, 403)
    running.refresh_from_db()
    assert not running.cancel_asked and LoadRun.objects.count() == 1 and called == []


@pytest.mark.parametrize("person", ["service_limited", "owner", "stranger"])
def test_progress_is_not_for_everybody(world, admin_of, running, person):
    answer = admin_of(getattr(world, person)).get(reverse("exchange_progress", args=["prices"]))
    assert answer.status_code in (302, 403) and b"250" not in answer.content


def test_the_log_of_loads_is_searched_and_narrowed(world, admin_of, running):
    failed = LoadRun.objects.create(
        entity="stock", kind=LoadKind.CHANGES, status=LoadStatus.FAILED, started=timezone.now(), error=f"boom {uuid4()}"
    )
    client, address = admin_of(world.service_full), reverse("exchange_loads_results")
    for query in ({"q": "boom"}, {"status": "failed"}, {"entity": "stock"}, {"kind": "changes"}):
        text = client.get(address, query).content.decode()
        assert failed.error in text and ">250<" not in text, query
    assert ">250<" in client.get(address).content.decode()
