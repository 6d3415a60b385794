"""Several at a time, each with a connection of its own: what is committed is seen by all."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from integration import outbox, tasks
from integration.models import OutboxAttempt
from integration.outbox import delivery

pytestmark = pytest.mark.django_db(transaction=True)


def test_of_eight_workers_one_delivers(onec, make_committed_order, message):
    orders = [make_committed_order() for _ in range(3)]
    keys = [message(order).pk for order in orders] * 8

    with ThreadPoolExecutor(8) as workers:
        assert sum(workers.map(deliver_and_hang_up, keys)) == len(orders)

    for order in orders:
        assert len(onec.orders(str(order.pk))) == 1
        assert OutboxAttempt.objects.filter(message__key=order.pk).count() == 1


def deliver_and_hang_up(key) -> bool:
    try:
        return delivery.deliver(key)
    finally:
        connection.close()


def test_one_that_1c_takes_long_over_does_not_hold_up_the_others(onec, make_committed_order, message):
    orders = [make_committed_order() for _ in range(5)]
    onec.fault({"channel": "B", "method": "POST"}, {"delay": 4}, times=1)
    began = timezone.now()

    assert tasks.sweep() == len(orders)

    answered = sorted(message(order).answered_at - began for order in orders)
    assert answered[3] < answered[4] - timedelta(seconds=1)
    assert {outbox.status_of("orders", [order.pk])[order.pk].state for order in orders} == {"accepted"}
