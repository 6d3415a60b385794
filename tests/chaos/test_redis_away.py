"""Redis dies, with or without its data: nobody is signed out, nothing that was ordered is lost."""

import pytest

from tests.chaos.people import Person
from tests.chaos.waiting import eventually

pytestmark = pytest.mark.chaos


@pytest.fixture(params=["keeps its data", "comes back empty"])
def comes_back(request, stage):
    """Starts the killed Redis again, with its data or without."""

    def start() -> None:
        if request.param == "comes back empty":
            stage.wipe_redis()
        stage.portal.start("valkey")

    return start


def test_nothing_is_lost_with_redis(stage, comes_back):
    buyer = stage.person("buyer")
    stage.portal.kill("worker")
    before = buyer.order(comment="its task lies in Redis")
    eventually(lambda: stage.redis().llen("kabinet-orders") > 0, 5, "the task lies in Redis")
    stage.portal.kill("valkey")

    during = buyer.order(comment="Redis is away")
    assert during["status"] == "placed"
    assert buyer.is_signed_in() and buyer.get("catalog/products/")["results"]
    assert Person(stage.portal.url, "head").sees(during)["number"] == during["number"]

    comes_back()
    stage.portal.start("worker")
    for order in (before, during):
        buyer.sees_soon(order, "accepted")
    assert stage.documents(before, during) == [1, 1]
    assert buyer.is_signed_in()


def test_running_processes_go_on_after_redis_was_away(stage, comes_back):
    """No process is restarted: worker and scheduler find Redis again, and the feed of states goes on."""
    buyer = stage.person("buyer")
    stage.portal.kill("valkey")
    order = buyer.order(comment="Redis is away, the worker is not")
    comes_back()
    buyer.sees_soon(order, "accepted", 45)
    stage.onec.move(order["id"], "ОжидаетсяОбеспечение")
    buyer.sees_soon(order, "provisioning", 45)
    assert stage.documents(order) == [1]
