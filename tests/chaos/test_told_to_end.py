"""SIGTERM while there is work in hand: a delivery ends well, a load goes to another process at once."""

import json
import time

import pytest

from tests.chaos.waiting import eventually

pytestmark = pytest.mark.chaos

PRICES = {"channel": "B", "path": "/prices"}
POSTED = {"channel": "B", "method": "POST", "path": "/orders"}
START = "from integration.loading import load_start; load_start('prices', 'full')"
RUNS = """
import json
from integration.models import ExchangeState, LoadRun
runs = LoadRun.objects.filter(entity='prices', kind='full').order_by('-pk')[:5]
held = ExchangeState.objects.get(entity='prices').reader is not None
print(json.dumps({'runs': [run.status for run in runs], 'held': held}))
"""


@pytest.fixture
def second_loader(stage):
    yield "loader:2"
    if stage.portal.is_running("loader:2"):
        stage.portal.kill("loader:2")


def test_a_load_is_given_up_and_taken_over(stage, second_loader):
    fault = stage.onec.fault(PRICES, {"delay": 5}, times=1)  # 1C is slow when the first one asks
    inside(stage, START)
    eventually(lambda: stage.applied(fault), 60, "the loader reads prices")

    started = time.monotonic()
    assert stage.portal.stop("loader") == 0
    assert time.monotonic() - started < 15
    left = json.loads(inside(stage, RUNS))
    assert not left["held"] and left["runs"][:2] == ["queued", "stopped"]

    stage.portal.start(second_loader)
    eventually(lambda: json.loads(inside(stage, RUNS))["runs"][0] == "done", 60, "the second loader has done it")


def test_a_delivery_under_way_is_ended_well(stage):
    buyer = stage.person("buyer")
    fault = stage.onec.fault(POSTED, {"delay": 3}, times=1)
    order = buyer.order(comment="the worker is told to end")
    eventually(lambda: stage.applied(fault), 20, "1C has received the order")

    assert stage.portal.stop("worker") == 0

    seen = buyer.sees(order)
    assert (seen["status"], seen["exchange"]["state"], seen["exchange"]["attempts"]) == ("accepted", "accepted", 1)
    assert stage.documents(order) == [1] and stage.posts() == 1


def inside(stage, program: str) -> str:
    return stage.portal.manage("shell", "--no-imports", "-c", program)
