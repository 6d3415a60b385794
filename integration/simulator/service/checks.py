"""What 1C checks before it takes a thing. A refusal carries a code for programs and a reason in Russian for people."""

from decimal import Decimal, InvalidOperation

from integration.simulator.refs import ZERO, as_key
from integration.simulator.rows import Row
from integration.simulator.store import Store


class Refusal(Exception):
    """What was sent is not taken."""

    def __init__(self, code: str, message: str):
        super().__init__(message)
        self.code, self.message = code, message


def check_order(store: Store, data: dict, max_quantity: Decimal) -> None:
    """Raises Refusal at the first fault found: references first, then lines, then the total."""
    partner = active(store, "Catalog_Партнеры", data.get("partner"), "Партнер")
    for entity, name, title, required in (
        ("Catalog_Контрагенты", "counterparty", "Контрагент", False),
        ("Catalog_ДоговорыКонтрагентов", "contract", "Договор", False),
        ("Catalog_СоглашенияСКлиентами", "agreement", "Соглашение", True),
    ):
        if required or data.get(name):
            belongs(active(store, entity, data.get(name), title), partner, title)
    check_agreement(store.get("Catalog_СоглашенияСКлиентами", as_key(data["agreement"])))
    currency_key(store, data.get("currency"))
    lines = data.get("lines")
    if not isinstance(lines, list) or not lines:
        raise Refusal("lines", "В заказе нет ни одной строки")
    for position, line in enumerate(lines, 1):
        check_line(store, position, line, max_quantity)
    if sum(number(line.get("amount"), "сумма") for line in lines) != number(data.get("total"), "сумма заказа"):
        raise Refusal("total", "Сумма заказа не равна сумме строк")


def check_agreement(agreement: Row) -> None:
    status = agreement.fields["Статус"]
    if status != "Действует":
        raise Refusal("agreement", f"Соглашение не действует: {status}")


def check_line(store: Store, position: int, line: dict, max_quantity: Decimal) -> None:
    product = active(store, "Catalog_Номенклатура", line.get("product"), f"Строка {position}: номенклатура")
    if product.fields["IsFolder"]:
        raise Refusal("reference", f"Строка {position}: «{product.fields['Description']}» — группа, а не товар")
    quantity = number(line.get("quantity"), f"строка {position}: количество")
    if quantity <= 0:
        raise Refusal("quantity", f"Строка {position}: количество должно быть больше нуля")
    if base_quantity(store, position, line) > max_quantity:
        raise Refusal(
            "quantity", f"Строка {position}: количество больше допустимого для одного заказа ({max_quantity})"
        )


def base_quantity(store: Store, position: int, line: dict) -> Decimal:
    """Quantity of a line in the product's base unit."""
    quantity = number(line["quantity"], f"строка {position}: количество")
    if not line.get("packaging"):
        return quantity
    packaging = active(
        store, "Catalog_УпаковкиЕдиницыИзмерения", line["packaging"], f"Строка {position}: упаковка"
    ).fields
    if packaging["Owner"] not in ("", as_key(line["product"])):
        raise Refusal("reference", f"Строка {position}: упаковка «{packaging['Description']}» другого товара")
    return quantity * Decimal(packaging["Числитель"]) / Decimal(packaging["Знаменатель"])


def active(store: Store, entity: str, reference: object, title: str) -> Row:
    key = as_key(reference) if isinstance(reference, str) else None
    row = store.get(entity, key) if key and key != ZERO else None
    if row is None:
        raise Refusal("reference", f"{title}: не найдено по ссылке {reference}")
    if row.deleted:
        raise Refusal("deleted", f"{title}: «{row.fields['Description']}» помечен на удаление")
    return row


def belongs(row: Row, partner: Row, title: str) -> None:
    if row.fields["Партнер_Key"] != partner.key:
        name = row.fields.get("Description") or row.fields["Number"]
        raise Refusal("reference", f"{title}: «{name}» принадлежит другому партнеру")


def partner_of(store: Store, data: dict) -> Row:
    return active(store, "Catalog_Партнеры", data.get("partner"), "Партнер")


def optional(store: Store, entity: str, reference: object, title: str, partner: Row) -> str | None:
    """Key of a row that belongs to the partner; None when nothing was named."""
    if not reference:
        return None
    row = active(store, entity, reference, title)
    belongs(row, partner, title)
    return row.key


def filled(data: dict, name: str, title: str) -> str:
    """A text that has to be given, without the spaces around it."""
    text = str(data.get(name) or "").strip()
    if not text:
        raise Refusal("required", f"Не заполнено: {title}")
    return text


def plain(data: dict, *names: str) -> dict[str, str]:
    """Texts that need not be given."""
    return {name: str(data.get(name) or "").strip() for name in names}


def identifier(value: object, title: str) -> str:
    key = as_key(value) if isinstance(value, str) else None
    if key is None:
        raise Refusal("format", f"Не идентификатор: {title} = {value!r}")
    return key


def one_of(data: dict, name: str, allowed: tuple[str, ...], title: str) -> str:
    if data.get(name) not in allowed:
        raise Refusal("value", f"{title}: неизвестное значение {data.get(name)!r}, возможны {', '.join(allowed)}")
    return data[name]


def currency_key(store: Store, code: object) -> str:
    for row in store.select("entity = 'Catalog_Валюты' AND deleted = 0"):
        if row.fields["Description"] == code:
            return row.key
    raise Refusal("reference", f"Валюта не найдена: {code}")


def number(value: object, title: str) -> Decimal:
    try:
        parsed = Decimal(value) if isinstance(value, str) else None
    except InvalidOperation:
        parsed = None
    if parsed is None or not parsed.is_finite():
        raise Refusal("format", f"Не число: {title} = {value!r}")
    return parsed
