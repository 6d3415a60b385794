"""An order reaches 1C once, whatever fails on the way, and its owner can see where it is."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import transaction
from django.utils import timezone, translation

from integration import outbox, tasks
from integration.models import Breaker, Delivery, OutboxAttempt, OutboxMessage
from integration.outbox import breaker, claims, delivery, retry
from integration.simulator.testing import free_port
from modules.ordering.models import Order

pytestmark = pytest.mark.django_db
MINUTE = timedelta(minutes=1)


def test_an_order_becomes_one_document_with_everything_in_it(onec, make_order, send):
    order = make_order()

    assert send(order).status == Delivery.DELIVERED

    document = document_of(onec, order)
    order.refresh_from_db()
    assert order.onec_number and str(order.onec_ref) == document["Ref_Key"]
    assert document["Партнер_Key"] == str(order.partner.ref)
    assert document["Соглашение_Key"] == str(order.agreement.ref)
    assert [line["Номенклатура_Key"] for line in document["Товары"]] == [str(order.lines.get().product.ref)]
    assert order.status == "accepted"


def document_of(onec, order) -> dict:
    """The one document of 1C that bears the order's id."""
    (document,) = [row for row in onec.rows("Document_ЗаказКлиента") if row["ИдентификаторПортала"] == str(order.pk)]
    return document


def test_nothing_is_sent_of_a_transaction_that_fails(make_order, django_capture_on_commit_callbacks):
    class Stop(Exception):
        pass

    with django_capture_on_commit_callbacks() as woken, pytest.raises(Stop), transaction.atomic():
        order = make_order()
        raise Stop
    assert not woken and not OutboxMessage.objects.exists() and not Order.objects.filter(pk=order.pk).exists()


def test_without_a_broker_enqueueing_neither_fails_nor_waits(settings, make_order, django_capture_on_commit_callbacks):
    from cms.celery import app

    was, app.conf.broker_url = app.conf.broker_url, f"redis://127.0.0.1:{free_port()}/0"
    try:
        started = timezone.now()
        with django_capture_on_commit_callbacks(execute=True):
            order = make_order()
        assert timezone.now() - started < timedelta(seconds=2)
    finally:
        app.conf.broker_url = was
    assert outbox.status_of("orders", [order.pk])[order.pk].state == "waiting"
    assert tasks.sweep() == 1


def test_1c_down_the_order_waits_and_arrives_once_when_it_is_back(onec, make_order, message, send, later, settings):
    order, there = make_order(), settings.ONEC_URL
    settings.ONEC_URL = f"http://127.0.0.1:{free_port()}/demo"

    for _ in range(5):
        assert send(order).status == Delivery.WAITING
        tasks.sweep()

    assert message(order).attempts == 1  # then the breaker kept everybody from knocking
    assert breaker.state() is not None
    with translation.override("en"):
        assert "not reachable" in outbox.status_of("orders", [order.pk])[order.pk].message

    settings.ONEC_URL = there
    later(breaker.PROBE)
    assert tasks.sweep() == 1
    assert message(order).status == Delivery.DELIVERED and breaker.state() is None
    assert len(onec.orders(str(order.pk))) == 1


def test_503_opens_the_breaker_too(onec, make_order, send):
    onec.fault({"channel": "B", "method": "POST"}, {"status": 503})
    assert send(make_order()).error_code == "unavailable"
    assert breaker.state() is not None


def test_only_one_caller_probes(onec, db):
    Breaker.objects.create(name=breaker.NAME, opened_at=timezone.now(), probe_at=timezone.now())
    onec.fault({"channel": "B", "path": "ping"}, {"status": 503})
    onec.control("DELETE", "log")
    assert [breaker.allows() for _ in range(5)] == [False] * 5
    assert len(onec.log()) == 1


def test_1c_commits_and_its_answer_is_lost_still_one_document(onec, make_order, message, send, later):
    order = make_order()
    onec.fault({"channel": "B", "method": "POST", "path": "orders"}, {"lost_answer": True}, times=1)

    first = send(order)
    assert (first.status, first.error_code) == (Delivery.WAITING, "no_answer")
    assert outbox.status_of("orders", [order.pk])[order.pk].state == "sent"
    onec.control("DELETE", "log")
    later(MINUTE)

    assert send(order).status == Delivery.DELIVERED
    assert len(onec.orders(str(order.pk))) == 1
    assert [entry["method"] for entry in onec.log()] == ["GET"]  # found by its id, not posted again
    order.refresh_from_db()
    assert order.onec_number


def test_what_1c_rejects_is_not_sent_again_and_the_order_says_why(make_order, send, later):
    order = make_order(quantity="999999")

    assert send(order).status == Delivery.REJECTED
    later(MINUTE)
    assert tasks.sweep() == 0

    order.refresh_from_db()
    assert order.status == "rejected" and order.reason
    assert order.reason in outbox.status_of("orders", [order.pk])[order.pk].message


def test_failures_pause_longer_and_longer_and_then_the_message_is_parked(onec, make_order, message, send, later):
    order = make_order()
    onec.fault({"channel": "B", "method": "POST"}, {"status": 500})
    pauses = []
    for _ in range(retry.PARK_AFTER):
        assert message(order).status == Delivery.WAITING
        held = send(order)
        pauses.append(held.not_before - timezone.now())
        later(timedelta(hours=2))

    assert message(order).status == Delivery.PARKED
    assert pauses[0] < timedelta(seconds=2) and timedelta(minutes=50) < pauses[-2] < timedelta(minutes=70)
    assert OutboxAttempt.objects.filter(message__key=order.pk).count() == retry.PARK_AFTER
    assert outbox.status_of("orders", [order.pk])[order.pk].state == "parked"

    onec.heal()
    assert outbox.wake("orders", order.pk)
    assert send(order).status == Delivery.DELIVERED
    assert not outbox.wake("orders", order.pk)


def test_a_request_1c_does_not_understand_waits_for_a_person(onec, make_order, send):
    onec.fault({"channel": "B", "method": "POST"}, {"status": 400})
    assert send(make_order()).status == Delivery.PARKED


def test_a_dead_worker_s_message_is_delivered_within_the_promised_time(onec, make_order, message, send, later):
    order = make_order()
    taken = claims.claim(message(order).pk)  # and then the worker dies
    assert taken.status == Delivery.IN_FLIGHT
    assert tasks.sweep() == 0

    later(claims.LEASE + timedelta(seconds=1))
    assert tasks.sweep() == 1
    assert len(onec.orders(str(order.pk))) == 1
    assert claims.LEASE + timedelta(seconds=10) < timedelta(seconds=30)  # a sweep every 5 s, and the delivery


def test_a_slow_1c_does_not_cost_the_lease(onec, make_order, message, monkeypatch):
    monkeypatch.setattr(delivery, "HEARTBEAT", 0.1)
    order, renewed = make_order(), []
    monkeypatch.setattr(claims, "renew", lambda held: renewed.append(held.pk))
    onec.fault({"channel": "B", "method": "POST"}, {"delay": 0.6}, times=1)
    assert delivery.deliver(message(order).pk)
    assert len(renewed) >= 3


def test_a_newer_version_enqueued_meanwhile_is_sent_afterwards(onec, make_order, message, later):
    order = make_order()
    held = claims.claim(message(order).pk)
    Order.objects.filter(pk=order.pk).update(comment="changed", version=2)
    outbox.enqueue("orders", order.pk, 2)
    assert message(order).status == Delivery.IN_FLIGHT and message(order).version == 2

    assert delivery._close(held, "accepted", "") is False
    assert tasks.sweep() == 1
    assert message(order).delivered_version == 2
    assert document_of(onec, order)["Комментарий"] == "changed"


def test_an_answer_the_module_cannot_take_is_asked_for_again(onec, make_order, message, send, later, monkeypatch):
    from dataclasses import replace

    from integration import regulation

    def fails(key, result):
        raise RuntimeError("no")

    order = make_order()
    with monkeypatch.context() as broken:
        broken.setitem(regulation._topics, "orders", replace(regulation.get_topic("orders"), answered=fails))
        assert send(order).status == Delivery.WAITING
    later(MINUTE)
    assert send(order).status == Delivery.DELIVERED
    assert len(onec.orders(str(order.pk))) == 1


def test_status_of_what_was_never_enqueued_is_absent(db):
    assert outbox.status_of("orders", [uuid4()]) == {}


@pytest.mark.parametrize("language", ["ru", "en", "kk"])
def test_every_state_has_a_sentence(make_order, message, language):
    order = make_order()
    with translation.override(language):
        for state in Delivery.values:
            OutboxMessage.objects.update(status=state)
            assert outbox.status_of("orders", [str(order.pk)])[str(order.pk)].message
