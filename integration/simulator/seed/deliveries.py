"""Where the clients of a seeded base have their goods delivered."""

from collections.abc import Iterator

from integration.simulator.refs import ref
from integration.simulator.seed.clients import Client
from integration.simulator.seed.people import FIRST_NAMES, LAST_NAMES, phone
from integration.simulator.seed.tax import tax_id
from integration.simulator.service.addresses import CONFIRMED, REASON, REFUSED
from integration.simulator.store import Draft

# City and postcode by country.
CITIES = {
    "KZ": (
        ("Шымкент", "160000"),
        ("Алматы", "050000"),
        ("Астана", "010000"),
        ("Караганда", "100000"),
        ("Актобе", "030000"),
    ),
    "UZ": (("Ташкент", "100000"), ("Навои", "210100"), ("Фергана", "150100"), ("Самарканд", "140100")),
    "KG": (("Бишкек", "720000"), ("Ош", "723500"), ("Каракол", "722200")),
    "TJ": (("Душанбе", "734000"), ("Худжанд", "735700")),
    "CN": (("Урумчи", "830000"), ("Хоргос", "835221")),
    "MN": (("Улан-Батор", "14200"), ("Эрдэнэт", "61000")),
    "TM": (("Ашхабад", "744000"), ("Туркменбаши", "745000")),
}
STREETS = ("ул. Промышленная", "пр. Складской", "ул. Железнодорожная", "ул. Заводская", "Северный объезд")
HOURS = ("Пн–Пт 9:00–18:00", "Пн–Сб 8:00–17:00", "Круглосуточно")
REFUSED_EVERY = 23  # addresses


def own_consignees(clients: list[Client]) -> Iterator[tuple[Client, int]]:
    """Every client has one, every third two."""
    for client in clients:
        for index in range(2 if client.number % 3 == 0 else 1):
            yield client, index


def consignee_key(client: Client, index: int) -> str:
    return ref("consignee", client.number, index)


def consignees(clients: list[Client]) -> Iterator[Draft]:
    """The first is the client's own company, a second somebody else's."""
    for client, index in own_consignees(clients):
        number = client.number * 7 + index
        person = f"{LAST_NAMES[number % len(LAST_NAMES)]} {FIRST_NAMES[number % len(FIRST_NAMES)]}"
        name = f"{client.country.form} «{client.name}{' Склад' if index else ''}»"
        data = {
            "partner": client.key,
            "counterparty": None if index else client.entity_key(0),
            "name": name,
            "tax_id": tax_id(client.country.tax_digits, client.number * 2 + (5000 if index else 0)),
            "contact_person": person,
            "phone": phone(client.country, number),
            "portal_version": None,
        }
        yield consignee_key(client, index), data, False


def addresses(clients: list[Client]) -> Iterator[Draft]:
    """One or two a consignee."""
    for client, index in own_consignees(clients):
        for place in range(1 + (client.number + index) % 2):
            yield ref("address", client.number, index, place), address(client, index, place), False


def address(client: Client, index: int, place: int) -> dict:
    cities = CITIES[client.country.code]
    number = client.number * 5 + index * 2 + place
    city, postcode = cities[number % len(cities)]
    refused = number % REFUSED_EVERY == 0
    return {
        "consignee": consignee_key(client, index),
        "partner": client.key,
        "country": client.country.code,
        "postcode": postcode,
        "city": city,
        "address": f"{STREETS[number % len(STREETS)]}, {number % 90 + 1}",
        "working_hours": HOURS[number % len(HOURS)],
        "comment": "Въезд по пропускам, заказать за сутки" if number % 4 == 0 else "",
        "state": REFUSED if refused else CONFIRMED,
        "reason": REASON if refused else "",
        "portal_version": None,
    }
