"""The document that an order of the portal becomes: Document_ЗаказКлиента."""

from decimal import Decimal

from integration.simulator.entities import DOCUMENT, blank
from integration.simulator.refs import EMPTY_DATE, ZERO, as_key
from integration.simulator.rows import Row
from integration.simulator.service.checks import base_quantity, currency_key
from integration.simulator.store import Store


def write_document(store: Store, portal_id: str, data: dict, old: Row | None, key: str) -> Row:
    """Number and date are given once; everything else is the order's."""
    kept = old.fields if old else {"Number": next_number(store), "Date": store.clock.local()}
    fields = {
        **blank(DOCUMENT),
        "Number": kept["Number"],
        "Date": kept["Date"],
        "Posted": True,
        "Партнер_Key": as_key(data["partner"]),
        "Контрагент_Key": as_key(data.get("counterparty") or ZERO),
        "Договор_Key": as_key(data.get("contract") or ZERO),
        "Соглашение_Key": as_key(data["agreement"]),
        "Валюта_Key": currency_key(store, data["currency"]),
        "СуммаДокумента": float(data["total"]),
        "НомерПоДаннымКлиента": text(data.get("client_reference"), 50),
        "ЖелаемаяДатаОтгрузки": moment(data.get("requested_date")),
        "Комментарий": text(data.get("comment"), 10_000),
        "ИдентификаторПортала": portal_id,
        "Товары": [document_line(store, position, line) for position, line in enumerate(data["lines"], 1)],
    }
    return store.put(DOCUMENT, key, fields)


def document_line(store: Store, position: int, line: dict) -> dict:
    return {
        "LineNumber": str(position),
        "Номенклатура_Key": as_key(line["product"]),
        "Упаковка_Key": as_key(line.get("packaging") or ZERO),
        "КоличествоУпаковок": float(line["quantity"]),
        "Количество": float(base_quantity(store, position, line)),
        "Цена": float(Decimal(line.get("price") or "0")),
        "Сумма": float(line["amount"]),
    }


def next_number(store: Store) -> str:
    return f"ТД00-{store.next('order_number'):06d}"


def text(value: object, length: int) -> str:
    return str(value or "")[:length]


def moment(value: object) -> str:
    """A date of the portal as 1C keeps it: with a time, without a zone."""
    return f"{str(value)[:10]}T00:00:00" if value else EMPTY_DATE
