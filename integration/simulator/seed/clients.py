"""Clients of a seeded base: partners, their legal entities, contracts and agreements."""

from collections.abc import Iterator
from dataclasses import dataclass

from integration.simulator.entities import blank
from integration.simulator.refs import ref
from integration.simulator.seed.countries import COUNTRIES, CURRENCIES, MANAGERS, Country
from integration.simulator.seed.tax import tax_id
from integration.simulator.store import Draft

FROM, UNTIL, LONG_AGO = "2026-01-01T00:00:00", "2028-12-31T00:00:00", "2024-12-31T00:00:00"
PARTNERS = [(country, name) for country in COUNTRIES for name in country.partners]


@dataclass(frozen=True)
class Terms:
    """What an agreement gives. `segment`: ZERO = the whole assortment."""

    price_kind: str
    currency: str
    with_vat: bool
    segment: str
    title: str
    status: str = "Действует"


@dataclass(frozen=True)
class Client:
    """Partner number 1, 2, 3… with its terms; the number alone decides everything else."""

    number: int
    terms: tuple[Terms, ...]
    entities: int = 1  # legal entities
    contracts: int = 1

    @property
    def key(self) -> str:
        return ref("partner", self.number)

    @property
    def country(self) -> Country:
        return PARTNERS[(self.number - 1) % len(PARTNERS)][0]

    @property
    def name(self) -> str:
        series, place = divmod(self.number - 1, len(PARTNERS))
        return PARTNERS[place][1] + (f" {series + 1}" if series else "")

    @property
    def currency(self) -> str:
        return self.terms[0].currency

    @property
    def manager(self) -> str:
        """Mailbox of the manager: clients of a country are shared out among its managers."""
        mailboxes = [mailbox for country, _, mailbox, _ in MANAGERS if country == self.country.code]
        return mailboxes[self.number % len(mailboxes)]

    def entity_key(self, index: int) -> str:
        return ref("counterparty", self.number, index % self.entities)

    def contract_key(self, index: int) -> str:
        return ref("contract", self.number, index % self.contracts)


def manager_key(mailbox: str) -> str:
    return ref("manager", mailbox)


def region_key(code: str) -> str:
    return ref("region", code)


def currency_key(code: str) -> str:
    return ref("currency", code)


def regions() -> Iterator[Draft]:
    for number, country in enumerate(COUNTRIES, 1):
        fields = {"Code": f"{number:09d}", "Description": country.name}
        yield region_key(country.code), blank("Catalog_БизнесРегионы") | fields, False


def currencies() -> Iterator[Draft]:
    for code, digits, name, _ in CURRENCIES:
        fields = {"Code": digits, "Description": code, "НаименованиеПолное": name}
        yield currency_key(code), blank("Catalog_Валюты") | fields, False


def partners(clients: list[Client]) -> Iterator[Draft]:
    for client in clients:
        fields = {
            "Code": f"00-{client.number:08d}",
            "Description": client.name,
            "НаименованиеПолное": f"{client.country.form} «{client.name}»",
            "БизнесРегион_Key": region_key(client.country.code),
            "ОсновнойМенеджер_Key": manager_key(client.manager),
            "Клиент": True,
        }
        yield client.key, blank("Catalog_Партнеры") | fields, False


def counterparties(clients: list[Client]) -> Iterator[Draft]:
    for client in clients:
        for index in range(client.entities):
            name = client.name + (" Филиал" if index else "")
            fields = {
                "Code": f"00-{client.number * 10 + index:08d}",
                "Description": f"{name} {client.country.form}",
                "НаименованиеПолное": f"{client.country.form} «{name}»",
                "ИНН": tax_id(client.country.tax_digits, client.number * 2 + index),
                "Партнер_Key": client.key,
            }
            yield client.entity_key(index), blank("Catalog_Контрагенты") | fields, False


def contracts(clients: list[Client]) -> Iterator[Draft]:
    for client in clients:
        for index in range(client.contracts):
            yield client.contract_key(index), contract_fields(client, index), False


def contract_fields(client: Client, index: int) -> dict:
    """The first two are in force, a third has run out."""
    number = f"{client.country.code}-{client.number:03d}/{index + 1}"
    over = index == 2
    return blank("Catalog_ДоговорыКонтрагентов") | {
        "Code": f"00-{client.number * 10 + index:08d}",
        "Description": f"Договор поставки № {number}",
        "Номер": number,
        "Дата": "2023-12-20T00:00:00" if over else "2025-12-15T00:00:00",
        "Партнер_Key": client.key,
        "Контрагент_Key": client.entity_key(index),
        "ВалютаВзаиморасчетов_Key": currency_key(client.currency),
        "Статус": "Закрыт" if over else "Действует",
        "ДатаНачалаДействия": "2024-01-01T00:00:00" if over else FROM,
        "ДатаОкончанияДействия": LONG_AGO if over else UNTIL,
    }


def agreements(clients: list[Client]) -> Iterator[Draft]:
    for client in clients:
        for index, terms in enumerate(client.terms):
            yield ref("agreement", client.number, index), agreement_fields(client, index, terms), False


def agreement_fields(client: Client, index: int, terms: Terms) -> dict:
    over = terms.status == "Закрыто"
    contract = index % min(client.contracts, 2)
    return blank("Catalog_СоглашенияСКлиентами") | {
        "Code": f"00-{client.number * 10 + index:08d}",
        "Description": f"{client.name}: {terms.title}",
        "Номер": f"{client.number:04d}-{index + 1}",
        "Дата": "2023-12-25T00:00:00" if over else "2025-12-20T00:00:00",
        "Партнер_Key": client.key,
        "Контрагент_Key": client.entity_key(contract),
        "Договор_Key": client.contract_key(contract),
        "ВидЦен_Key": terms.price_kind,
        "Валюта_Key": currency_key(terms.currency),
        "ЦенаВключаетНДС": terms.with_vat,
        "СегментНоменклатуры_Key": terms.segment,
        "Статус": terms.status,
        "ДатаНачалаДействия": FROM,
        "ДатаОкончанияДействия": LONG_AGO if over else UNTIL,
    }


def client_groups(clients: list[Client]) -> Iterator[tuple[str, Iterator[Draft]]]:
    yield "Catalog_БизнесРегионы", regions()
    yield "Catalog_Валюты", currencies()
    yield "Catalog_Партнеры", partners(clients)
    yield "Catalog_Контрагенты", counterparties(clients)
    yield "Catalog_ДоговорыКонтрагентов", contracts(clients)
    yield "Catalog_СоглашенияСКлиентами", agreements(clients)
