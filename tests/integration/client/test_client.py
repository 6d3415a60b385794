"""The clients against a base that answers as 1C does: names, pages, errors in their three forms."""

import gc
import weakref

import httpx
import pytest

from integration.client import (
    BadAnswer,
    CannotSort,
    Failed,
    MarkTooOld,
    NoAnswer,
    NotAllowed,
    NotFound,
    OData,
    PortalService,
    Refused,
    Unavailable,
)
from integration.client.connection import http, send
from integration.conf import Connection, connection
from integration.simulator.testing import free_port

pytestmark = pytest.mark.usefixtures("onec")


def other(**changes) -> httpx.Client:
    return http(Connection(**{**vars(connection()), **changes}))


def test_names_are_percent_encoded_and_spaces_are_not_pluses():
    address = OData().address("Catalog_Партнеры", {"$filter": "Клиент eq true"})
    assert address.isascii() and "%20" in address and "+" not in address


def test_pages_cover_everything_once(onec):
    keys = [row["Ref_Key"] for page in OData().pages("Catalog_Партнеры", top=7) for row in page]
    assert sorted(keys) == sorted(row["Ref_Key"] for row in onec.rows("Catalog_Партнеры"))


def test_pages_of_a_filter_cover_what_it_names(onec):
    keys = {
        row["Ref_Key"]
        for page in OData().pages("Catalog_Номенклатура", where="IsFolder eq true", top=2)
        for row in page
    }
    assert keys == {row["Ref_Key"] for row in onec.rows("Catalog_Номенклатура") if row["IsFolder"]}


def test_by_keys_gives_those_that_exist(onec):
    key = onec.rows("Catalog_Партнеры")[0]["Ref_Key"]
    rows = OData().by_keys("Catalog_Партнеры", [key, "99999999-0000-4000-8000-000000000009"])
    assert [row["Ref_Key"] for row in rows] == [key]


@pytest.mark.parametrize(("longest", "requests"), [(2000, 3), (100_000, 1), (250, 1)])
def test_many_keys_are_asked_for_in_urls_that_the_web_server_takes(onec, settings, longest, requests):
    """250 characters: `select` leaves no room at all, so that splitting would help nothing."""
    settings.ONEC_QUERY_LENGTH = longest
    asked: list[int] = []
    client = httpx.Client(
        auth=(connection().user, connection().password),
        event_hooks={"request": [lambda request: asked.append(len(request.url.query))]},
    )
    select = ("Ref_Key", "DataVersion", "Description", "ЕдиницаИзмерения_Key", "НаименованиеПолное", "ТипНоменклатуры")
    keys = [row["Ref_Key"] for row in onec.rows("Catalog_Номенклатура")[:60]]
    rows = OData(client=client).by_keys("Catalog_Номенклатура", keys, select=select)
    assert sorted(row["Ref_Key"] for row in rows) == sorted(keys)
    assert len(asked) == requests and (requests == 1 or max(asked) <= longest)


def test_no_keys_ask_nothing(onec):
    assert OData().by_keys("Catalog_Партнеры", []) == []


def test_the_feed_goes_on_from_its_mark_and_is_silent_when_nothing_changed(onec):
    pages = list(PortalService().feed("stock", limit=500))
    assert len(pages) > 1 and sum(len(page.items) for page in pages) == len(onec.rows("stock"))
    assert list(PortalService().feed("stock", since=pages[-1].mark)) == []


def test_an_unknown_order_is_none():
    assert PortalService().find("orders", "99999999-0000-4000-8000-000000000009") is None


@pytest.mark.parametrize("form", ["json", "xml", "html"])
def test_1c_s_own_words_are_kept_whatever_form_they_come_in(onec, form):
    onec.fault({"channel": "A"}, {"status": 500, "form": form})
    with pytest.raises(Failed, match="управлением симулятора") as raised:
        list(OData().pages("Catalog_Партнеры"))
    assert raised.value.status == 500


@pytest.mark.parametrize(("status", "kind"), [(503, Unavailable), (403, NotAllowed), (400, Refused), (410, MarkTooOld)])
def test_a_status_says_what_to_do(onec, status, kind):
    onec.fault({"channel": "B"}, {"status": status})
    with pytest.raises(kind):
        list(PortalService().feed("stock"))


def test_a_passing_failure_is_outlived(onec):
    onec.fault({"channel": "A"}, {"status": 503}, times=1)
    assert OData().page("Catalog_Партнеры", top=1)


def test_a_wrong_password_is_named():
    with pytest.raises(NotAllowed) as raised:
        OData(client=other(password="неверный")).page("Catalog_Партнеры")
    assert "ONEC_PASSWORD" in str(raised.value.advice)


def test_nobody_there():
    with pytest.raises(Unavailable):
        PortalService(f"http://127.0.0.1:{free_port()}/demo").ping()


def test_no_answer_in_time_is_not_the_same_as_nobody_there(onec):
    onec.fault({"channel": "B"}, {"delay": 2})
    with pytest.raises(NoAnswer):
        PortalService().ping(timeout=0.3)


def test_an_answer_lost_after_the_work_was_done(onec):
    onec.fault({"channel": "B", "method": "POST"}, {"lost_answer": True})
    with pytest.raises(NoAnswer):
        PortalService().post("orders", [{"id": "x", "version": 1, "data": {}}])


def test_an_unpublished_entity():
    with pytest.raises(NotFound):
        OData().page("Catalog_Несуществующий")


def test_something_that_is_not_1c(onec):
    with pytest.raises((BadAnswer, NotFound)):
        PortalService(f"{onec.url}/_control").entities()


def test_rows_without_rights_are_left_out_and_refuse_nothing(onec):
    hidden = onec.rows("Catalog_Партнеры")[0]["Ref_Key"]
    onec.behave(hidden_rows=[hidden])
    keys = {row["Ref_Key"] for page in OData().pages("Catalog_Партнеры") for row in page}
    assert hidden not in keys
    assert len(keys) == len(onec.rows("Catalog_Партнеры")) - 1 == OData().count("Catalog_Партнеры")


def test_an_entity_that_cannot_be_sorted_is_named_with_what_to_do(onec):
    onec.behave(orderby_fails=["Catalog_Партнеры"])
    with pytest.raises(CannotSort, match="Catalog_Партнеры") as raised:
        OData().page("Catalog_Партнеры")
    assert "order = false" in str(raised.value.advice)


def test_an_entity_that_fails_anyway_is_not_said_to_fail_at_sorting(onec):
    onec.fault({"channel": "A"}, {"status": 500})
    with pytest.raises(Failed) as raised:
        OData().page("Catalog_Партнеры")
    assert not isinstance(raised.value, CannotSort)


def test_all_rows_come_in_one_answer_without_an_order(onec):
    onec.behave(orderby_fails=["Catalog_Партнеры"])
    rows = OData().whole("Catalog_Партнеры", select=("Ref_Key",))
    assert {row["Ref_Key"] for row in rows} == {row["Ref_Key"] for row in onec.rows("Catalog_Партнеры")}


def test_an_answer_of_fewer_rows_than_1c_counts_is_refused(onec):
    onec.fault({"channel": "A", "path": "Партнеры$"}, {"short_page": 3})
    with pytest.raises(BadAnswer, match="3 rows"):
        OData().whole("Catalog_Партнеры", select=("Ref_Key",))


@pytest.mark.parametrize("name", ["as_documented", "as_observed"])
def test_pages_are_read_whole_in_both_profiles(onec, name):
    onec.behave(name)
    keys = [row["Ref_Key"] for page in OData().pages("Catalog_Номенклатура", top=60) for row in page]
    assert len(keys) == len(set(keys)) == 613


def test_an_answer_is_gone_without_the_garbage_collector():
    """A load looks for cycles seldom, and an answer is megabytes."""
    gc.disable()
    try:
        answer = weakref.ref(send(http(connection()), "GET", f"{connection().url}/hs/portal/v1/ping"))
        assert answer() is None
    finally:
        gc.enable()
