"""1C is down, slow, lying or restarted while people order: every order arrives, and arrives once."""

import pytest

from tests.chaos.stage import ONEC_TIMEOUT
from tests.chaos.waiting import eventually

pytestmark = pytest.mark.chaos

ORDERS = {"channel": "B", "path": "/orders"}
POSTED = {**ORDERS, "method": "POST"}


def test_ordering_while_1c_is_down(stage):
    buyer = stage.person("buyer")
    stage.portal.kill("simulator")
    order = buyer.order(comment="1C is down")
    assert (order["status"], order["exchange"]["state"]) == ("placed", "waiting")
    tried = eventually(lambda: was_tried(seen := buyer.sees(order)) and seen, 30, "it was tried in vain")
    assert (tried["status"], tried["onec_number"]) == ("placed", "")
    assert buyer.get("catalog/products/")["results"]

    stage.portal.start("simulator")
    accepted = buyer.sees_soon(order, "accepted")
    assert accepted["onec_number"] and accepted["exchange"]["state"] == "accepted"
    assert stage.documents(order) == [1]


def test_1c_commits_and_its_answer_is_lost(stage):
    buyer = stage.person("buyer")
    fault = stage.onec.fault(POSTED, {"lost_answer": True}, times=1)
    order = buyer.order(comment="the answer is lost")
    accepted = buyer.sees_soon(order, "accepted")
    assert stage.applied(fault) == 1
    assert stage.posts() == 1, "it was asked for, not sent again"
    [document] = stage.onec.orders(order["id"])
    assert (document["number"], accepted["exchange"]["attempts"]) == (accepted["onec_number"], 2)


def test_1c_answers_nothing_of_what_it_is_asked(stage):
    """The answer to the order is lost, then that to the question whether it is there."""
    buyer = stage.person("buyer")
    fault = stage.onec.fault(ORDERS, {"lost_answer": True}, times=5)
    order = buyer.order(comment="all answers are lost")
    buyer.sees_soon(order, "accepted", 45)
    assert stage.applied(fault) == 5
    assert stage.documents(order) == [1]


def test_1c_refuses_to_serve_for_a_while_and_then_lets_wait(stage):
    buyer = stage.person("buyer")
    busy = stage.onec.fault({"channel": "B"}, {"status": 503, "form": "html"}, times=2)
    slow = stage.onec.fault(POSTED, {"delay": ONEC_TIMEOUT + 2}, times=1)
    broken = stage.onec.fault(POSTED, {"status": 500, "form": "xml"}, times=1)
    order = buyer.order(comment="503, then no answer in time, then a failure")
    buyer.sees_soon(order, "accepted", 60)
    assert [stage.applied(fault) for fault in (busy, slow)] == [2, 1]
    assert stage.applied(broken) <= 1  # by then 1C may have done what it was asked too late
    assert stage.documents(order) == [1]


def test_1c_restarts_while_it_takes_an_order(stage):
    buyer = stage.person("buyer")
    fault = stage.onec.fault(POSTED, {"delay": 30}, times=1)
    order = buyer.order(comment="1C restarts")
    eventually(lambda: stage.applied(fault), 20, "1C has received the order")
    stage.portal.kill("simulator")
    stage.portal.start("simulator")
    buyer.sees_soon(order, "accepted")
    assert stage.documents(order) == [1]


def was_tried(order: dict) -> bool:
    return order["exchange"]["attempts"] > 0 and order["exchange"]["state"] == "waiting"
