"""Faults on demand, the log, and everything else the control API does."""

import time

import httpx
import pytest


def test_a_status_comes_as_often_as_told(onec, service):
    onec.fault({"channel": "B"}, {"status": 503}, times=2)
    assert [service("ping").status_code for _ in range(3)] == [503, 503, 200]


def test_a_fault_without_times_stays_until_removed(onec, service):
    onec.fault({"channel": "B"}, {"status": 503})
    assert [service("ping").status_code for _ in range(3)] == [503] * 3
    onec.heal()
    assert service("ping").status_code == 200


def test_a_fault_matches_channel_method_and_path(onec, service, odata):
    onec.fault({"channel": "A", "method": "GET", "path": "Партнеры"}, {"status": 500})
    assert odata("Catalog_Партнеры", top=1).status_code == 500
    assert odata("Catalog_Склады", top=1).status_code == 200
    assert service("ping").status_code == 200


@pytest.mark.parametrize(
    ("form", "start", "media_type"),
    [
        ("json", '{"odata.error"', "application/json"),
        ("xml", "<?xml", "application/xml"),
        ("html", "<!DOC", "text/html"),
    ],
)
def test_an_error_has_the_form_asked_for(onec, odata, form, start, media_type):
    onec.fault({"channel": "A"}, {"status": 500, "form": form}, times=1)
    answer = odata("Catalog_Склады")
    assert (answer.status_code, answer.text[: len(start)]) == (500, start)
    assert answer.headers["content-type"].startswith(media_type)


def test_a_delay_holds_only_the_request_it_hits(onec, service):
    onec.fault({"channel": "B", "path": "ping"}, {"delay": 0.4}, times=1)
    started = time.monotonic()
    assert service("ping").status_code == 200
    assert time.monotonic() - started >= 0.4
    started = time.monotonic()
    service("ping")
    assert time.monotonic() - started < 0.4


def test_a_lost_answer_comes_after_the_commit(onec, service, order, place):
    item = order()
    onec.fault({"channel": "B", "method": "POST", "path": "orders"}, {"lost_answer": True}, times=1)
    with pytest.raises(httpx.RemoteProtocolError):
        place(item)
    assert service(f"orders/{item['id']}").status_code == 200
    assert place(item)["status"] == "unchanged"
    assert len(onec.orders(item["id"])) == 1


def test_a_lost_answer_of_odata_is_written_too(onec, client):
    onec.fault({"channel": "A", "method": "POST"}, {"lost_answer": True}, times=1)
    before = onec.control("GET", "counts")["Catalog_Партнеры"]
    with pytest.raises(httpx.RemoteProtocolError):
        client.post(f"{onec.base_url}/odata/standard.odata/Catalog_Партнеры", json={"Description": "Потерянный"})
    assert onec.control("GET", "counts")["Catalog_Партнеры"] == before + 1


def test_a_short_page_is_not_the_end(onec, odata):
    onec.fault({"channel": "A"}, {"short_page": 3}, times=1)
    short = odata("Catalog_Партнеры", orderby="Ref_Key", top=10).json()["value"]
    assert len(short) == 3
    last = short[-1]["Ref_Key"]
    assert odata("Catalog_Партнеры", filter=f"Ref_Key gt guid'{last}'", orderby="Ref_Key", top=10).json()["value"]


@pytest.mark.parametrize(
    "rule", [{"do": {}}, {"do": {"explode": True}}, {"match": {"channel": "C"}, "do": {"status": 500}}]
)
def test_a_rule_that_says_nothing_is_refused(onec, rule):
    with pytest.raises(httpx.HTTPStatusError):
        onec.control("POST", "faults", rule)
    assert onec.control("GET", "faults") == {"faults": []}


def test_faults_can_be_listed_with_how_often_they_applied(onec, service):
    onec.fault({"channel": "B"}, {"status": 503}, times=5)
    service("ping")
    (held,) = onec.control("GET", "faults")["faults"]
    assert (held["applied"], held["times"]) == (1, 4)


def test_requests_are_logged_newest_first_with_what_was_done_to_them(onec, service):
    fault = onec.fault({"channel": "B", "path": "ping"}, {"status": 503}, times=1)
    service("ping")
    service("prices", limit=1)
    newest, older = onec.log(2)
    assert (newest["path"], newest["query"], newest["status"]) == ("/demo/hs/portal/v1/prices", "limit=1", 200)
    assert (older["channel"], older["status"], older["fault"]) == ("B", 503, fault["id"])
    assert newest["bytes"] > 0


def test_a_reset_brings_the_seeded_base_back(onec, place, order):
    place(order())
    onec.fault({"channel": "B"}, {"status": 503})
    onec.reset()
    assert onec.orders() == []
    assert onec.control("GET", "faults") == {"faults": []}


def test_the_same_seed_gives_the_same_base_and_another_does_not(onec):
    def prices() -> list[dict]:
        return onec.rows("prices", 500)

    onec.reset(seed=1)
    first = prices()
    onec.reset(seed=2)
    assert prices() != first
    onec.reset(seed=1)
    assert prices() == first


def test_the_clock_of_the_base_can_be_wrong(onec, service):
    right = service("ping").json()["time"]
    onec.control("POST", "clock", {"offset": 86_400})
    assert service("ping").json()["time"][:10] > right[:10]
    onec.control("POST", "clock", {"offset": 0})


def test_an_edit_reaches_rows_by_key_and_by_match(fresh, odata):
    key = fresh.rows("Catalog_Партнеры", 1)[0]["Ref_Key"]
    (written,) = fresh.edit("Catalog_Партнеры", {"Description": "Иначе"}, key=key)
    assert odata(f"Catalog_Партнеры(guid'{key}')").json()["Description"] == "Иначе"
    assert written["key"] == key
    product = fresh.rows("stock", 1)[0]["product"]
    assert len(fresh.edit("stock", {"available": "0.000"}, match={"product": product})) == 3


def test_an_edit_without_a_place_makes_a_row(fresh):
    segment, product = fresh.rows("assortment", 1)[0].values()
    product = next(row["Ref_Key"] for row in fresh.rows("Catalog_Номенклатура") if row["Ref_Key"] != product)
    before = fresh.control("GET", "counts")["assortment"]
    (made,) = fresh.edit("assortment", {"segment": segment, "product": product})
    (again,) = fresh.edit("assortment", {"segment": segment, "product": product})
    assert made["key"] == again["key"]
    assert fresh.control("GET", "counts")["assortment"] in (before, before + 1)


@pytest.mark.parametrize("order", [{"entity": "нет"}, {"entity": "stock", "match": {"product": "нет"}}])
def test_a_wrong_edit_is_refused(onec, order):
    with pytest.raises(httpx.HTTPStatusError):
        onec.control("POST", "rows", {**order, "patch": {}})


def test_an_unknown_state_is_refused(onec, place, order):
    item = order()
    place(item)
    with pytest.raises(httpx.HTTPStatusError):
        onec.move(item["id"], "Потерян")
