"""The console in the Wagtail admin: what it shows, to whom, and the replay that only some may press."""

from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from integration.models import Breaker, Delivery, ExchangeState, OutboxMessage, ParkedRow


@pytest.fixture
def parked_message(db) -> OutboxMessage:
    return OutboxMessage.objects.create(topic="orders", key=uuid4(), status=Delivery.PARKED, last_error="out of disk")


def admin_of(user) -> Client:
    client = Client(headers={"accept-language": "en"})
    client.force_login(user)
    return client


@pytest.mark.parametrize("person", ["admin", "service_full"])
def test_states_queue_and_parked_rows_are_shown(world, parked_message, person):
    ExchangeState.objects.create(entity="prices", checked_at=timezone.now(), rows=12, error="Failed: 500")
    reason = {"code": "required", "field": "Owner (product)"}
    ParkedRow.objects.create(entity="packagings", ref=uuid4(), payload={}, reason=reason)
    Breaker.objects.create(name="onec", opened_at=timezone.now(), probe_at=timezone.now(), reason="refused")

    page = admin_of(getattr(world, person)).get(reverse("exchange_console"))

    text = page.content.decode()
    for shown in ("prices", "Failed: 500", str(parked_message), "out of disk", "Owner (product)", "refused"):
        assert shown in text


def test_a_parked_message_is_replayed_by_an_administrator(world, parked_message):
    answer = admin_of(world.admin).post(reverse("exchange_replay", args=[parked_message.pk]))
    parked_message.refresh_from_db()
    assert answer.status_code == 302
    assert parked_message.status == Delivery.WAITING


@pytest.mark.parametrize("person", ["service_full", "service_limited", "owner", "head", "stranger"])
def test_nobody_else_replays_and_nothing_changes(world, parked_message, person):
    client = admin_of(getattr(world, person))
    for address in (reverse("exchange_replay", args=[parked_message.pk]), reverse("exchange_load", args=["prices"])):
        assert not succeeded(client.post(address))
    parked_message.refresh_from_db()
    assert parked_message.status == Delivery.PARKED


@pytest.mark.parametrize("person", ["service_limited", "owner", "head", "stranger"])
def test_the_console_is_not_for_everybody(world, parked_message, person):
    client = admin_of(getattr(world, person))
    for address in (reverse("exchange_console"), reverse("exchange_message", args=[parked_message.pk])):
        answer = client.get(address)
        assert answer.status_code in (302, 403, 404) and b"out of disk" not in answer.content


def succeeded(answer) -> bool:
    """Wagtail refuses by sending to its front page; success leads back to the console."""
    return answer.status_code == 302 and answer.url == reverse("exchange_console")


def test_the_history_of_a_message(world, parked_message):
    parked_message.history.create(version=1, outcome="failed", detail="500: no space left")
    page = admin_of(world.admin).get(reverse("exchange_message", args=[parked_message.pk]))
    assert "no space left" in page.content.decode()


def test_the_menu_leads_there_for_those_who_may(world):
    for person, shown in (("admin", True), ("service_limited", False)):
        page = admin_of(getattr(world, person)).get(reverse("wagtailadmin_home"))
        assert (reverse("exchange_console") in page.content.decode()) is shown
