"""1C fetches what the portal tells it: everything, changes by marks, one object; and confirms it by pushing it back."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from integration import outbox, regulation, tasks
from integration.api import marks
from integration.api.marks import OVERLAP, Mark
from integration.models import Delivery, OutboxMessage
from modules.ordering.exchange import order_payload
from tests.factories import ordering
from tests.integration.api.conftest import Caller


@pytest.fixture
def orders(world) -> list:
    """Three orders that wait for 1C, enqueued an hour ago, a minute from one to the next."""
    placed = [world.owners_order, world.colleagues_order, world.strangers_order]
    for number, order in enumerate(placed):
        outbox.enqueue("orders", order.pk, 1)
        at = timezone.now() - timedelta(minutes=60 - number)
        OutboxMessage.objects.filter(key=order.pk).update(enqueued_at=at)
    return placed


def ids(page: dict) -> list[str]:
    return [item["id"] for item in page["items"]]


def test_everything_is_given_as_it_would_be_sent(caller, orders):
    answer = caller.get("orders")
    page = answer.json()
    assert ids(page) == [str(order.pk) for order in orders]
    first = page["items"][0]
    assert (first["version"], first["deleted"]) == (1, False)
    assert first["data"] == order_payload(orders[0].pk)
    assert not page["more"] and answer.headers["ETag"] == f'"{page["mark"]}"'


def test_page_by_page_nothing_is_lost_and_nothing_doubled(caller, orders):
    seen, mark, more = [], "", True
    while more:
        page = caller.get("orders", data={"limit": 1, **({"since": mark} if mark else {})}).json()
        seen, mark, more = seen + ids(page), page["mark"], page["more"]
    assert seen == [str(order.pk) for order in orders]
    assert caller.get("orders", data={"since": mark}).json()["items"] == []


def test_only_what_changed_since_a_mark(caller, orders):
    mark = caller.get("orders").json()["mark"]
    outbox.enqueue("orders", orders[0].pk, 2)
    page = caller.get("orders", data={"since": mark}).json()
    assert [(item["id"], item["version"]) for item in page["items"]] == [(str(orders[0].pk), 2)]


def test_nothing_new_costs_a_304(caller, orders):
    mark = caller.get("orders").json()["mark"]
    answer = caller.get("orders", data={"since": mark}, headers={"if-none-match": f'"{mark}"'})
    assert (answer.status_code, answer.content, answer.headers["ETag"]) == (304, b"", f'"{mark}"')
    outbox.enqueue("orders", orders[0].pk, 2)
    assert caller.get("orders", data={"since": mark}, headers={"if-none-match": f'"{mark}"'}).status_code == 200


def test_what_commits_late_is_given_with_the_next_request(caller, orders, world):
    """A transaction that enqueued earlier becomes visible after a later one was given."""
    outbox.enqueue("orders", orders[2].pk, 2)
    page = caller.get("orders").json()
    late = ordering.order(world.owner, world.agreement_a1, ())
    outbox.enqueue("orders", late.pk)
    earlier = timezone.now() - OVERLAP / 2
    OutboxMessage.objects.filter(key=late.pk).update(enqueued_at=earlier)

    again = caller.get("orders", data={"since": page["mark"]}, headers={"if-none-match": f'"{page["mark"]}"'})

    assert again.status_code == 200
    assert str(late.pk) in ids(again.json())


def test_a_mark_settles_when_nothing_can_appear_before_it(caller, orders):
    outbox.enqueue("orders", orders[0].pk, 2)
    open_mark = caller.get("orders").json()["mark"]
    assert not marks.read(open_mark).settled
    OutboxMessage.objects.filter(version=2).update(enqueued_at=timezone.now() - OVERLAP - timedelta(seconds=1))
    assert marks.read(caller.get("orders").json()["mark"]).settled


@pytest.mark.parametrize("parameter", [{"since": "yesterday"}, {"limit": "0"}, {"limit": "-1"}, {"limit": "many"}])
def test_bad_parameters(caller, orders, parameter):
    answer = caller.get("orders", data=parameter)
    assert (answer.status_code, answer.json()["error"]["code"]) == (400, "parameter")


def test_a_mark_of_a_time_that_has_not_come_is_of_no_use(caller, orders):
    mark = str(Mark(timezone.now() + timedelta(hours=1), settled=True))
    answer = caller.get("orders", data={"since": mark})
    assert (answer.status_code, answer.json()["error"]["code"]) == (410, "mark")


def test_one_object_and_none(caller, orders):
    assert caller.get(f"orders/{orders[1].pk}").json()["data"]["number"] == orders[1].number
    answer = caller.get(f"orders/{uuid4()}")
    assert (answer.status_code, answer.json()["error"]["code"]) == (404, "not_found")


def test_an_object_that_is_no_more_is_given_as_deleted(caller, orders):
    key = str(orders[0].pk)
    orders[0].delete()
    gone = {"id": key, "version": 1, "deleted": True, "data": None}
    assert caller.get("orders").json()["items"][0] == gone


def test_what_a_person_dropped_is_not_given(caller, orders):
    OutboxMessage.objects.filter(key=orders[0].pk).update(status=Delivery.DROPPED)
    assert ids(caller.get("orders").json()) == [str(order.pk) for order in orders[1:]]


def test_scopes_of_reading(token_for, orders):
    nobody = Caller(token_for(read=["counterparties"]))
    for path in ("orders", f"orders/{orders[0].pk}"):
        answer = nobody.get(path)
        assert (answer.status_code, answer.json()["error"]["code"]) == (403, "scope")
    assert Caller(token_for(read=["orders"], write=[])).get("orders").status_code == 200


def test_what_the_portal_only_takes_cannot_be_fetched(caller, db):
    assert caller.get("prices").status_code == 405
    assert caller.get("unicorns").status_code == 404


def test_the_root_names_what_the_token_may(token_for, orders):
    found = {
        line["name"]: line for line in Caller(token_for(read=["orders"], write=["prices"])).get().json()["entities"]
    }
    assert found.keys() == {"orders", "prices"}
    assert found["prices"]["mark"] is None and found["prices"]["taken"]["fresh"] == 600
    assert found["orders"]["taken"] is None and found["orders"]["changed_at"]


def test_as_many_queries_for_one_object_as_for_all(caller, orders, django_assert_max_num_queries):
    caller.get("orders")
    with django_assert_max_num_queries(12) as one:
        caller.get("orders", data={"limit": 1})
    with django_assert_max_num_queries(12) as every:
        caller.get("orders")
    assert len(one) == len(every)


def test_every_topic_builds_many_objects_at_once():
    """Otherwise a page of it would take queries for each object."""
    assert [topic.name for topic in regulation.topics() if topic.payloads is None] == []


def state_item(order, version: int = 1, portal_version: int | None = 1, state: str = "ОжидаетсяСогласование") -> dict:
    """The state of an order as 1C pushes it."""
    data = {
        "ref": str(uuid4()),
        "number": "ТДУТ-000001",
        "state": state,
        "reason": "",
        "portal_version": portal_version,
    }
    return {"id": str(order.pk), "version": version, "deleted": False, "data": data}


def test_a_push_with_the_portals_version_confirms_the_delivery(caller, orders):
    order = orders[0]
    item = state_item(order)
    [result] = caller.push("orders", item)

    message = OutboxMessage.objects.get(key=order.pk)
    order.refresh_from_db()
    assert result["status"] == "accepted"
    assert (message.status, message.delivered_version) == (Delivery.DELIVERED, 1)
    assert (order.status, order.onec_number, str(order.onec_ref)) == ("accepted", "ТДУТ-000001", item["data"]["ref"])
    assert message.history.get().outcome == "confirmed"


@pytest.mark.parametrize("portal_version", [None, 0, True, "1"])
def test_a_push_without_it_confirms_nothing(caller, orders, portal_version):
    caller.push("orders", state_item(orders[0], portal_version=portal_version))
    assert OutboxMessage.objects.get(key=orders[0].pk).status == Delivery.WAITING


def test_an_older_version_confirms_nothing_of_the_newer(caller, orders):
    outbox.enqueue("orders", orders[0].pk, 2)
    caller.push("orders", state_item(orders[0]))
    assert OutboxMessage.objects.get(key=orders[0].pk).status == Delivery.WAITING


def test_without_an_address_of_1c_nobody_is_called_and_everybody_is_told(caller, orders, settings, db):
    settings.ONEC_URL = ""
    assert tasks.sweep() == 0
    assert tasks.load_due("prices") == "not due"
    message = OutboxMessage.objects.get(key=orders[0].pk)
    assert (message.status, message.attempts, message.error_code) == (Delivery.WAITING, 0, "")
    told = outbox.status_of("orders", [orders[0].pk])[orders[0].pk]
    assert told.state == "waiting"

    assert len(caller.get("orders").json()["items"]) == 3
    caller.push("orders", *(state_item(order) for order in orders))
    assert set(OutboxMessage.objects.values_list("status", flat=True)) == {Delivery.DELIVERED}


def test_without_an_address_an_empty_push_says_that_there_is_no_news(caller, settings):
    from integration.state import age_of

    caller.push("prices")
    assert age_of("prices") is None
    settings.ONEC_URL = ""
    caller.push("prices")
    assert timezone.now() - age_of("prices") < timedelta(minutes=1)


MOMENTS = st.integers(0, 4 * 10**15).map(lambda micros: marks.EPOCH + timedelta(microseconds=micros))


@given(at=MOMENTS, settled=st.booleans(), key=st.none() | st.uuids(), began=MOMENTS)
def test_a_mark_is_read_as_it_was_written(at, settled, key, began):
    mark = Mark(at, key=key, began=began) if key else Mark(at, settled)
    assert marks.read(str(mark)) == mark


@given(st.text(max_size=60) | st.from_regex(marks.FORM, fullmatch=True))
def test_any_other_text_is_no_mark(text):
    try:
        mark = marks.read(text)
    except marks.BadMark:
        return
    assert marks.read(str(mark)) == mark
