"""Facts reach their subscribers after commit, and only then; a subscriber that fails hurts nobody."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from django.db import transaction

from cms import events


@dataclass(frozen=True)
class Rang:
    times: int


@pytest.fixture
def heard() -> Iterator[list]:
    facts: list[Rang] = []
    yield facts
    events._subscribers.pop(Rang, None)


def test_told_after_commit(db, django_capture_on_commit_callbacks, heard):
    events.on(Rang)(heard.append)
    with django_capture_on_commit_callbacks(execute=True):
        events.publish(Rang(1))
        assert heard == []
    assert heard == [Rang(1)]


def test_not_told_after_a_rollback(db, django_capture_on_commit_callbacks, heard):
    events.on(Rang)(heard.append)
    with django_capture_on_commit_callbacks(execute=True), pytest.raises(RuntimeError), transaction.atomic():
        events.publish(Rang(1))
        raise RuntimeError
    assert heard == []


def test_one_failing_subscriber_does_not_keep_it_from_the_next(db, django_capture_on_commit_callbacks, heard, caplog):
    @events.on(Rang)
    def broken(fact):
        raise ValueError("out of order")

    events.on(Rang)(heard.append)
    with django_capture_on_commit_callbacks(execute=True):
        events.publish(Rang(2))
    assert heard == [Rang(2)]
    assert "broken failed on Rang" in caplog.text
    assert "out of order" in caplog.text


def test_a_subscriber_is_taken_once(heard):
    for _ in range(2):
        events.on(Rang)(heard.append)
    assert len(events._subscribers[Rang]) == 1
