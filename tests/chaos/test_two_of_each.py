"""Two web processes, two workers and two event processes on one database and one Redis behave as one."""

import uuid
from concurrent.futures import Future, ThreadPoolExecutor

import pytest

from tests.chaos.people import Person
from tests.chaos.population import CROWD
from tests.chaos.streams import listening
from tests.chaos.waiting import eventually

pytestmark = pytest.mark.chaos

SECOND = ("web:2", "worker:2", "events:2")
ORDERS_EACH = 5
WITHIN = 90  # seconds for everything to arrive

ORDERS = {"channel": "B", "path": "/orders"}
POSTED = {**ORDERS, "method": "POST"}
TROUBLES = [
    (POSTED, {"lost_answer": True}, 5),
    (POSTED, {"status": 500, "form": "xml"}, 3),
    (POSTED, {"delay": 1.5}, 4),
    (ORDERS, {"status": 503, "form": "html"}, 2),
    (ORDERS, {"lost_answer": True}, 4),
]


@pytest.fixture
def twofold(stage):
    """The stage with two of each process."""
    stage.portal.start(*SECOND)
    yield stage
    for name in SECOND:
        if stage.portal.is_running(name):
            stage.portal.kill(name)


def test_forty_orders_of_eight_buyers_through_faults(twofold):
    buyers = [twofold.person(name) for name in CROWD]
    trouble(twofold)
    with ThreadPoolExecutor(len(buyers)) as pool:
        placing = [pool.submit(place, twofold, buyer) for buyer in buyers]
        eventually(lambda: sum(twofold.documents(*placed(placing))) > 3, 60, "1C takes the first orders")
        twofold.portal.kill("worker:2")
        twofold.portal.kill("simulator")
        orders = [order for future in placing for order in future.result()]
    twofold.portal.start("simulator", "worker:2")
    trouble(twofold)

    for order in orders:
        twofold.person("head").sees_soon(order, "accepted", WITHIN)
    assert len({order["id"] for order in orders}) == len(CROWD) * ORDERS_EACH
    assert twofold.documents(*orders) == [1] * len(orders)


def test_one_key_at_both_webs_is_one_order(twofold):
    """Also: the session of one web process is good at the other, and its stream tells what both do."""
    here = twofold.person("buyer")
    there = here.at(twofold.portal.url_of("web:2"))
    assert there.is_signed_in()
    with listening(f"{twofold.portal.url_of('events:2')}/events", here) as heard:
        key = str(uuid.uuid4())
        with ThreadPoolExecutor(2) as pool:
            first, second = pool.map(lambda person: person.order(key, comment="twice"), (here, there))
        assert first["id"] == second["id"]
        heard.tells(first, "accepted")
    assert [event.data["status"] for event in heard.of_orders].count("placed") == 1
    assert twofold.documents(first) == [1]


def trouble(stage) -> None:
    for match, do, times in TROUBLES:
        stage.onec.fault(match, do, times)


def place(stage, buyer: Person) -> list[dict]:
    """One buyer's orders, by turns at either web process."""
    webs = [buyer, buyer.at(stage.portal.url_of("web:2"))]
    return [webs[number % 2].order(comment=f"{buyer.name} {number}") for number in range(ORDERS_EACH)]


def placed(placing: list[Future]) -> list[dict]:
    """Orders of the buyers who are done; raises what one of them ran into."""
    return [order for future in placing if future.done() for order in future.result()]
