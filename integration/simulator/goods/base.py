"""The rows of a base that holds an export's goods, with the least business around them that somebody can order.

Goods marked "archive" carry it as 1C carries such things: a line of ДополнительныеРеквизиты whose property is named
"Архив" and whose value is "Да". They are neither deleted nor hidden by 1C: what to make of it is the reader's business.
"""

from collections.abc import Iterator

from integration.simulator.entities import USERS, blank
from integration.simulator.goods.commerceml import Export, Good, PriceKind, Unit, read_folder
from integration.simulator.refs import ZERO, ref
from integration.simulator.rows import register_key
from integration.simulator.seed.clients import manager_key
from integration.simulator.seed.countries import CURRENCIES, MANAGERS
from integration.simulator.seed.people import users
from integration.simulator.service.addresses import CONFIRMED
from integration.simulator.store import Draft

LINE = "Линейка"  # the property by which the exporting base told its product lines apart
PARTNER, COUNTERPARTY, CONTRACT = ref("goods", "partner"), ref("goods", "counterparty"), ref("goods", "contract")
REGION, CONSIGNEE = ref("goods", "region"), ref("goods", "consignee")
FROM, UNTIL = "2020-01-01T00:00:00", "2030-12-31T00:00:00"


def goods_base(folder: str, at: str) -> Iterator[tuple[str, Iterator[Draft]]]:
    """Groups of rows. `at`: the time the balances are said to be of. Raises ValueError without goods."""
    export = read_folder(folder)
    yield "Catalog_БизнесРегионы", one("Catalog_БизнесРегионы", REGION, Code="000000001", Description="Россия")
    yield "Catalog_Валюты", currencies(export)
    yield USERS, users()
    yield "Catalog_Партнеры", partner()
    yield "Catalog_Контрагенты", counterparty()
    yield "Catalog_ДоговорыКонтрагентов", contract()
    yield "Catalog_ВидыЦен", price_kinds(export)
    yield "Catalog_СоглашенияСКлиентами", agreements(export)
    yield "Catalog_Склады", named("Catalog_Склады", export.warehouses)
    yield "Catalog_Производители", named("Catalog_Производители", manufacturers(export))
    yield "Catalog_ТоварныеКатегории", named("Catalog_ТоварныеКатегории", lines(export))
    yield "ChartOfCharacteristicTypes_ДополнительныеРеквизитыИСведения", properties(export)
    yield "Catalog_УпаковкиЕдиницыИзмерения", units(export)
    yield "Catalog_Номенклатура", products(export)
    yield "prices", prices(export)
    yield "stock", stock(export, at)
    yield "limits", limits(export, at)
    yield "consignees", consignee()
    yield "addresses", address()


def one(entity: str, key: str, **fields) -> Iterator[Draft]:
    yield key, blank(entity) | fields, False


def named(entity: str, names: dict[str, str]) -> Iterator[Draft]:
    for number, (key, name) in enumerate(names.items(), 1):
        yield key, blank(entity) | {"Code": f"{number:09d}", "Description": name}, False


def currency_key(code: str) -> str:
    return ref("currency", code)


def currencies(export: Export) -> Iterator[Draft]:
    known = {letters: (digits, name) for letters, digits, name, _ in CURRENCIES}
    for code in dict.fromkeys(["RUB", *(kind.currency for kind in export.price_kinds.values())]):
        digits, name = known.get(code, ("", code))
        fields = {"Code": digits, "Description": code, "НаименованиеПолное": name}
        yield currency_key(code), blank("Catalog_Валюты") | fields, False


def partner() -> Iterator[Draft]:
    name = "Розничная сеть «Пример»"
    return one(
        "Catalog_Партнеры",
        PARTNER,
        Code="00-00000001",
        Description=name,
        НаименованиеПолное=name,
        БизнесРегион_Key=REGION,
        ОсновнойМенеджер_Key=manager_key(MANAGERS[0][2]),
        Клиент=True,
    )


def counterparty() -> Iterator[Draft]:
    return one(
        "Catalog_Контрагенты",
        COUNTERPARTY,
        Code="00-00000001",
        Description="Пример ООО",
        НаименованиеПолное="ООО «Пример»",
        ИНН="2500000000",
        КПП="250001001",
        Партнер_Key=PARTNER,
    )


def contract() -> Iterator[Draft]:
    return one(
        "Catalog_ДоговорыКонтрагентов",
        CONTRACT,
        Code="00-00000001",
        Description="Договор поставки № 1",
        Номер="1",
        Дата=FROM,
        Партнер_Key=PARTNER,
        Контрагент_Key=COUNTERPARTY,
        ВалютаВзаиморасчетов_Key=currency_key("RUB"),
        Статус="Действует",
        ДатаНачалаДействия=FROM,
        ДатаОкончанияДействия=UNTIL,
    )


def price_kinds(export: Export) -> Iterator[Draft]:
    for number, kind in enumerate(export.price_kinds.values(), 1):
        fields = {"Code": f"{number:09d}", "Description": kind.name, "ЦенаВключаетНДС": kind.with_vat}
        fields["ВалютаЦены_Key"] = currency_key(kind.currency)
        yield kind.id, blank("Catalog_ВидыЦен") | fields, False


def agreements(export: Export) -> Iterator[Draft]:
    """One per price kind, each for the whole assortment."""
    for number, kind in enumerate(export.price_kinds.values(), 1):
        yield ref("goods", "agreement", kind.id), agreement_fields(number, kind), False


def agreement_fields(number: int, kind: PriceKind) -> dict:
    return blank("Catalog_СоглашенияСКлиентами") | {
        "Code": f"00-{number:08d}",
        "Description": f"Соглашение по ценам {kind.name}",
        "Номер": str(number),
        "Дата": FROM,
        "Партнер_Key": PARTNER,
        "Контрагент_Key": COUNTERPARTY,
        "Договор_Key": CONTRACT,
        "ВидЦен_Key": kind.id,
        "Валюта_Key": currency_key(kind.currency),
        "ЦенаВключаетНДС": kind.with_vat,
        "СегментНоменклатуры_Key": ZERO,
        "Статус": "Действует",
        "ДатаНачалаДействия": FROM,
        "ДатаОкончанияДействия": UNTIL,
    }


def manufacturers(export: Export) -> dict[str, str]:
    return dict(good.manufacturer for good in export.goods.values() if good.manufacturer)


def lines(export: Export) -> dict[str, str]:
    return {key: name for one in export.properties.values() if one.name == LINE for key, name in one.values.items()}


def properties(export: Export) -> Iterator[Draft]:
    for number, held in enumerate(export.properties.values(), 1):
        fields = {"Code": f"{number:09d}", "Description": held.name, "Заголовок": held.name}
        yield held.id, blank("ChartOfCharacteristicTypes_ДополнительныеРеквизитыИСведения") | fields, False


def unit_key(unit: Unit) -> str:
    return ref("goods unit", unit.code)


def units(export: Export) -> Iterator[Draft]:
    held = [row.unit for row in (*export.goods.values(), *export.offers.values())]
    for unit in {unit.code: unit for unit in held}.values():
        fields = {"Code": unit.code, "Description": unit.letters, "НаименованиеПолное": unit.name}
        fields |= {"МеждународноеСокращение": unit.letters, "ТипУпаковки": "ЕдиницаИзмерения"}
        empty = blank("Catalog_УпаковкиЕдиницыИзмерения")
        yield unit_key(unit), empty | fields | {"Числитель": "1", "Знаменатель": "1"}, False


def products(export: Export) -> Iterator[Draft]:
    empty = blank("Catalog_Номенклатура")
    line_keys = lines(export)
    for number, group in enumerate(export.groups.values(), 1):
        fields = {"Code": f"00-{number:08d}", "Description": group.name, "IsFolder": True}
        yield group.id, empty | fields | {"Parent_Key": group.parent or ZERO}, False
    for number, good in enumerate(export.goods.values(), 1001):
        yield good.id, empty | product_fields(good, export, line_keys, number), good.deleted


def product_fields(good: Good, export: Export, line_keys: dict, number: int) -> dict:
    line = next((value for value in good.properties.values() if value in line_keys), ZERO)
    return {
        "Code": f"00-{number:08d}",
        "Description": good.name,
        "Parent_Key": good.group or ZERO,
        "Артикул": good.article,
        "НаименованиеПолное": good.requisites.get("Полное наименование", good.name),
        "ТипНоменклатуры": good.requisites.get("ТипНоменклатуры", "Товар"),
        "ЕдиницаИзмерения_Key": unit_key(good.unit),
        "ТоварнаяКатегория_Key": line,
        "Производитель_Key": good.manufacturer[0] if good.manufacturer else ZERO,
        "СтавкаНДС": f"НДС{good.vat}" if good.vat else "БезНДС",
        "Описание": good.description,
        "ДополнительныеРеквизиты": extra_attributes(good, export),
    }


def extra_attributes(good: Good, export: Export) -> list[dict]:
    held = [(key, value) for key, value in good.properties.items() if value]
    return [
        {"LineNumber": str(position), "Свойство_Key": key, "Значение": readable(export, key, value)}
        for position, (key, value) in enumerate(held, 1)
    ]


def readable(export: Export, key: str, value: str) -> str:
    """A value that is a reference, by its name."""
    return export.properties[key].values.get(value, value) if key in export.properties else value


def prices(export: Export) -> Iterator[Draft]:
    """Per base unit: the export has no packagings."""
    for offer in export.offers.values():
        for kind, price in offer.prices.items():
            yield register_row(
                "prices",
                product=offer.product,
                price_kind=kind,
                packaging=None,
                characteristic=offer.characteristic,
                price=f"{price:.4f}",
                valid_from=FROM[:10],
            )


def stock(export: Export, at: str) -> Iterator[Draft]:
    for offer in export.offers.values():
        for warehouse, units in offer.balances.items():
            yield register_row(
                "stock",
                product=offer.product,
                warehouse=warehouse,
                characteristic=offer.characteristic,
                available=f"{units:.3f}",
                calculated_at=at,
            )


def limits(export: Export, at: str) -> Iterator[Draft]:
    """Ten million in every currency that is sold in."""
    for code in dict.fromkeys(["RUB", *(kind.currency for kind in export.price_kinds.values())]):
        sums = {"limit": "10000000.00", "debt": "0.00", "overdue": "0.00", "available": "10000000.00"}
        yield register_row("limits", contract=CONTRACT, currency=currency_key(code), **sums, calculated_at=at)


def consignee() -> Iterator[Draft]:
    texts = {"name": "ООО «Пример», магазин", "tax_id": "2500000000", "contact_person": "", "phone": ""}
    yield CONSIGNEE, {"partner": PARTNER, "counterparty": COUNTERPARTY, **texts, "portal_version": None}, False


def address() -> Iterator[Draft]:
    data = {
        "consignee": CONSIGNEE,
        "partner": PARTNER,
        "country": "RU",
        "postcode": "690000",
        "city": "Владивосток",
        "address": "ул. Примерная, 1",
        "working_hours": "",
        "comment": "",
        "state": CONFIRMED,
        "reason": "",
        "portal_version": None,
    }
    yield ref("goods", "address"), data, False


def register_row(register: str, **data) -> Draft:
    return register_key(register, data), data, False
