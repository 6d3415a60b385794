"""Rows of the registers: who may buy what, at what price, and how much of it there is."""

import random
from collections.abc import Iterable, Iterator
from decimal import Decimal

from integration.simulator.refs import ref
from integration.simulator.seed.containers import Container
from integration.simulator.seed.countries import RATES, WAREHOUSES
from integration.simulator.seed.products import Item
from integration.simulator.store import Draft

VALID_FROM = "2026-01-01"


def price_rows(item: Item, price_kind: str, currency: str, share: float, most: int | None = None) -> Iterator[Draft]:
    """Prices of the product's packagings (the first `most`) in one price kind."""
    for packaging, container in item.packagings[:most]:
        data = {
            "product": item.key,
            "price_kind": price_kind,
            "packaging": packaging,
            "characteristic": None,
            "price": amount(item, container, currency, share),
            "valid_from": VALID_FROM,
        }
        yield ref("prices", item.key, price_kind, packaging, ""), data, False


def amount(item: Item, container: Container, currency: str, share: float) -> str:
    """Price of one packaging: two decimals, four in the currencies whose unit is large."""
    grade = 1 + (item.number * 7919 % 31) / 100  # products of a family differ by up to a third
    value = item.family.price * grade * float(container.units) * container.share * share * RATES[currency]
    return f"{value:.4f}" if RATES[currency] < 10 else f"{value:.2f}00"


def stock_rows(items: Iterable[Item], seed: int, at: str) -> Iterator[Draft]:
    """Every product in every warehouse; a seventh of the balances are nothing."""
    chance = random.Random(seed + 1)  # noqa: S311 - invented balances, the same every time
    warehouses = [warehouse_key(name) for name in WAREHOUSES]
    for item in items:
        for warehouse in warehouses:
            units = chance.randint(0, 6) and chance.randint(1, 400) * 50
            data = {
                "product": item.key,
                "warehouse": warehouse,
                "characteristic": None,
                "available": str(Decimal(units).quantize(Decimal("0.001"))),
                "calculated_at": at,
            }
            yield ref("stock", item.key, warehouse, ""), data, False


def warehouse_key(name: str) -> str:
    return ref("warehouse", name)


def assortment_rows(segment: str, items: Iterable[Item]) -> Iterator[Draft]:
    for item in items:
        yield ref("assortment", segment, item.key), {"segment": segment, "product": item.key}, False
