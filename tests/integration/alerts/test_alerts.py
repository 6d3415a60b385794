"""Alerts: opened past a margin, resolved when all is well, told once and not every minute. The clock is moved."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from cms.celery import app
from integration import regulation
from integration.alerts import readers, watch
from integration.models import Alert, AlertReader, Breaker, Delivery, ExchangeState, OutboxMessage, ParkedRow
from tests.world import World

pytestmark = pytest.mark.django_db

MINUTE = timedelta(minutes=1)
FRESH = timedelta(minutes=10)


class Clock:
    """`later(minutes)` moves the time that the code under test reads."""

    def __init__(self, monkeypatch) -> None:
        self.moved, real = timedelta(), timezone.now
        monkeypatch.setattr(timezone, "now", lambda: real() + self.moved)

    def later(self, minutes: float) -> None:
        self.moved += minutes * MINUTE


@pytest.fixture
def clock(monkeypatch) -> Clock:
    return Clock(monkeypatch)


@pytest.fixture(autouse=True)
def letters_at_once(settings):
    """The worker's tasks run where they are called, as without a broker."""
    app.conf.task_always_eager = True
    yield
    app.conf.task_always_eager = False


@pytest.fixture
def prices() -> ExchangeState:
    """Heard of just now; they may be ten minutes old."""
    assert regulation.get("prices").fresh == FRESH
    return ExchangeState.objects.create(entity="prices", checked_at=timezone.now())


@pytest.fixture
def reader(world: World):
    AlertReader.objects.create(user=world.admin)
    return world.admin


def heard(entity: str) -> None:
    ExchangeState.objects.filter(entity=entity).update(checked_at=timezone.now())


def open_ones() -> set[tuple[str, str]]:
    return set(Alert.objects.filter(resolved_at=None).values_list("kind", "subject"))


def test_an_entity_is_late_past_a_margin_and_well_only_within_its_target(prices, clock):
    for minutes, opened in ((9, False), (3, False), (3, False), (2, True)):  # 9, 12, 15, 17 minutes old
        clock.later(minutes)
        watch.look()
        assert (("late", "prices") in open_ones()) is opened
    assert Alert.objects.get().since == prices.checked_at + FRESH
    ExchangeState.objects.update(checked_at=timezone.now() - 12 * MINUTE)  # better, not well
    watch.look()
    assert open_ones() == {("late", "prices")}
    heard("prices")
    watch.look()
    assert open_ones() == set()
    assert Alert.objects.get().resolved_at is not None


def test_what_was_never_loaded_is_an_alert_only_once_a_load_has_failed(clock):
    ExchangeState.objects.create(entity="stock")
    watch.look()
    assert open_ones() == set()
    ExchangeState.objects.update(error="500", error_at=timezone.now())
    watch.look()
    assert open_ones() == {("late", "stock")}


def test_1c_is_an_alert_when_it_has_been_away_for_a_while(clock, settings):
    settings.EXCHANGE_AWAY_MINUTES = 5
    Breaker.objects.create(name="onec", opened_at=timezone.now(), reason="refused")
    watch.look()
    clock.later(4.9)
    watch.look()
    assert open_ones() == set()
    clock.later(0.2)
    watch.look()
    assert open_ones() == {("away", "onec")}
    Breaker.objects.update(opened_at=None)
    watch.look()
    assert open_ones() == set()


def test_parked_messages_are_counted_by_topic_and_rows_by_entity_after_a_while(clock):
    OutboxMessage.objects.create(topic="orders", key=uuid4(), status=Delivery.PARKED, answered_at=timezone.now())
    OutboxMessage.objects.create(topic="orders", key=uuid4(), status=Delivery.WAITING)
    ParkedRow.objects.create(
        entity="stock", ref=uuid4(), payload={}, reason={"code": "required", "field": "x"}, since=timezone.now()
    )
    watch.look()
    assert open_ones() == {("messages", "orders")}
    clock.later(16)
    OutboxMessage.objects.create(topic="orders", key=uuid4(), status=Delivery.PARKED)
    watch.look()
    assert open_ones() == {("messages", "orders"), ("rows", "stock")}
    assert Alert.objects.get(kind="messages").count == 2


def test_one_letter_when_it_begins_and_one_when_it_is_over(prices, clock, reader):
    clock.later(20)
    for _ in range(3):
        watch.look()
        clock.later(1)
    assert [letter.to for letter in mail.outbox] == [[reader.email]]
    assert "older than agreed: Prices" in mail.outbox[0].body or "Цены" in mail.outbox[0].body
    heard("prices")
    for _ in range(3):
        watch.look()
    assert len(mail.outbox) == 2


def test_alerts_are_told_together_and_at_most_once_an_hour_of_each_kind(prices, clock, reader):
    names = ["prices", "stock", "contracts"]
    for name in names[1:]:
        ExchangeState.objects.create(entity=name, checked_at=timezone.now())
    clock.later(45)  # all three are late
    watch.look()
    assert len(mail.outbox) == 1
    ExchangeState.objects.create(entity="clients", checked_at=timezone.now() - timedelta(days=1))
    clock.later(30)
    watch.look()
    assert len(mail.outbox) == 1, "another one of the kind within the hour waits"
    Breaker.objects.create(name="onec", opened_at=timezone.now() - timedelta(hours=1))
    watch.look()
    assert len(mail.outbox) == 2, "another kind does not"
    clock.later(31)
    watch.look()
    assert len(mail.outbox) == 3
    assert open_ones() == {("late", name) for name in [*names, "clients"]} | {("away", "onec")}


def test_what_was_over_before_anybody_was_told_is_never_told(prices, clock, reader):
    Alert.objects.create(kind="late", subject="stock", since=timezone.now(), told_at=timezone.now())
    clock.later(20)
    watch.look()  # prices wait for the hour to pass; stock, not being late, is over
    heard("prices")
    watch.look()
    clock.later(61)
    heard("prices")
    watch.look()
    told = " ".join(str(letter.body) for letter in mail.outbox)
    assert len(mail.outbox) == 1 and Alert.objects.get(subject="prices").end_told_at is None
    assert "Prices" not in told and "Цены" not in told


def test_letters_are_in_the_readers_language(prices, clock, reader, settings):
    settings.EXCHANGE_ALERT_MAIL = ["duty@example.com", reader.email]
    reader.language = "en"
    reader.save()
    clock.later(20)
    watch.look()
    letters = {letter.to[0]: letter for letter in mail.outbox}
    assert set(letters) == {reader.email, "duty@example.com"} and len(mail.outbox) == 2
    assert letters[reader.email].subject == "Exchange with 1C: 1 alert"
    assert letters["duty@example.com"].subject != letters[reader.email].subject, "the portal's language"
    assert reverse("exchange_alerts") in letters[reader.email].body


def test_who_may_no_longer_see_the_exchange_gets_no_letters(world):
    for user in (world.admin, world.owner, world.service_limited):
        AlertReader.objects.create(user=user)
    world.service_full.is_active = False
    world.service_full.save()
    AlertReader.objects.create(user=world.service_full)
    assert [reader.email for reader in readers.readers()] == [world.admin.email]


def test_somebody_looks_every_minute_and_forgets_every_day():
    schedule = app.conf.beat_schedule
    for name, seconds in (("look_for_trouble", 60), ("thin_history", 24 * 3600)):
        (entry,) = [one for one in schedule.values() if one["task"] == f"integration.tasks.{name}"]
        assert entry["schedule"].total_seconds() == seconds and f"integration.tasks.{name}" in app.tasks


def test_looking_takes_the_same_number_of_queries_however_much_is_wrong(clock, django_assert_max_num_queries):
    for entity in regulation.entities():
        ExchangeState.objects.create(entity=entity.name, checked_at=timezone.now())
        ParkedRow.objects.create(entity=entity.name, ref=uuid4(), payload={}, reason={"code": "required"})
    clock.later(60 * 24 * 3)
    watch.look()
    with django_assert_max_num_queries(14):
        watch.look()
    assert len(open_ones()) == 2 * len(regulation.entities())
