"""A base for measuring: a partner for every fifty products, each with an assortment and prices of its own."""

from collections.abc import Iterator

from integration.simulator.entities import blank
from integration.simulator.refs import ref
from integration.simulator.seed.clients import Client, Terms, currency_key
from integration.simulator.seed.countries import RATES
from integration.simulator.seed.products import Item
from integration.simulator.seed.registers import assortment_rows, price_rows
from integration.simulator.store import Draft

PRODUCTS_PER_PARTNER, OWN_ASSORTMENT = 50, 800
CURRENCIES = list(RATES)


def bench_clients(products: int) -> list[Client]:
    count = max(2, products // PRODUCTS_PER_PARTNER)
    return [Client(number, (terms(number),)) for number in range(1, count + 1)]


def terms(number: int) -> Terms:
    return Terms(price_kind_key(number), currency(number), True, segment_key(number), f"соглашение {number}")


def currency(number: int) -> str:
    return CURRENCIES[number % len(CURRENCIES)]


def segment_key(number: int) -> str:
    return ref("own segment", number)


def price_kind_key(number: int) -> str:
    return ref("own price kind", number)


def own_items(items: list[Item], number: int) -> list[Item]:
    """About 800 products spread evenly over all, shifted by the partner's number."""
    step = max(1, len(items) // OWN_ASSORTMENT)
    return items[number % step :: step][:OWN_ASSORTMENT]


def price_kinds(clients: list[Client]) -> Iterator[Draft]:
    for client in clients:
        fields = {"Code": f"{client.number:09d}", "Description": f"Цены {client.name}", "ЦенаВключаетНДС": True}
        fields["ВалютаЦены_Key"] = currency_key(client.currency)
        yield price_kind_key(client.number), blank("Catalog_ВидыЦен") | fields, False


def segments(clients: list[Client]) -> Iterator[Draft]:
    for client in clients:
        fields = {"Code": f"{client.number:09d}", "Description": f"Ассортимент {client.name}"}
        yield segment_key(client.number), blank("Catalog_СегментыНоменклатуры") | fields, False


def prices(items: list[Item], clients: list[Client]) -> Iterator[Draft]:
    for client in clients:
        price_kind, share = price_kind_key(client.number), 0.75 + client.number % 20 / 100
        for item in own_items(items, client.number):
            yield from price_rows(item, price_kind, client.currency, share, most=1)


def assortment(items: list[Item], clients: list[Client]) -> Iterator[Draft]:
    for client in clients:
        yield from assortment_rows(segment_key(client.number), own_items(items, client.number))
