"""Process 7: an order of packaged goods, from the client's basket to its closing in 1C, by those who take part."""

from datetime import timedelta
from decimal import Decimal

from django.utils import timezone

from modules.ordering.management.commands.smoke import post

BY_THE_SCHEDULER = 40  # seconds within which a state of 1C is shown in the portal

# what 1C calls it → what the portal shows
WAY = {
    "ОжидаетсяОбеспечение": "provisioning",
    "ГотовКОтгрузке": "ready",
    "ВПроцессеОтгрузки": "shipping",
    "ОжидаетсяОплатаПослеОтгрузки": "awaiting_payment",
    "Закрыт": "closed",
}


def test_from_the_basket_to_the_closed_order(stage):
    buyer, head, service = (stage.person(name) for name in ("buyer", "head", "service"))
    basket = packaged(buyer)
    check = post(buyer.http, "ordering/orders/check/", basket)
    asked = {
        "expected_total": check["total"],
        "client_reference": "PO-7",
        "requested_date": (timezone.localdate() + timedelta(days=7)).isoformat(),
    }
    order = buyer.order(**basket, **asked)
    assert (order["status"], order["total"], len(order["lines"])) == ("placed", check["total"], 2)

    buyer.sees_soon(order, "accepted")
    assert_same(stage.onec.orders(order["id"]), order)
    for state, status in WAY.items():
        stage.onec.move(order["id"], state)
        for person in (buyer, head, service):
            person.sees_soon(order, status, BY_THE_SCHEDULER)
        not_for_strangers(stage, order)

    done = buyer.sees(order)
    assert [move["became"] for move in done["history"]] == ["placed", "accepted", *WAY.values()]
    assert [move["by"] for move in done["history"]] == ["buyer", *[None] * (len(WAY) + 1)]
    labels = [move["label"] for move in done["history"]]
    assert all(labels) and len(set(labels)) == len(labels)


def test_1c_refuses_and_the_client_reads_why(stage):
    buyer = stage.person("buyer")
    order = buyer.order()
    buyer.sees_soon(order, "accepted")
    stage.onec.move(order["id"], "Отклонен", "Нет лимита")
    refused = buyer.sees_soon(order, "rejected", BY_THE_SCHEDULER)
    assert refused["reason"] == "Нет лимита"
    not_for_strangers(stage, order)


def packaged(buyer) -> dict:
    """Agreement and two lines of goods in packagings of theirs."""
    page = buyer.get("catalog/products/")
    lines = [
        {"product": product["id"], "packaging": offer["id"], "quantity": "3"}
        for product in page["results"]
        for offer in product["packagings"][-1:]
        if offer["id"] and offer["price"]
    ]
    return {"agreement": page["agreement"]["id"], "lines": lines[:2]}


def assert_same(documents: list[dict], order: dict) -> None:
    """1C holds the order once, as it was placed."""
    [held] = documents
    document = held["document"]
    assert document["НомерПоДаннымКлиента"] == "PO-7"
    assert document["ЖелаемаяДатаОтгрузки"][:10] == order["requested_date"]
    assert Decimal(str(document["СуммаДокумента"])) == Decimal(order["total"])
    for line, ours in zip(document["Товары"], order["lines"], strict=True):
        assert Decimal(str(line["КоличествоУпаковок"])) == Decimal(ours["quantity"])
        assert Decimal(str(line["Сумма"])) == Decimal(ours["amount"])


def not_for_strangers(stage, order: dict) -> None:
    """A client of another partner finds neither the order nor a trace of it."""
    stranger = stage.person("stranger")
    assert stranger.http.get(f"ordering/orders/{order['id']}/").status_code == 404
    assert stranger.get("ordering/orders/", search=order["number"])["count"] == 0
