"""Pushes that are applied after their request was answered: 202, a job to ask about, the same results in the end."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from integration import tasks
from integration.models import ExchangeJob, InboxItem
from modules.partners.models import Region
from tests.integration.api.conftest import ROOT, Caller, region


def asked(caller, answer) -> dict:
    """What the job at the answer's address says now."""
    path = answer.headers["Location"].partition(ROOT)[2]
    return caller.get(path).json()


def push_async(caller, *items: dict):
    return caller.post("regions", {"items": list(items)}, headers={"prefer": "respond-async"})


def test_who_prefers_not_to_wait_gets_a_job(caller):
    good, bad, malformed = region(), region(name="x" * 5000), region(ref="no uuid")
    answer = push_async(caller, good, bad, malformed)

    assert answer.status_code == 202
    job = answer.json()
    assert (job["status"], job["total"], job["done"]) == ("running", 3, 1)
    assert not Region.objects.exists() and InboxItem.objects.count() == 2

    assert tasks.sweep_inbox() == ["regions"]

    job = asked(caller, answer)
    assert (job["status"], job["done"]) == ("done", 3)
    assert [result["status"] for result in job["results"]] == ["accepted", "rejected", "rejected"]
    assert [result["error"] and result["error"]["code"] for result in job["results"]] == [None, "long", "format"]
    assert Region.objects.count() == 1


def test_many_objects_make_a_job_by_themselves(caller, settings):
    settings.EXCHANGE_SYNC_ITEMS = 2
    answer = caller.post("regions", {"items": [region() for _ in range(3)]})
    assert answer.status_code == 202
    tasks.apply_pushed("regions")
    assert asked(caller, answer)["status"] == "done" and Region.objects.count() == 3


def test_a_newer_push_before_the_job_is_done_is_what_is_kept(caller):
    ref = str(uuid4())
    answer = push_async(caller, region(ref, 1, "One"))
    caller.push("regions", region(ref, 2, "Two"))
    [result] = asked(caller, answer)["results"]
    assert (result["status"], result["version"], result["note"]["code"]) == ("accepted", 2, "superseded")
    assert Region.objects.get().name == "Two"


def test_a_job_is_its_callers_alone(caller, token_for):
    answer = push_async(caller, region())
    path = answer.headers["Location"].partition(ROOT)[2]
    assert Caller(token_for()).get(path).status_code == 404
    assert caller.get(f"jobs/{uuid4()}").status_code == 404


@pytest.mark.parametrize("items", [[region() for _ in range(3)] * 20_000, {"not": "a list"}])
def test_more_than_the_most_is_refused_whole(caller, items):
    answer = caller.post("regions", {"items": items})
    assert (answer.status_code, answer.json()["error"]["code"]) == (400, "parameter")
    assert not InboxItem.objects.exists() and not ExchangeJob.objects.exists()


def test_what_waits_is_never_forgotten_what_is_done_is_after_a_month(caller):
    caller.push("regions", region(name="Done"))
    push_async(caller, region(name="Waits"))
    long_ago = timezone.now() - timedelta(days=31)
    InboxItem.objects.update(received_at=long_ago)
    InboxItem.objects.exclude(settled_at=None).update(settled_at=long_ago)
    ExchangeJob.objects.update(created_at=long_ago)
    assert tasks.forget_old_pushes() == 2
    assert InboxItem.objects.get().data == {"Description": "Waits"}
