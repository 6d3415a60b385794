"""A worker dies by SIGKILL with an order in its hands: it is delivered once, within 30 s of the restart."""

import time

import pytest

from tests.chaos.waiting import eventually

pytestmark = pytest.mark.chaos

WITHIN = 30  # seconds from the start of the new worker
POSTED = {"channel": "B", "method": "POST", "path": "/orders"}


def test_killed_before_1c_has_done_anything(stage):
    """1C fails the request only after the worker has died."""
    order = order_in_flight(stage, {"delay": 4, "status": 500})
    stage.portal.kill("worker")
    delivered_after_restart(stage, order)


def test_killed_after_1c_has_committed(stage):
    """1C takes the order though nobody waits for its answer any more."""
    order = order_in_flight(stage, {"delay": 4})
    stage.portal.kill("worker")
    eventually(lambda: stage.documents(order) == [1], 20, "1C has the order")
    delivered_after_restart(stage, order)
    assert stage.posts() == 1, "it was asked for, not sent again"


def order_in_flight(stage, fault: dict) -> dict:
    """An order that 1C has received and not yet looked at."""
    buyer = stage.person("buyer")
    fault = stage.onec.fault(POSTED, fault, times=1)
    order = buyer.order(comment="the worker will be killed")
    eventually(lambda: stage.applied(fault), 20, "1C has received the order")
    return order


def delivered_after_restart(stage, order: dict) -> None:
    started = time.monotonic()
    stage.portal.start("worker")
    buyer = stage.person("buyer")
    buyer.sees_soon(order, "accepted", started + WITHIN - time.monotonic())  # 1C's state feed may be the first to tell
    eventually(lambda: buyer.sees(order)["exchange"]["attempts"] == 2, started + WITHIN - time.monotonic(), "settled")
    assert stage.documents(order) == [1]
