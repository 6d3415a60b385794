"""Webhooks: what 1C has changed reaches the portal at once; late, twice, out of order or not at all when told so."""

import json
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from uuid import uuid4

import httpx
import pytest

from integration.simulator.testing import running_simulator

PUSH = {"channel": "W"}


class Portal:
    """A listener where a portal would be. `statuses`: what it answers next, 200 after that. Not `up`: it has its port
    and refuses connections until it is started."""

    def __init__(self, up: bool = True):
        self.requests: list[tuple[str, str, dict]] = []
        self.statuses: list[int] = []
        portal = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self):
                body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                portal.requests.append((self.path, self.headers["Authorization"], body))
                self.send_response(portal.statuses.pop(0) if portal.statuses else 200)
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, *args):
                """Say nothing."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler, bind_and_activate=False)
        self.server.server_bind()
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        if up:
            self.start()

    def start(self) -> None:
        self.server.server_activate()
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def items(self, entity: str) -> list[dict]:
        path = f"/api/exchange/v1/{entity}"
        return [item for place, _, body in list(self.requests) if place == path for item in body["items"]]

    def wait(self, entity: str, count: int) -> list[dict]:
        """The first `count` items of the entity, once they are here."""
        return until(lambda: found if len(found := self.items(entity)) >= count else None)

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()


def until(read, seconds: float = 10):
    ends = time.monotonic() + seconds
    while time.monotonic() < ends:
        if found := read():
            return found
        time.sleep(0.02)
    raise AssertionError("it did not happen in time")


@pytest.fixture
def portal(onec) -> Iterator[Portal]:
    """A portal that the base tells of changes."""
    listening = Portal()
    onec.push_to(listening.url, "secret")
    yield listening
    onec.control("DELETE", "webhooks")
    listening.close()


def states(portal: Portal) -> list[str]:
    return [item["data"]["state"] for item in portal.items("orders")]


def test_what_changed_comes_as_items_of_the_feed_with_the_token(onec, portal, place, order, service):
    item = order()
    place(item)
    (pushed,) = portal.wait("orders", 1)
    path, authorization, _ = portal.requests[0]
    assert authorization == "Token secret"
    assert path.startswith("/api/exchange/v1/")
    assert pushed == service(f"orders/{item['id']}").json()
    (limit,) = portal.wait("limits", 1)
    assert limit["data"]["contract"] == item["data"]["contract"]


@pytest.mark.parametrize("entity", ["addresses", "claims", "messages", "notifications"])
def test_objects_of_the_portal_are_told_of_too(portal, papers, post, entity):
    key = str(uuid4())
    post(entity, papers[entity], key)
    (item,) = portal.wait(entity, 1)
    assert (item["id"], item["deleted"]) == (key, False)


def test_what_nobody_waits_for_is_not_pushed(onec, portal, papers, post):
    post("consignees", papers["consignees"])
    onec.edit("prices", {"price": "1.00"}, key=str(uuid4()))
    post("claims", papers["claims"])
    portal.wait("claims", 1)
    assert {path.rpartition("/")[2] for path, _, _ in portal.requests} == {"claims"}


def test_a_refused_object_is_not_pushed(portal, papers, post):
    post("claims", papers["claims"] | {"text": ""})
    key = str(uuid4())
    post("claims", papers["claims"], key)
    assert [item["id"] for item in portal.wait("claims", 1)] == [key]


def test_a_portal_that_fails_is_told_again(onec, portal, papers, post):
    portal.statuses = [503]
    key = str(uuid4())
    post("claims", papers["claims"], key)
    assert [item["id"] for item in portal.wait("claims", 2)] == [key, key]
    sent = until(lambda: log if len(log := onec.pushed()) == 2 else None)
    assert [(line["status"], line["tries"], line["ids"]) for line in sent] == [(200, 2, [key]), (503, 1, [key])]


def test_a_portal_that_refuses_is_not_told_again(onec, portal, papers, post):
    portal.statuses = [403]
    post("claims", papers["claims"])
    until(lambda: onec.pushed())
    time.sleep(0.8)  # the first pause of a repeat is half a second
    assert [line["status"] for line in onec.pushed()] == [403]


def test_a_portal_that_is_away_is_told_when_it_is_back(onec, papers, post):
    portal, key = Portal(up=False), str(uuid4())
    onec.push_to(portal.url, "")
    post("claims", papers["claims"], key)
    until(lambda: onec.pushed())
    assert "ConnectError" in onec.pushed()[0]["error"]
    portal.start()
    assert [item["id"] for item in portal.wait("claims", 1)] == [key]
    onec.control("DELETE", "webhooks")
    portal.close()


def test_a_lost_webhook_does_not_come(onec, portal, place, order):
    item = order()
    onec.fault(PUSH | {"path": "orders"}, {"lost": True}, times=1)
    place(item)
    until(lambda: any(line["error"] == "lost" for line in onec.pushed()))
    onec.move(item["id"], "ГотовКОтгрузке")
    portal.wait("orders", 1)
    assert states(portal) == ["ГотовКОтгрузке"]


def test_a_duplicated_webhook_comes_twice(onec, portal, place, order):
    onec.fault(PUSH | {"path": "orders"}, {"duplicate": True}, times=1)
    place(order())
    first, second = portal.wait("orders", 2)
    assert first == second


def test_a_late_webhook_comes_after_what_was_written_later(onec, portal, place, order):
    item = order()
    onec.fault(PUSH | {"path": "orders"}, {"delay": 0.5}, times=1)
    place(item)
    until(lambda: onec.control("GET", "faults")["faults"][0]["applied"])
    onec.move(item["id"], "ГотовКОтгрузке")
    portal.wait("orders", 2)
    assert states(portal) == ["ГотовКОтгрузке", "ОжидаетсяСогласование"]


def test_reordered_webhooks_change_places(onec, portal, place, order):
    item = order()
    place(item)
    portal.wait("orders", 1)
    onec.fault(PUSH | {"path": "orders"}, {"reorder": True}, times=1)
    onec.move(item["id"], "ОжидаетсяОбеспечение")
    until(lambda: onec.control("GET", "faults")["faults"][0]["applied"])
    onec.move(item["id"], "ГотовКОтгрузке")
    portal.wait("orders", 3)
    assert states(portal) == ["ОжидаетсяСогласование", "ГотовКОтгрузке", "ОжидаетсяОбеспечение"]
    versions = [item["version"] for item in portal.items("orders")]
    assert versions[2] < versions[1]


def test_a_webhook_held_back_comes_even_if_nothing_follows(onec, portal, papers, post):
    onec.fault(PUSH, {"reorder": True}, times=1)
    post("claims", papers["claims"])
    assert portal.wait("claims", 1)


@pytest.mark.parametrize(
    "rule",
    [
        {"match": {"channel": "W"}, "do": {"status": 500}},
        {"match": {"channel": "B"}, "do": {"lost": True}},
        {"do": {"reorder": True}},
    ],
)
def test_a_fault_of_the_wrong_channel_is_refused(onec, rule):
    with pytest.raises(httpx.HTTPStatusError):
        onec.control("POST", "faults", rule)
    assert onec.control("GET", "faults") == {"faults": []}


def test_a_fault_of_requests_leaves_webhooks_alone(onec, portal, papers, post):
    post("claims", papers["claims"])
    portal.wait("claims", 1)
    fault = onec.fault({"channel": "any", "path": "exchange"}, {"delay": 0.1})
    post("claims", papers["claims"])
    portal.wait("claims", 2)
    assert onec.control("GET", "faults")["faults"] == [fault]


def test_a_reset_ends_them(onec, portal, papers, post):
    onec.reset()
    assert onec.control("GET", "webhooks") == {"url": None, "sent": []}
    post("claims", papers["claims"])
    assert onec.pushed() == [] and portal.requests == []


def test_a_base_can_be_started_with_them(tmp_path):
    portal = Portal()
    with running_simulator(size="50-products", push_to=portal.url, push_token="abc") as onec:
        partner = onec.rows("Catalog_Партнеры", 1)[0]["Ref_Key"]
        onec.notify(partner, "other", "Здравствуйте")
        portal.wait("notifications", 1)
        assert portal.requests[0][1] == "Token abc"
        onec.reset()
        assert onec.control("GET", "webhooks")["url"] == portal.url
    portal.close()
