"""A whole seeded base, group by group of rows."""

from collections.abc import Iterator

from integration.simulator.entities import CLAIM_CATALOG, CONTACTS, PLAN_DOCUMENT, USERS, blank
from integration.simulator.seed import bench, dealings, deliveries, demo, people
from integration.simulator.seed.clients import Client, client_groups
from integration.simulator.seed.countries import WAREHOUSES
from integration.simulator.seed.products import Item, lines, make_items, products, units_and_packagings
from integration.simulator.seed.registers import stock_rows, warehouse_key
from integration.simulator.store import Draft

Groups = Iterator[tuple[str, Iterator[Draft]]]


def seeded_base(size: str, total: int, seed: int, at: str) -> Groups:
    """`total` products; size "demo" has the demonstration's partners, any other the bench's. `at`: time of stock."""
    if size == "demo":
        items = make_items(total, seed)
        clients = demo.demo_clients()
        yield from demo_groups(items, clients)
    else:
        items = make_items(total, seed, most_packagings=2)
        clients = bench.bench_clients(len(items))
        yield from bench_groups(items, clients)
    yield "Catalog_Склады", warehouses()
    yield "Catalog_ТоварныеКатегории", lines()
    yield "Catalog_Номенклатура", products(items)
    yield "Catalog_УпаковкиЕдиницыИзмерения", units_and_packagings(items)
    yield "stock", stock_rows(items, seed, at)
    yield from people_groups(clients)
    yield from dealings_groups(items, clients, at)


def demo_groups(items: list[Item], clients: list[Client]) -> Groups:
    yield from client_groups(clients)
    yield "Catalog_ВидыЦен", demo.price_kinds()
    yield "Catalog_СегментыНоменклатуры", demo.segments()
    yield "prices", demo.prices(items)
    yield "assortment", demo.assortment(items)


def bench_groups(items: list[Item], clients: list[Client]) -> Groups:
    yield from client_groups(clients)
    yield "Catalog_ВидыЦен", bench.price_kinds(clients)
    yield "Catalog_СегментыНоменклатуры", bench.segments(clients)
    yield "prices", bench.prices(items, clients)
    yield "assortment", bench.assortment(items, clients)


def people_groups(clients: list[Client]) -> Groups:
    yield USERS, people.users()
    yield CONTACTS, people.contacts(clients)
    yield "consignees", deliveries.consignees(clients)
    yield "addresses", deliveries.addresses(clients)


def dealings_groups(items: list[Item], clients: list[Client], at: str) -> Groups:
    yield "limits", dealings.limits(clients, at)
    yield PLAN_DOCUMENT, dealings.plans(clients, items)
    yield CLAIM_CATALOG, dealings.catalog_claims(clients)
    yield "claims", dealings.claims(clients)
    yield "notifications", dealings.notifications(clients)


def warehouses() -> Iterator[Draft]:
    for number, name in enumerate(WAREHOUSES, 1):
        fields = {"Code": f"{number:09d}", "Description": name}
        yield warehouse_key(name), blank("Catalog_Склады") | fields, False
