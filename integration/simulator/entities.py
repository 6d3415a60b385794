"""What the base publishes: the fields of every object, in the order 1C answers them.

A field's type is one word: guid, bool, date, double, int (Int64, a string in JSON), text or text:N (silently cut
at N), any (a composite reference with a `_Type` beside it), binary (a value storage, served as `_Type` and
`_Base64Data`) or a dict, which is a table part.
"""

from integration.simulator.refs import EMPTY_DATE, UNDEFINED, ZERO

HEADER = {"Ref_Key": "guid", "DataVersion": "text", "DeletionMark": "bool"}
VALID = {"ДатаНачалаДействия": "date", "ДатаОкончанияДействия": "date"}
CONTACT_INFORMATION = {
    "LineNumber": "int",
    "Тип": "text",  # АдресЭлектроннойПочты or Телефон
    "Представление": "text",
    "АдресЭП": "text:100",
    "НомерТелефона": "text:20",
}


def catalog(code: int = 11, **fields) -> dict:
    return {**HEADER, "Code": f"text:{code}", "Description": "text:150", **fields}


OBJECTS: dict[str, dict] = {
    "Catalog_БизнесРегионы": catalog(code=9),
    "Catalog_Валюты": catalog(code=3, НаименованиеПолное="text:50"),
    "Catalog_ВидыЦен": catalog(code=9, ВалютаЦены_Key="guid", ЦенаВключаетНДС="bool"),
    "Catalog_СегментыНоменклатуры": catalog(code=9, ХранилищеНастроекКомпоновкиДанных="binary"),
    "Catalog_Склады": catalog(code=9),
    "Catalog_Пользователи": {
        **HEADER,
        "Description": "text:100",
        "Недействителен": "bool",
        "Служебный": "bool",
        "КонтактнаяИнформация": CONTACT_INFORMATION,
    },
    "Catalog_Партнеры": catalog(
        НаименованиеПолное="text", БизнесРегион_Key="guid", ОсновнойМенеджер_Key="guid", Клиент="bool"
    ),
    "Catalog_КонтактныеЛицаПартнеров": {
        **HEADER,
        "Owner_Key": "guid",
        "Description": "text:150",
        "ДолжностьПоВизитке": "text:100",
        "КонтактнаяИнформация": CONTACT_INFORMATION,
    },
    "Catalog_Контрагенты": catalog(НаименованиеПолное="text", ИНН="text:20", КПП="text:9", Партнер_Key="guid"),
    "Catalog_ДоговорыКонтрагентов": catalog(
        Номер="text:30",
        Дата="date",
        Партнер_Key="guid",
        Контрагент_Key="guid",
        ВалютаВзаиморасчетов_Key="guid",
        Статус="text",
        **VALID,
    ),
    "Catalog_СоглашенияСКлиентами": catalog(
        Номер="text:30",
        Дата="date",
        Партнер_Key="guid",
        Контрагент_Key="guid",
        Договор_Key="guid",
        ВидЦен_Key="guid",
        Валюта_Key="guid",
        ЦенаВключаетНДС="bool",
        СегментНоменклатуры_Key="guid",
        Статус="text",
        **VALID,
    ),
    "Catalog_ТоварныеКатегории": catalog(code=9),
    "Catalog_Производители": catalog(code=9),
    "Catalog_Номенклатура": catalog(
        Parent_Key="guid",
        IsFolder="bool",
        Артикул="text:50",
        НаименованиеПолное="text",
        ТипНоменклатуры="text",
        ЕдиницаИзмерения_Key="guid",
        ТоварнаяКатегория_Key="guid",
        Производитель_Key="guid",
        СтавкаНДС="text",
        Описание="text",
        ДополнительныеРеквизиты={"LineNumber": "int", "Свойство_Key": "guid", "Значение": "text"},
    ),
    "Catalog_УпаковкиЕдиницыИзмерения": catalog(
        Owner="any",
        НаименованиеПолное="text:150",
        МеждународноеСокращение="text:3",
        ЕдиницаИзмерения_Key="guid",
        Числитель="int",
        Знаменатель="int",
        Вес="double",
        Объем="double",
        ТипУпаковки="text",
    ),
    "ChartOfCharacteristicTypes_ДополнительныеРеквизитыИСведения": catalog(code=9, Заголовок="text:75"),
    "Catalog_Претензии": catalog(
        Партнер_Key="guid",
        ОписаниеПретензии="text",
        Статус="text",
        ДатаРегистрации="date",
        ИдентификаторПортала="text:36",
    ),
    "Document_ПланПродаж": {
        **HEADER,
        "Number": "text:11",
        "Date": "date",
        "Posted": "bool",
        "НачалоПериода": "date",
        "ОкончаниеПериода": "date",
        "Партнер_Key": "guid",
        "Статус": "text",
        "Комментарий": "text",
        "ИдентификаторПортала": "text:36",
        "Товары": {
            "LineNumber": "int",
            "Номенклатура_Key": "guid",
            "Количество": "double",
            "Сумма": "double",
        },
    },
    "Document_ЗаказКлиента": {
        **HEADER,
        "Number": "text:11",
        "Date": "date",
        "Posted": "bool",
        "Партнер_Key": "guid",
        "Контрагент_Key": "guid",
        "Договор_Key": "guid",
        "Соглашение_Key": "guid",
        "Валюта_Key": "guid",
        "СуммаДокумента": "double",
        "НомерПоДаннымКлиента": "text:50",
        "ЖелаемаяДатаОтгрузки": "date",
        "Комментарий": "text",
        "ИдентификаторПортала": "text:36",
        "Товары": {
            "LineNumber": "int",
            "Номенклатура_Key": "guid",
            "Упаковка_Key": "guid",
            "КоличествоУпаковок": "double",
            "Количество": "double",
            "Цена": "double",
            "Сумма": "double",
        },
    },
}

# The exchange plan of the portal: its nodes are rows; what it watches is every other object (odata/plans.py).
PLAN = "ExchangePlan_ОбменСПорталом"
OBJECTS[PLAN] = catalog(code=9, SentNo="int", ReceivedNo="int", ThisNode="bool")

USERS, PARTNERS, CONTACTS = "Catalog_Пользователи", "Catalog_Партнеры", "Catalog_КонтактныеЛицаПартнеров"
CLAIM_CATALOG, PLAN_DOCUMENT, DOCUMENT = "Catalog_Претензии", "Document_ПланПродаж", "Document_ЗаказКлиента"

REGISTERS = ("prices", "stock", "assortment", "limits")
ORDERS = "orders"
PROPOSALS = "counterparties"  # companies that the portal proposed, under the portal's ids
FEEDS = (*REGISTERS, ORDERS, PROPOSALS, "consignees", "addresses", "claims", "notifications", "messages")
# What the portal sends to objects of channel A: 1C keeps the portal's version beside the object and feeds nothing.
KEPT = ("contacts", "plans")
ITEMS = (*FEEDS, *KEPT)  # rows that are stored as items of channel B

# The one indexed field of an entity besides its key.
LINKS = {
    "Catalog_УпаковкиЕдиницыИзмерения": "Owner",
    DOCUMENT: "ИдентификаторПортала",
    PLAN_DOCUMENT: "ИдентификаторПортала",
    "stock": "product",
    "limits": "contract",
    "addresses": "consignee",
    "messages": "chat",
    "Catalog_СоглашенияСКлиентами": "Партнер_Key",
    "Catalog_ДоговорыКонтрагентов": "Партнер_Key",
    "Catalog_Контрагенты": "Партнер_Key",
    CONTACTS: "Owner_Key",
}

# What makes two rows of a register the same row: its key is the uuid5 of these.
DIMENSIONS = {
    "prices": ("product", "price_kind", "packaging", "characteristic"),
    "stock": ("product", "warehouse", "characteristic"),
    "assortment": ("segment", "product"),
    "limits": ("contract", "currency"),
}

EMPTY = {"guid": ZERO, "bool": False, "date": EMPTY_DATE, "double": 0, "int": "0", "any": "", "text": ""}
STORED = "application/octet-stream"


def empty(kind: str | dict):
    """The value 1C writes where nothing was given."""
    return [] if isinstance(kind, dict) else EMPTY[kind.partition(":")[0]]


def names_of(entity: str) -> dict[str, object]:
    """Every name a row of the entity is served with → its empty value."""
    names = {}
    for name, kind in OBJECTS[entity].items():
        if kind == "binary":
            names |= {f"{name}_Type": STORED, f"{name}_Base64Data": ""}
        else:
            names[name] = empty(kind)
    return names | {f"{name}_Type": UNDEFINED for name, kind in OBJECTS[entity].items() if kind == "any"}


def blank(entity: str) -> dict:
    """A new object of the entity with every field empty."""
    return names_of(entity)
