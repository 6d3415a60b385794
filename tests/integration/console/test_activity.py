"""The charts of the last 24 hours: what is counted into which hour, with a clock that is set."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from integration import regulation
from integration.console.charts.drawing import Series, lined, rounded_up, stacked
from integration.console.charts.figures import LastDay, at
from integration.models import Delivery, LoadRun, OutboxAttempt, OutboxMessage

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 3, 5, 12, 30, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def day() -> LastDay:
    return LastDay(NOW)


def hour(back: int) -> datetime:
    return day().hours[-1 - back]


def attempt(ago: timedelta, outcome: str, seconds: float = 1.0) -> None:
    message = OutboxMessage.objects.create(topic="orders", key=uuid4())
    OutboxAttempt.objects.create(message=message, version=1, outcome=outcome, seconds=seconds, at=NOW - ago)


def test_the_day_is_24_whole_hours_in_the_portals_time():
    hours = day().hours
    assert len(hours) == 24
    assert hours[-1] <= NOW < hours[-1] + timedelta(hours=1)
    assert timezone.is_aware(hours[0]) and hours[0].minute == 0


def test_attempts_count_by_what_came_of_them_and_old_ones_do_not():
    for outcome in ("accepted", "unchanged", "rejected", "no_answer", "failed"):
        attempt(5 * MINUTE, outcome)
    attempt(65 * MINUTE, "accepted")
    attempt(timedelta(hours=30), "accepted")
    OutboxMessage.objects.create(topic="orders", key=uuid4(), status=Delivery.PARKED, answered_at=NOW - MINUTE)

    found = day().deliveries()

    assert found["taken"] == {hour(0): 2, hour(1): 1}
    assert (found["rejected"][hour(0)], found["failed"][hour(0)]) == (1, 2)
    assert found["parked"] == {hour(0): 1}


def test_time_to_delivery_runs_from_the_promise_to_the_answer():
    for took in range(1, 101):
        OutboxMessage.objects.create(
            topic="orders", key=uuid4(), status=Delivery.DELIVERED, answered_at=NOW,
            created_at=NOW - timedelta(seconds=took),
        )  # fmt: skip
    assert day().delivery_times() == {"p50": {hour(0): 50.0}, "p95": {hour(0): 95.0}}


@pytest.mark.parametrize(("values", "share", "expected"), [([7.0], 0.95, 7.0), ([1.0, 9.0], 0.5, 1.0)])
def test_percentiles_of_few_values(values, share, expected):
    assert at(values, share) == expected


def test_loads_are_told_by_rows_speed_and_failures():
    start = NOW - 10 * MINUTE
    LoadRun.objects.create(entity="prices", kind="full", started=start, finished=start + MINUTE, read=6000)
    LoadRun.objects.create(entity="prices", kind="changes", started=start, finished=start + 9 * MINUTE, read=0)
    LoadRun.objects.create(entity="stock", kind="full", started=start, finished=start, error="500")
    assert day().loads() == {"read": {hour(0): 6000}, "rate": {hour(0): 100.0}, "failed": {hour(0): 1}}


def test_minutes_past_the_promise_fall_into_the_hours_they_belong_to():
    fresh = regulation.get("prices").fresh
    LoadRun.objects.create(entity="prices", kind="full", started=NOW, finished=NOW - fresh - 40 * MINUTE)
    LoadRun.objects.create(entity="prices", kind="full", started=NOW, finished=NOW - MINUTE)
    assert day().late() == {hour(0): 29.0, hour(1): 10.0}


def test_bars_stand_upon_each_other_and_the_table_says_the_same():
    hours = day().hours
    chart = stacked("k", "t", "n", hours, [Series("a", "good", {hours[3]: 4}), Series("b", "bad", {hours[3]: 2})])
    lower, upper = chart.bars
    assert (lower.x, lower.y) == (upper.x, round(upper.y + upper.height, 1))
    assert lower.height == pytest.approx(2 * upper.height, abs=0.2)
    assert chart.rows == [(hours[3], ["4", "2"])]


def test_a_line_breaks_where_there_is_nothing():
    hours = day().hours
    values = {hours[0]: 1, hours[1]: 2, hours[5]: 3, hours[6]: 3, hours[9]: 1}
    (line,) = lined("k", "t", "n", hours, [Series("a", "one", values)]).lines
    assert [len(run.split()) for run in line.runs] == [2, 2]
    assert len(line.dots) == 5


@pytest.mark.parametrize(("value", "top"), [(0, 3), (1, 1.5), (3, 3), (7, 15), (61, 150), (1501, 3000)])
def test_the_axis_ends_at_a_round_number(value, top):
    assert rounded_up(value) == pytest.approx(top)


def test_the_page_shows_charts_with_tables_in_a_constant_number_of_queries(world, admin_of):
    client = admin_of(world.service_full)
    attempt(timedelta(), "accepted")
    client.get(reverse("exchange_activity"))
    with CaptureQueriesContext(connection) as few:
        client.get(reverse("exchange_activity"))
    now = timezone.now()
    for entity in regulation.entities():
        LoadRun.objects.create(entity=entity.name, kind="full", started=now, finished=now, read=10)
        message = OutboxMessage.objects.create(topic="orders", key=uuid4())
        OutboxAttempt.objects.create(message=message, version=1, outcome="accepted")
    with CaptureQueriesContext(connection) as many:
        text = client.get(reverse("exchange_activity")).content.decode()
    assert len(many) == len(few)
    assert "<svg" in text and "taken by 1C" in text and "As a table" in text
