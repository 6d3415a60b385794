"""Orders: taken once, checked, reserved, moved."""

from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from uuid import uuid4

import pytest

STATES = [
    "ОжидаетсяСогласование",
    "ОжидаетсяОбеспечение",
    "ГотовКОтгрузке",
    "ВПроцессеОтгрузки",
    "ОжидаетсяОплатаПослеОтгрузки",
    "Закрыт",
]


def available(onec, product: str) -> Decimal:
    return sum(Decimal(row["available"]) for row in onec.rows("stock") if row["product"] == product)


def state(onec, portal_id: str) -> str:
    return onec.orders(portal_id)[0]["state"]


def test_an_order_becomes_a_document(onec, place, order, odata):
    item = order("3")
    result = place(item)
    assert (result["status"], result["version"], result["error"]) == ("accepted", 1, None)
    assert result["number"].startswith("ТД00-")
    document = odata(f"Document_ЗаказКлиента(guid'{result['ref']}')").json()
    assert document["ИдентификаторПортала"] == item["id"]
    assert document["Партнер_Key"] == item["data"]["partner"]
    assert document["НомерПоДаннымКлиента"] == "PO-7"
    assert document["ЖелаемаяДатаОтгрузки"] == "2026-12-01T00:00:00"
    assert (document["СуммаДокумента"], document["Posted"]) == (30.0, True)
    line = document["Товары"][0]
    assert (line["LineNumber"], line["КоличествоУпаковок"], line["Цена"]) == ("1", 3.0, 10.0)


def test_the_quantity_is_kept_in_base_units_too(onec, place, order):
    item = order("2")
    place(item)
    packaging = next(
        row
        for row in onec.rows("Catalog_УпаковкиЕдиницыИзмерения")
        if row["Ref_Key"] == item["data"]["lines"][0]["packaging"]
    )
    factor = Decimal(packaging["Числитель"]) / Decimal(packaging["Знаменатель"])
    assert Decimal(str(onec.orders(item["id"])[0]["document"]["Товары"][0]["Количество"])) == 2 * factor


def test_the_same_version_twice_is_unchanged(onec, place, order):
    item = order()
    first, second = place(item), place(item)
    assert second["status"] == "unchanged"
    assert (second["ref"], second["number"]) == (first["ref"], first["number"])
    assert len(onec.orders(item["id"])) == 1


def test_twenty_posts_at_once_make_one_document(onec, client, order):
    item = order()

    def post(_) -> str:
        return client.post(f"{onec.base_url}/hs/portal/v1/orders", json={"items": [item]}).json()["results"][0][
            "status"
        ]

    with ThreadPoolExecutor(20) as pool:
        statuses = list(pool.map(post, range(20)))
    assert sorted(statuses) == ["accepted"] + ["unchanged"] * 19
    assert len(onec.orders(item["id"])) == 1


def test_a_newer_version_rewrites_the_same_document(onec, place, order):
    item = order("2")
    first = place(item)
    second = place(order("5", version=2, portal_id=item["id"]))
    assert (second["status"], second["ref"], second["number"]) == ("accepted", first["ref"], first["number"])
    assert onec.orders(item["id"])[0]["document"]["СуммаДокумента"] == 50.0


def test_an_older_version_never_overwrites_a_newer_one(onec, place, order):
    item = order("5", version=2)
    place(item)
    result = place(order("2", version=1, portal_id=item["id"]))
    assert (result["status"], result["version"]) == ("conflict", 2)
    assert onec.orders(item["id"])[0]["document"]["СуммаДокумента"] == 50.0


def test_an_order_that_is_being_shipped_cannot_be_changed(onec, place, order):
    item = order()
    place(item)
    onec.move(item["id"], "ВПроцессеОтгрузки")
    result = place(order("9", version=2, portal_id=item["id"]))
    assert (result["status"], result["error"]["code"]) == ("rejected", "state")


def test_an_order_can_be_searched_for_by_the_portals_id(service, place, order):
    item = order()
    assert service(f"orders/{item['id']}").status_code == 404
    result = place(item)
    found = service(f"orders/{item['id']}").json()
    assert found["id"] == item["id"]
    assert (found["data"]["ref"], found["data"]["number"]) == (result["ref"], result["number"])
    assert found["data"]["portal_version"] == 1


def test_items_of_a_batch_are_judged_one_by_one(service, order):
    good, bad = order(), order(currency="XXX")
    results = service("orders", {"items": [bad, good]}).json()["results"]
    assert [result["status"] for result in results] == ["rejected", "accepted"]


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"partner": str(uuid4())}, "reference"),
        ({"agreement": str(uuid4())}, "reference"),
        ({"contract": str(uuid4())}, "reference"),
        ({"counterparty": "не ссылка"}, "reference"),
        ({"currency": "XXX"}, "reference"),
        ({"lines": []}, "lines"),
        ({"total": "1.00"}, "total"),
        ({"total": "много"}, "format"),
    ],
)
def test_a_wrong_order_is_rejected_and_leaves_nothing(onec, place, order, changes, code):
    item, before = order(**changes), onec.control("GET", "counts")
    result = place(item)
    assert (result["status"], result["error"]["code"], result["ref"]) == ("rejected", code, None)
    assert result["error"]["message"]
    assert onec.control("GET", "counts") == before


def test_terms_of_another_partner_are_rejected(onec, place, order):
    own = order()["data"]["partner"]
    foreign = next(row for row in onec.rows("Catalog_СоглашенияСКлиентами") if row["Партнер_Key"] != own)
    result = place(order(agreement=foreign["Ref_Key"]))
    assert "другому партнеру" in result["error"]["message"]


def test_an_agreement_that_has_run_out_is_rejected(onec, place, order):
    own = order()["data"]["partner"]
    rows = onec.rows("Catalog_СоглашенияСКлиентами")
    closed = next(row for row in rows if row["Партнер_Key"] == own and row["Статус"] == "Закрыто")
    assert place(order(agreement=closed["Ref_Key"]))["error"]["code"] == "agreement"


def test_too_large_a_quantity_is_rejected_with_a_reason(place, order):
    result = place(order("100001"))
    assert (result["status"], result["error"]["code"]) == ("rejected", "quantity")
    assert "больше допустимого" in result["error"]["message"]


def test_a_product_marked_deleted_is_rejected_until_it_is_back(onec, place, order):
    item = order()
    product = item["data"]["lines"][0]["product"]
    onec.edit("Catalog_Номенклатура", {}, key=product, deleted=True)
    result = place(item)
    assert (result["status"], result["error"]["code"]) == ("rejected", "deleted")
    assert "помечен на удаление" in result["error"]["message"]
    onec.edit("Catalog_Номенклатура", {}, key=product, deleted=False)
    assert place(item)["status"] == "accepted"


def test_a_packaging_of_another_product_is_rejected(onec, place, order):
    item = order()
    line = item["data"]["lines"][0]
    units = onec.rows("Catalog_УпаковкиЕдиницыИзмерения")
    line["packaging"] = next(row["Ref_Key"] for row in units if row["Owner"] not in ("", line["product"]))
    assert place(item)["error"]["code"] == "reference"


def test_a_body_without_items_is_400(service):
    assert service("orders", {"orders": []}).status_code == 400


def test_an_order_reserves_stock_and_the_feed_says_so(onec, service, place, order):
    item = order("1")
    product = item["data"]["lines"][0]["product"]
    onec.edit("stock", {"available": "5000.000"}, match={"product": product})
    mark = service("stock", limit=50_000).json()["mark"]
    place(item)
    quantity = Decimal(str(onec.orders(item["id"])[0]["document"]["Товары"][0]["Количество"]))
    assert available(onec, product) == 15_000 - quantity
    changed = service("stock", since=mark).json()["items"]
    assert {row["data"]["product"] for row in changed} == {product}


def test_no_more_is_reserved_than_there_is(onec, place, order):
    item = order("1")
    product = item["data"]["lines"][0]["product"]
    onec.edit("stock", {"available": "0.500"}, match={"product": product})
    assert place(item)["status"] == "accepted"
    assert available(onec, product) == 0


def test_a_refused_order_gives_its_stock_back(onec, place, order):
    item = order("1")
    product = item["data"]["lines"][0]["product"]
    onec.edit("stock", {"available": "5000.000"}, match={"product": product})
    place(item)
    assert available(onec, product) < 15_000
    onec.move(item["id"], "Отклонен", "Нет лимита")
    assert available(onec, product) == 15_000


def test_shipped_goods_do_not_come_back(onec, place, order):
    item = order("1")
    product = item["data"]["lines"][0]["product"]
    onec.edit("stock", {"available": "5000.000"}, match={"product": product})
    place(item)
    held = available(onec, product)
    onec.move(item["id"], "ВПроцессеОтгрузки")
    onec.move(item["id"], "Отменен")
    assert available(onec, product) == held


def test_a_tick_moves_an_order_to_its_next_state_up_to_the_end(onec, place, order, service):
    item = order()
    place(item)
    seen = [state(onec, item["id"])]
    while onec.tick():
        seen.append(state(onec, item["id"]))
    assert seen == STATES


def test_the_orders_feed_tells_the_state_and_the_reason(onec, place, order, service):
    item = order()
    result = place(item)
    mark = service("orders").json()["mark"]
    onec.move(item["id"], "Отклонен", "Превышен кредитный лимит")
    (told,) = service("orders", since=mark).json()["items"]
    assert told["id"] == told["data"]["id"] == item["id"]
    assert (told["data"]["state"], told["data"]["reason"]) == ("Отклонен", "Превышен кредитный лимит")
    assert (told["data"]["ref"], told["data"]["number"]) == (result["ref"], result["number"])
    assert (told["data"]["total"], told["data"]["currency"]) == (item["data"]["total"], "KZT")
