"""Stock at an order: asked of 1C when it is in doubt, known with its age when 1C does not answer, never in the way."""

import time
from datetime import timedelta
from uuid import uuid4

import pytest
import redis
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from integration.client import PortalService
from integration.models import Breaker, ExchangeState
from integration.simulator.testing import free_port
from modules.catalog import live
from modules.ordering.models import Order, OrderLine
from tests.world import client_of

pytestmark = pytest.mark.django_db

ORDERS = "/api/v1/ordering/orders/"
CHECK = "/api/v1/ordering/orders/check/"
HOUR = timedelta(hours=1)


@pytest.fixture
def shop(world, onec, settings, valkey):
    """The world's goods are in 1C too; the portal heard of stock an hour ago (120 of milk, 7.5 of kefir)."""
    settings.REDIS_URL = valkey
    redis.Redis.from_url(valkey).flushall()
    heard(HOUR)
    in_onec(onec, world.shared, "80.000", "5.500")
    in_onec(onec, world.only_a, "3.000")
    return world


def heard(ago: timedelta) -> None:
    ExchangeState.objects.update_or_create(entity="stock", defaults={"checked_at": timezone.now() - ago})


def in_onec(onec, product, *balances: str) -> None:
    for balance in balances:
        row = {"product": str(product.ref), "warehouse": str(uuid4()), "available": balance}
        onec.edit("stock", row)


def asked(onec, shop) -> list[str]:
    """Questions for these goods that 1C was asked."""
    refs = {str(shop.shared.ref), str(shop.only_a.ref), str(shop.only_b.ref)}
    return [
        request for request in map(str, onec.log()) if "product=" in request and any(ref in request for ref in refs)
    ]


def body(shop, **quantities):
    wanted = quantities or {"shared": "1", "only_a": "1"}
    lines = [
        {"product": getattr(shop, name).pk, "packaging": None, "quantity": quantity}
        for name, quantity in wanted.items()
    ]
    return {"agreement": shop.agreement_a1.pk, "lines": lines}


def check(shop, data=None, user=None) -> dict:
    answer = client_of(user or shop.owner).post(CHECK, data or body(shop))
    assert answer.status_code == 200, answer.content
    return answer.json()


def place(shop, data=None) -> dict:
    headers = {"Idempotency-Key": str(uuid4())}
    answer = client_of(shop.owner).post(ORDERS, data or body(shop), headers=headers)
    assert answer.status_code == 201, answer.content
    return answer.json()


def told(answer) -> list[tuple[str, bool]]:
    return [(line["available"], line["available_live"]) for line in answer["lines"]]


def age(line) -> timedelta:
    return timezone.now() - parse_datetime(line["available_at"])


def test_1c_is_asked_once_for_the_whole_order_and_told_as_of_now(shop, onec):
    said = check(shop)
    assert told(said) == [("85.500", True), ("3.000", True)]
    assert all(age(line) < timedelta(minutes=1) for line in said["lines"])
    assert len(asked(onec, shop)) == 1


def test_the_same_goods_are_not_asked_again_whoever_orders(shop, onec):
    check(shop)
    data = body(shop, shared="1") | {"agreement": shop.agreement_a2.pk}
    assert told(check(shop, data, user=shop.colleague)) == [("85.500", True)]
    assert len(asked(onec, shop)) == 1


def test_a_young_load_that_covers_the_order_is_not_asked_about(shop, onec):
    heard(timedelta(seconds=20))
    said = check(shop)
    assert told(said) == [("120.000", False), ("7.500", False)]
    assert asked(onec, shop) == []


def test_a_young_load_that_does_not_cover_the_order_is(shop, onec):
    heard(timedelta(seconds=20))
    said = check(shop, body(shop, shared="1", only_a="8"))
    assert told(said) == [("120.000", False), ("3.000", True)]
    assert len(asked(onec, shop)) == 1


def test_several_lines_of_one_product_are_in_doubt_together(shop, onec):
    heard(timedelta(seconds=20))
    line = {"product": shop.only_a.pk, "packaging": None, "quantity": "4"}
    said = check(shop, {"agreement": shop.agreement_a1.pk, "lines": [line, line]})
    assert told(said) == [("3.000", True)] * 2


def test_shortage_is_told_in_words_and_the_order_is_placed(shop):
    data = body(shop, only_a="5")
    said = check(shop, data)
    assert [warning["code"] for warning in said["warnings"]] == ["short_stock"]
    assert "3 pcs in stock" in said["warnings"][0]["message"]
    assert place(shop, data)["status"] == "placed"


def test_what_1c_has_no_row_of_is_not_in_stock(shop, onec):
    onec.edit("stock", {}, match={"product": str(shop.only_a.ref)}, deleted=True)
    assert told(check(shop, body(shop, only_a="1"))) == [("0.000", True)]


def test_the_placed_order_keeps_what_was_known_and_asks_nothing(shop, onec):
    said = check(shop)
    order = place(shop)
    assert told(order) == told(said)
    assert [line["available_at"] for line in order["lines"]] == [line["available_at"] for line in said["lines"]]
    assert len(asked(onec, shop)) == 1
    page = client_of(shop.owner).get(f"{ORDERS}{order['id']}/").json()
    assert page["lines"] == order["lines"]


def test_an_order_placed_without_a_check_tells_of_the_load_with_its_age(shop, onec):
    order = place(shop)
    assert told(order) == [("120.000", False), ("7.500", False)]
    assert all(age(line) >= HOUR for line in order["lines"])
    assert asked(onec, shop) == []


AWAY = {
    "nobody listens": lambda onec, settings: setattr(settings, "ONEC_URL", f"http://127.0.0.1:{free_port()}/demo"),
    "503": lambda onec, settings: onec.fault({"channel": "B"}, {"status": 503}),
    "500": lambda onec, settings: onec.fault({"channel": "B"}, {"status": 500}),
    "not let in": lambda onec, settings: setattr(settings, "ONEC_PASSWORD", "wrong"),
    "the breaker is open": lambda onec, settings: Breaker.objects.create(
        name="onec", opened_at=timezone.now(), probe_at=timezone.now()
    ),
}


@pytest.mark.parametrize("reason", AWAY)
def test_without_1c_what_is_known_is_told_with_its_age(shop, onec, settings, reason):
    AWAY[reason](onec, settings)
    said = check(shop)
    assert told(said) == [("120.000", False), ("7.500", False)]
    assert all(HOUR <= age(line) < HOUR + timedelta(minutes=1) for line in said["lines"])
    assert place(shop)["status"] == "placed"


def test_a_1c_that_does_not_answer_is_not_waited_for(shop, onec):
    onec.fault({"channel": "B"}, {"delay": 5})
    begun = time.monotonic()
    assert told(check(shop)) == [("120.000", False), ("7.500", False)]
    assert time.monotonic() - begun < 2 + 1  # the request itself on a busy machine


def test_an_answer_that_cannot_be_read_is_no_answer(shop, onec):
    onec.edit("stock", {"available": "plenty"}, match={"product": str(shop.shared.ref)})
    assert told(check(shop, body(shop, shared="1"))) == [("120.000", False)]


def test_stock_that_was_never_loaded_has_no_age(shop, settings):
    ExchangeState.objects.filter(entity="stock").delete()
    settings.ONEC_URL = f"http://127.0.0.1:{free_port()}/demo"
    assert [line["available_at"] for line in check(shop)["lines"]] == [None, None]
    assert [line["available_at"] for line in place(shop)["lines"]] == [None, None]


def test_a_load_after_the_question_counts_more(shop):
    check(shop)
    heard(timedelta(seconds=-1))
    assert told(check(shop, body(shop, only_a="8"))) == [("7.500", False)]


def test_without_redis_1c_is_asked_each_time(shop, onec, settings):
    settings.REDIS_URL = "redis://127.0.0.1:1/0"
    for _ in range(2):
        assert told(check(shop)) == [("85.500", True), ("3.000", True)]
    assert len(asked(onec, shop)) == 2


def test_a_foreign_product_is_not_asked_about(shop, onec):
    answer = client_of(shop.owner).post(CHECK, body(shop, only_b="1"))
    assert answer.status_code == 400
    assert asked(onec, shop) == [] and live.STOCK.store.size(live.STOCK.name) == 0


def test_an_order_in_doubt_is_no_more_queries_of_the_lines(shop):
    """One for the breaker, however many goods there are."""
    check(shop, body(shop, shared="1"))
    live.STOCK.store.forget(live.STOCK.name)
    client, counts = client_of(shop.owner), []
    for data in (body(shop, shared="1"), body(shop)):
        live.STOCK.store.forget(live.STOCK.name)
        with CaptureQueriesContext(connection) as captured:
            client.post(CHECK, data)
        counts.append(len(captured))
    assert counts[0] == counts[1]


def test_more_goods_than_1c_takes_at_once_are_asked_in_turns(onec):
    keys = [row["product"] for row in onec.rows("stock", limit=1000)]
    assert len(set(keys)) > 200
    items = PortalService().ask("stock", product=list(dict.fromkeys(keys)))
    assert len({item["data"]["product"] for item in items}) == len(set(keys))


def test_old_orders_say_that_nothing_is_known(shop):
    order = Order.objects.get(pk=place(shop)["id"])
    OrderLine.objects.filter(order=order).update(available=None, available_at=None)
    page = client_of(shop.owner).get(f"{ORDERS}{order.pk}/").json()
    assert {(line["available"], line["available_at"]) for line in page["lines"]} == {(None, None)}
