"""A whole seeded base, group by group of rows."""

from collections.abc import Iterator

from integration.simulator.entities import blank
from integration.simulator.seed import bench, demo
from integration.simulator.seed.clients import client_groups
from integration.simulator.seed.countries import WAREHOUSES
from integration.simulator.seed.products import Item, lines, make_items, products, units_and_packagings
from integration.simulator.seed.registers import stock_rows, warehouse_key
from integration.simulator.store import Draft

Groups = Iterator[tuple[str, Iterator[Draft]]]


def seeded_base(size: str, total: int, seed: int, at: str) -> Groups:
    """`total` products; size "demo" has the demonstration's partners, any other the bench's. `at`: time of stock."""
    if size == "demo":
        items = make_items(total, seed)
        yield from demo_groups(items)
    else:
        items = make_items(total, seed, most_packagings=2)
        yield from bench_groups(items)
    yield "Catalog_Склады", warehouses()
    yield "Catalog_ТоварныеКатегории", lines()
    yield "Catalog_Номенклатура", products(items)
    yield "Catalog_УпаковкиЕдиницыИзмерения", units_and_packagings(items)
    yield "stock", stock_rows(items, seed, at)


def demo_groups(items: list[Item]) -> Groups:
    yield from client_groups(demo.demo_clients())
    yield "Catalog_ВидыЦен", demo.price_kinds()
    yield "Catalog_СегментыНоменклатуры", demo.segments()
    yield "prices", demo.prices(items)
    yield "assortment", demo.assortment(items)


def bench_groups(items: list[Item]) -> Groups:
    clients = bench.bench_clients(len(items))
    yield from client_groups(clients)
    yield "Catalog_ВидыЦен", bench.price_kinds(clients)
    yield "Catalog_СегментыНоменклатуры", bench.segments(clients)
    yield "prices", bench.prices(items, clients)
    yield "assortment", bench.assortment(items, clients)


def warehouses() -> Iterator[Draft]:
    for number, name in enumerate(WAREHOUSES, 1):
        fields = {"Code": f"{number:09d}", "Description": name}
        yield warehouse_key(name), blank("Catalog_Склады") | fields, False
