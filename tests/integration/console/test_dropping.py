"""Dropping a delivery in the console: a page that asks for a reason, and nothing without one."""

from uuid import uuid4

import pytest
from django.urls import reverse

from cms.audit.models import Entry
from integration.models import Delivery, OutboxMessage


@pytest.fixture
def parked(db) -> OutboxMessage:
    return OutboxMessage.objects.create(topic="orders", key=uuid4(), status=Delivery.PARKED, last_error="out of disk")


def dropped(message: OutboxMessage) -> bool:
    message.refresh_from_db()
    return message.status == Delivery.DROPPED


def test_a_delivery_is_dropped_with_a_reason_that_stays(world, admin_of, parked):
    client, address = admin_of(world.admin), reverse("exchange_drop", args=[parked.pk])
    assert "out of disk" in client.get(address).content.decode()
    text = client.post(address, {"reason": "entered in 1C by hand"}, follow=True).content.decode()
    assert dropped(parked)
    assert "entered in 1C by hand" in text and str(world.admin) in text
    assert Entry.objects.get(action="integration.message_dropped").actor_id == world.admin.pk


@pytest.mark.parametrize("reason", ["", "   "])
def test_without_a_reason_nothing_is_dropped(world, admin_of, parked, reason):
    answer = admin_of(world.admin).post(reverse("exchange_drop", args=[parked.pk]), {"reason": reason})
    assert answer.status_code == 200 and "required" in answer.content.decode()
    assert not dropped(parked)


def test_what_is_delivered_stays_delivered(world, admin_of):
    done = OutboxMessage.objects.create(topic="orders", key=uuid4(), status=Delivery.DELIVERED)
    address = reverse("exchange_drop", args=[done.pk])
    client = admin_of(world.admin)
    assert "delivered or dropped already" in client.get(address).content.decode()
    client.post(address, {"reason": "why not"})
    assert not dropped(done)


@pytest.mark.parametrize("person", ["service_full", "service_limited", "owner", "stranger"])
def test_nobody_else_drops_anything(world, admin_of, parked, person):
    answer = admin_of(getattr(world, person)).post(reverse("exchange_drop", args=[parked.pk]), {"reason": "mine"})
    assert answer.status_code in (302, 403)
    assert not dropped(parked)
    assert not Entry.objects.filter(action="integration.message_dropped").exists()
