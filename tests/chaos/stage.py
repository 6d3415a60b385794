"""One portal of real processes for all tests of a test process: started once, put right again before each test."""

import shutil
from contextlib import ExitStack, suppress
from functools import cache
from pathlib import Path

import pytest
import redis

from cms.processes.testing import Portal
from integration.simulator.testing import Simulator
from tests.chaos.people import Person
from tests.chaos.population import populate_command
from tests.chaos.waiting import eventually

SERVING = ("valkey", "simulator", "web", "events", "worker", "loader")
ALWAYS = (*SERVING, "scheduler")
ONEC_TIMEOUT = 6.0  # seconds after which the portal gives up on an answer of 1C


class Stage:
    """`portal`: its processes; `onec`: the control of the 1C it talks to."""

    def __init__(self, portal: Portal, onec: Simulator) -> None:
        self.portal = portal
        self.onec = onec
        self._people: dict[str, Person] = {}

    def person(self, name: str) -> Person:
        """One of the cast, signed in; the same session each time."""
        if name not in self._people:
            self._people[name] = Person(self.portal.url, name)
        return self._people[name]

    def put_right(self) -> None:
        """Whatever a test has killed runs again, 1C behaves, and orders of a test that failed half-way have arrived."""
        self.portal.start(*(name for name in ALWAYS if not self.portal.is_running(name)))
        self.onec.heal()
        with suppress(AssertionError):  # an order that never arrives is the other test's failure
            eventually(self._is_calm, 60, "all orders have arrived")
        self.onec.control("DELETE", "log")

    def _is_calm(self) -> bool:
        return not self.person("service").get("ordering/orders/", status="placed")["count"]

    def documents(self, *orders: dict) -> list[int]:
        """How many documents 1C holds for each of these orders."""
        ids = [document["portal_id"] for document in self.onec.orders()]
        return [ids.count(order["id"]) for order in orders]

    def applied(self, fault: dict) -> int:
        """How often a fault has come into play."""
        held = self.onec.control("GET", "faults")["faults"]
        return next(one["applied"] for one in held if one["id"] == fault["id"])

    def posts(self) -> int:
        """How often an order has been sent to this run of 1C in this test, answered or not."""
        return [entry["method"] for entry in self.onec.log(1000) if entry["path"].endswith("/orders")].count("POST")

    def redis(self) -> redis.Redis:
        return redis.Redis.from_url(self.portal.redis_url)

    def wipe_redis(self) -> None:
        """As if the disk of the killed Redis were new."""
        for path in (self.portal.folder / "redis").iterdir():
            if path.is_dir():
                shutil.rmtree(path)


def start(portal: Portal, onec: Simulator) -> Stage:
    """Serve, load 1C, create the people, and leave the rest to the scheduler."""
    portal.start(*SERVING)
    portal.manage(*populate_command())
    portal.start("scheduler")
    return Stage(portal, onec)


@cache
def shared_stage(config: pytest.Config, folder: Path) -> Stage:
    """The stage of this test process; it ends with the test process."""
    stack = ExitStack()
    config.add_cleanup(stack.close)
    portal = stack.enter_context(Portal(folder, tick=0, ONEC_TIMEOUT=str(ONEC_TIMEOUT), EVENTS_HEARTBEAT_SECONDS="1"))
    return start(portal, Simulator(portal.ports.simulator, "demo", ("portal", "portal")))
