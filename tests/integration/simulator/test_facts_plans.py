"""Exchange plans: what changed for a node, in one answer, until the node says it has it."""

import time
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest

PARTNERS, PLAN = "Catalog_Партнеры", "ExchangePlan_ОбменСПорталом"


@pytest.fixture
def node(fresh, odata) -> str:
    rows = odata(PLAN, filter="ThisNode eq false").json()["value"]
    return rows[0]["Ref_Key"]


@pytest.fixture
def plan(fresh, client, node):
    """plan("SelectChanges", 1) → the answer."""

    def call(name: str, message: int, point: str = f"{PLAN}(guid'{{}}')", method: str = "POST") -> httpx.Response:
        where = {"DataExchangePoint": f"'{point.format(node)}'", "MessageNo": message}
        return client.request(method, f"{fresh.base_url}/odata/standard.odata/{name}", params=where)

    return call


@pytest.fixture
def select(plan):
    """select(1) → keys of the changes."""
    return lambda message: [row.get("Ref_Key") or row["Ref"] for row in plan("SelectChanges", message).json()["value"]]


@pytest.fixture
def edited(fresh):
    """edited(3) → keys of that many partners, written anew."""
    found = [row["Ref_Key"] for row in fresh.rows(PARTNERS)]

    def edit(count: int, start: int = 0) -> list[str]:
        keys = found[start : start + count]
        for key in keys:
            fresh.edit(PARTNERS, {}, key=key)
        return keys

    return edit


def test_a_new_node_is_told_of_nothing(select):
    assert select(1) == []


def test_everything_unacknowledged_comes_in_one_answer(select, edited, plan):
    keys = edited(40)
    assert select(1) == keys
    (first, *_) = plan("SelectChanges", 1).json()["value"]
    assert first["odata.type"] == "StandardODATA.Catalog_Партнеры"
    assert first["Description"]


def test_the_same_number_gives_the_old_and_the_new(select, edited):
    old = edited(2)
    assert select(1) == old
    new = edited(2, start=5)
    assert select(1) == old + new
    assert select(2) == old + new


def test_a_notice_acknowledges_its_message_and_those_before(select, edited, plan):
    edited(2)
    select(1)
    edited(2, start=5)
    select(2)
    late = edited(1, start=9)
    assert plan("NotifyChangesReceived", 2).status_code == 200
    assert select(3) == late


def test_a_notice_of_an_early_message_leaves_later_changes(select, edited, plan):
    edited(2)
    select(1)
    later = edited(2, start=5)
    select(2)
    plan("NotifyChangesReceived", 1)
    assert select(3) == later


def test_a_row_written_after_it_was_selected_comes_again(select, edited, plan):
    keys = edited(1)
    select(1)
    edited(1)
    plan("NotifyChangesReceived", 1)
    assert select(2) == keys


def test_a_notice_of_a_message_nobody_asked_for_acknowledges_nothing(select, edited, plan):
    keys = edited(1)
    assert plan("NotifyChangesReceived", 7).status_code == 200
    assert select(8) == keys


def test_an_object_deleted_physically_is_told_of(select, plan, write, fresh):
    key = fresh.rows(PARTNERS)[0]["Ref_Key"]
    write("DELETE", f"{PARTNERS}(guid'{key}')")
    (gone,) = plan("SelectChanges", 1).json()["value"]
    assert (gone["odata.type"], gone["Ref"]) == ("StandardODATA.ObjectDeletion", key)
    assert gone["Ref_Type"] == f"StandardODATA.{PARTNERS}"


def test_one_reader_a_node(fresh, plan, edited):
    edited(1)
    fresh.behave(slow_changes=0.8)
    with ThreadPoolExecutor(1) as pool:
        first = pool.submit(plan, "SelectChanges", 1)
        time.sleep(0.3)
        second = plan("SelectChanges", 2)
        assert (second.status_code, "занят" in second.text) == (500, True)
        assert first.result().status_code == 200
    assert plan("SelectChanges", 2).status_code == 200


def test_a_control_character_in_one_row_stops_the_plan(spoilt, plan, select, edited):
    keys = edited(3)
    spoilt.edit(PARTNERS, {"Description": "А\x01Б"}, key=keys[1])
    assert plan("SelectChanges", 1).status_code == 500
    spoilt.edit(PARTNERS, {"Description": "АБ"}, key=keys[1])
    assert sorted(select(1)) == sorted(keys)


def test_a_control_character_passes_as_documented(spoilt, plan, edited):
    spoilt.behave("as_documented")
    keys = edited(1)
    spoilt.edit(PARTNERS, {"Description": "А\x01Б"}, key=keys[0])
    (row,) = plan("SelectChanges", 1).json()["value"]
    assert row["Description"] == "А\x01Б"


@pytest.mark.parametrize(
    ("point", "method", "status", "code"),
    [
        (f"{PLAN}(guid'11111111-1111-4111-8111-111111111111')", "POST", 404, "9"),
        ("Catalog_Партнеры", "POST", 400, "14"),
        (f"{PLAN}(guid'{{}}')", "GET", 405, "6"),
    ],
)
def test_a_wrong_call_is_refused(plan, point, method, status, code):
    answer = plan("SelectChanges", 1, point, method)
    assert (answer.status_code, answer.json()["odata.error"]["code"]) == (status, code)
