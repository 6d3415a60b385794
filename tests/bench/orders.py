"""Buyers who order at the same time: each order is checked, then placed; ten lines, another ten each time.

First with stock and limits just loaded, as the schedule has it; then with old ones, where each check asks 1C for what
nobody has asked about in the last minutes.
"""

import http.client
import json
import random
import threading
import time
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from statistics import median

from tests.bench.asking import ask, executed, queries
from tests.bench.figures import Figure, at_least, at_most
from tests.bench.load import Effort, Failed
from tests.bench.loads import load
from tests.bench.people import Buyer
from tests.bench.portal import FLOOR, WARM, BenchPortal

CHECK, PLACE = "/api/v1/ordering/orders/check/", "/api/v1/ordering/orders/"
LINES = 10
LIVE = ("stock", "limits")


@dataclass(frozen=True)
class Shop:
    """Where a buyer orders: a process, its two addresses, and the order's lines to choose from."""

    port: int
    check: str
    place: str
    buyer: Buyer
    goods: list[dict]


def measure(portal: BenchPortal, effort: Effort, buyers: list[Buyer]) -> Iterator[Figure]:
    port = portal.port_of(WARM)
    shops = [Shop(port, CHECK, PLACE, buyer, goods_of(portal, buyer)) for buyer in buyers]
    floors = _floors(portal, shops)
    for name in LIVE:
        load(portal, "--changes", name)
    placed, bare = _side_by_side(shops, floors, effort)
    yield Figure("order of ten lines, 8 buyers", placed, "orders/s", bare, (at_least(100),), "checked and placed")
    grow_old()
    placed, bare = _side_by_side(shops, floors, effort)
    yield Figure("order of ten lines, 1C asked", placed, "orders/s", bare, note="stock and limits are an hour old")
    yield Figure("order of ten lines: requests", 2, "requests", None, (at_most(2),))
    check, place = _queries(shops[0])
    yield Figure("order of ten lines: queries", check + place, "queries", None, (at_most(25),), f"{check} + {place}")


def _side_by_side(shops: list[Shop], floors: list[Shop], effort: Effort) -> tuple[float, float]:
    """Median rates of the portal and of the floor, in turns."""
    rounds = [(rate(shops, effort.seconds), rate(floors, effort.seconds)) for _ in range(effort.runs)]
    placed, bare = (median(rates) for rates in zip(*rounds, strict=True))
    return placed, bare


def grow_old() -> None:
    """An hour without a load."""
    from django.db.models import F

    from integration.models import ExchangeState

    known = ExchangeState.objects.filter(entity__in=LIVE)
    known.update(checked_at=F("checked_at") - timedelta(hours=1))


def goods_of(portal: BenchPortal, buyer: Buyer) -> list[dict]:
    """Lines the buyer could order: one of each product that has a price."""
    path = f"/api/v1/catalog/products/?agreement={buyer.agreement}&page_size=100"
    products = json.loads(ask(portal.request(WARM, path, buyer.reading)).body)["results"]
    offers = ((product["id"], offer) for product in products for offer in product["packagings"])
    return [{"product": key, "packaging": offer["id"], "quantity": "3"} for key, offer in offers if offer["price"]]


def rate(shops: list[Shop], seconds: float) -> float:
    """Orders a second of all buyers together."""
    counts: list[int] = []
    started = time.perf_counter()
    threads = [threading.Thread(target=lambda shop=shop: counts.append(_orders(shop, seconds))) for shop in shops]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if len(counts) < len(shops):
        raise Failed("a buyer could not order")
    return sum(counts) / (time.perf_counter() - started)


def _orders(shop: Shop, seconds: float) -> int:
    connection = http.client.HTTPConnection("127.0.0.1", shop.port, timeout=60)
    until, done = time.perf_counter() + seconds, 0
    while time.perf_counter() < until:
        order(connection, shop)
        done += 1
    connection.close()
    return done


def order(connection: http.client.HTTPConnection, shop: Shop) -> tuple[bytes, bytes]:
    """Check and place one order; what was answered to each."""
    asked = wish(shop)
    checked = post(connection, shop.check, asked, shop.buyer)
    asked["expected_total"] = json.loads(checked)["total"]
    return checked, post(connection, shop.place, asked, shop.buyer)


def wish(shop: Shop) -> dict:
    return {"agreement": shop.buyer.agreement, "lines": random.sample(shop.goods, LINES)}


def post(connection: http.client.HTTPConnection, path: str, asked: dict, buyer: Buyer) -> bytes:
    headers = {**buyer.writing, "Idempotency-Key": str(uuid.uuid4())}
    connection.request("POST", path, json.dumps(asked), headers)
    response = connection.getresponse()
    answer = response.read()
    if response.status >= 300:
        raise Failed(f"{path}: {response.status} {answer[:500]}")
    return answer


def _floors(portal: BenchPortal, shops: list[Shop]) -> list[Shop]:
    """The same buyers at the floor, which answers what the portal answered to a first order."""
    connection = http.client.HTTPConnection("127.0.0.1", shops[0].port, timeout=60)
    for name, body in zip(("check", "place"), order(connection, shops[0]), strict=True):
        portal.floor_of(name, body)
    return [Shop(portal.port_of(FLOOR), "/check", "/place", shop.buyer, shop.goods) for shop in shops]


def _queries(shop: Shop) -> tuple[int, int]:
    """Of the check and of the placing."""
    asked = json.dumps(wish(shop)).encode()
    check = queries(CHECK, shop.buyer.writing, asked)
    placing = {**shop.buyer.writing, "Idempotency-Key": str(uuid.uuid4())}
    return check, len(executed(PLACE, placing, asked))
