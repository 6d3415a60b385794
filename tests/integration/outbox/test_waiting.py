"""What a delivery waits for: a free connection, a quick second try, others that 1C takes long over; and whose it is."""

import time
from datetime import timedelta

import pytest
from django.utils.translation import override

from cms import broker, request_id, stopping
from integration import outbox, tasks
from integration.client import Unavailable, slots
from integration.models import Delivery
from integration.outbox import breaker, delivery

pytestmark = pytest.mark.django_db


@pytest.fixture
def called(monkeypatch) -> list[tuple]:
    """(key, delay) of every delivery that a worker was called for."""
    calls = []

    def call(task, topic, key, *, delay=None, **_):
        calls.append((key, delay))
        return True

    monkeypatch.setattr(broker, "call", call)
    return calls


def test_busy_connections_neither_open_the_breaker_nor_count_as_failures(make_order, send, settings, called):
    order = make_order()
    settings.ONEC_CONNECTIONS, settings.ONEC_TIMEOUT = 1, 0.2
    with slots.slot(settings.ONEC_URL.split("/")[2], 1):
        held = send(order)
    assert (held.status, held.error_code, held.failures) == (Delivery.WAITING, "crowded", 0)
    assert breaker.state() is None
    assert called == [(str(order.pk), 2.0)]


def test_who_ordered_while_1c_is_away_is_told_so(make_order, django_assert_num_queries):
    order = make_order()
    with override("en"):
        assert "shortly" in outbox.status_of("orders", [order.pk])[order.pk].message
        breaker.open_for(Unavailable("503"))
        with django_assert_num_queries(1):
            told = outbox.status_of("orders", [order.pk])[order.pk]
    assert (told.state, "not reachable now; it will be sent by itself" in told.message) == ("waiting", True)


def test_the_first_failures_are_tried_again_without_a_sweep(onec, make_order, send, called, later):
    order = make_order()
    onec.fault({"channel": "B", "method": "POST"}, {"status": 500})
    for _ in range(3):
        send(order)
        later(timedelta(minutes=1))
    assert called == [(str(order.pk), 1.0), (str(order.pk), 3.0)]


def test_a_worker_that_has_to_end_gives_a_message_back_and_begins_no_other(
    onec, make_order, message, send, called, monkeypatch
):
    slow, other = make_order(), make_order()
    onec.fault({"channel": "B", "method": "POST"}, {"delay": 3}, times=1)
    monkeypatch.setattr(delivery, "LET_GO_AFTER", 0.5)
    monkeypatch.setattr(stopping, "asked_since", lambda: 1.0)
    started = time.monotonic()

    held = send(slow)

    assert time.monotonic() - started < 2.5
    assert (held.status, held.claim, held.error_code) == (Delivery.WAITING, None, "no_answer")
    monkeypatch.setattr(stopping, "asked", lambda: True)
    assert send(other).attempts == 0 and tasks.sweep() == 0


def test_1c_sees_the_request_that_placed_the_order(onec, make_order, message, monkeypatch):
    from integration.client import PortalService

    seen = []
    monkeypatch.setattr(PortalService, "post", lambda *_, **__: seen.append(request_id.current()) or [{}])
    with request_id.of("request-of-the-buyer"):
        order = make_order()
    assert message(order).request_id == "request-of-the-buyer"
    delivery.deliver(message(order).pk)
    assert seen == ["request-of-the-buyer"]
    assert request_id.current() != "request-of-the-buyer"
