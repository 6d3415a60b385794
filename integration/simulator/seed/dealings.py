"""What goes on between the manufacturer and its clients: credit, sales plans, claims, notifications."""

from collections.abc import Iterator

from integration.simulator.entities import CLAIM_CATALOG, PLAN_DOCUMENT, blank
from integration.simulator.refs import ref
from integration.simulator.rows import register_key
from integration.simulator.seed.clients import Client, currency_key
from integration.simulator.seed.countries import RATES
from integration.simulator.seed.products import Item
from integration.simulator.service.claims import ANSWERS, IN_WORK, REFUSED, REGISTERED, SATISFIED, catalog_fields
from integration.simulator.service.plans import APPROVED, CANCELLED, DRAFT
from integration.simulator.store import Draft

IN_FORCE = 2  # contracts of a client; a third has run out
PERIODS = (("2026-10-01", "2026-12-31"), ("2027-01-01", "2027-03-31"))
PLANNING = 8  # distributors that have sales plans
PLAN_LINES = 6

# Partner, kind, subject, text, status, when: claims that came by telephone or on paper and were written down in 1C.
CLAIMS = (
    (1, "quantity", "Недостача в поставке", "Недопоставлено 2 бочки по 205 л, акт приложен.", SATISFIED, "2026-09-14"),
    (1, "documents", "Нет паспорта качества", "К партии не приложен паспорт качества.", IN_WORK, "2026-11-16"),
    (2, "quality", "Течь канистр", "В коробе четыре канистры с повреждённой крышкой.", SATISFIED, "2026-10-02"),
    (5, "assortment", "Пересорт", "Вместо 5W-30 поставлено 5W-40.", REGISTERED, "2026-11-19"),
    (9, "delivery", "Опоздание машины", "Машина пришла на сутки позже согласованного срока.", REFUSED, "2026-08-21"),
    (16, "quantity", "Расхождение веса", "Вес нетто партии меньше указанного на 40 кг.", IN_WORK, "2026-11-12"),
)
# Partner, kind, subject, text, when, read.
NOTIFICATIONS = (
    (1, "documents", "Готов акт сверки", "Акт сверки за III квартал размещён в личном кабинете.", "2026-10-12", True),
    (
        1,
        "other",
        "Склад закрыт на инвентаризацию",
        "28 и 29 ноября склад в Шымкенте не отгружает.",
        "2026-11-20",
        False,
    ),
    (2, "limit", "Лимит использован на 80 %", "Свободный остаток лимита меньше 20 %.", "2026-11-18", False),
    (5, "documents", "Готовы счета-фактуры", "Счета-фактуры за октябрь подписаны.", "2026-11-05", True),
)


def limits(clients: list[Client], at: str) -> Iterator[Draft]:
    """A limit per contract in force and currency that is sold in under it. `at`: the time they are said to be of."""
    for client in clients:
        currencies = dict.fromkeys([client.currency, *(terms.currency for terms in client.terms)])
        for index in range(min(client.contracts, IN_FORCE)):
            for currency in currencies:
                data = limit(client, index, currency, at)
                yield register_key("limits", data), data, False


def limit(client: Client, index: int, currency: str, at: str) -> dict:
    """20,000 to 200,000 dollars' worth; every fifth client is in arrears, and one in eleven beyond its limit."""
    total = (20 + client.number * 37 % 180) * 1000 * RATES[currency]
    used = 1.05 if client.number % 11 == 0 else (client.number * 13 + index * 29) % 80 / 100
    debt = round(total * used, 2)
    return {
        "contract": client.contract_key(index),
        "currency": currency_key(currency),
        "limit": f"{total:.2f}",
        "debt": f"{debt:.2f}",
        "overdue": f"{debt * 0.2 if client.number % 5 == 0 else 0:.2f}",
        "available": f"{total - debt:.2f}",
        "calculated_at": at,
    }


def plans(clients: list[Client], items: list[Item]) -> Iterator[Draft]:
    """Two quarters of the first distributors: this one approved, the next on its way."""
    alive = [item for item in items if not item.deleted]
    for client in clients[:PLANNING]:
        for index, period in enumerate(PERIODS):
            yield ref("plan", client.number, index), plan(client, index, period, alive), False


def plan(client: Client, index: int, period: tuple[str, str], items: list[Item]) -> dict:
    status = APPROVED if index == 0 else CANCELLED if client.number == PLANNING else DRAFT
    chosen = [items[(client.number * 17 + place * 41) % len(items)] for place in range(PLAN_LINES)]
    return blank(PLAN_DOCUMENT) | {
        "Number": f"ПП01-{client.number * 10 + index:06d}",
        "Date": f"2026-{9 + index * 2:02d}-15T12:00:00",
        "Posted": status == APPROVED,
        "НачалоПериода": f"{period[0]}T00:00:00",
        "ОкончаниеПериода": f"{period[1]}T00:00:00",
        "Партнер_Key": client.key,
        "Статус": status,
        "Комментарий": "" if index else "Согласован на совещании дистрибьюторов",
        "Товары": [plan_line(client, place, item) for place, item in enumerate(dict.fromkeys(chosen), 1)],
    }


def plan_line(client: Client, place: int, item: Item) -> dict:
    quantity = 200 * (1 + (client.number + place * 3) % 12)
    price = float(item.family.price) * RATES[client.currency]
    amount = {"Количество": quantity, "Сумма": round(quantity * price, 2)}
    return {"LineNumber": str(place), "Номенклатура_Key": item.key, **amount}


def claims(clients: list[Client]) -> Iterator[Draft]:
    for number, (partner, kind, subject, text, status, day) in enumerate(CLAIMS, 1):
        if partner > len(clients):
            continue
        client = clients[partner - 1]
        data = {
            "partner": client.key,
            "counterparty": client.entity_key(0),
            "contract": client.contract_key(0),
            "order": None,
            "kind": kind,
            "subject": subject,
            "text": text,
            "number": f"ПР01-{number:06d}",
            "registered_at": f"{day}T10:30:00+05:00",
            "status": status,
            "answer": ANSWERS.get(status, ""),
            "portal_version": None,
        }
        yield ref("claim", number), data, False


def catalog_claims(clients: list[Client]) -> Iterator[Draft]:
    """The same claims as channel A shows them."""
    for key, data, deleted in claims(clients):
        yield key, blank(CLAIM_CATALOG) | catalog_fields(key, data), deleted


def notifications(clients: list[Client]) -> Iterator[Draft]:
    for number, (partner, kind, subject, text, day, read) in enumerate(NOTIFICATIONS, 1):
        if partner > len(clients):
            continue
        data = {
            "partner": clients[partner - 1].key,
            "kind": kind,
            "subject": subject,
            "text": text,
            "order": None,
            "contract": None,
            "created_at": f"{day}T09:00:00+05:00",
            "read_at": f"{day}T15:20:00+05:00" if read else None,
            "portal_version": None,
        }
        yield ref("notification", number), data, False
