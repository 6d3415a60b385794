"""Reads CommerceML 2 as 1C writes it (import*.xml: the catalogue, offers*.xml: prices and balances).

Nothing is cleaned: codes keep their trailing spaces, names their double ones. Only what cannot be a value
(a decimal comma in a number) is read as the number it is.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from xml.etree import ElementTree

NS = "{urn:1C.ru:commerceml_2}"


@dataclass(frozen=True)
class Group:
    id: str
    name: str
    parent: str | None


@dataclass(frozen=True)
class Unit:
    code: str
    name: str
    letters: str


@dataclass(frozen=True)
class Property:
    """`values`: id → value, for a property whose values are references."""

    id: str
    name: str
    values: dict[str, str]


@dataclass(frozen=True)
class Good:
    """`requisites`: ТипНоменклатуры, ВидНоменклатуры, Полное наименование; `properties`: property id → raw value."""

    id: str
    article: str
    name: str
    description: str
    unit: Unit
    group: str | None
    manufacturer: tuple[str, str] | None
    vat: str | None
    deleted: bool
    properties: dict[str, str]
    requisites: dict[str, str]


@dataclass(frozen=True)
class PriceKind:
    id: str
    name: str
    currency: str
    with_vat: bool


@dataclass(frozen=True)
class Offer:
    """`characteristic`: the second half of guid#guid. `prices`: price kind → price of a base unit."""

    product: str
    characteristic: str | None
    name: str
    article: str
    unit: Unit
    prices: dict[str, Decimal]
    balances: dict[str, Decimal]


@dataclass
class Export:
    """All files of a folder as one base; of two files that hold the same thing, the one written later counts."""

    groups: dict[str, Group] = field(default_factory=dict)
    properties: dict[str, Property] = field(default_factory=dict)
    goods: dict[str, Good] = field(default_factory=dict)
    price_kinds: dict[str, PriceKind] = field(default_factory=dict)
    warehouses: dict[str, str] = field(default_factory=dict)
    offers: dict[str, Offer] = field(default_factory=dict)


def read_folder(folder: str | Path) -> Export:
    """Raises ValueError when the folder has no catalogue."""
    paths = sorted(Path(folder).glob("*.xml"))
    documents = [ElementTree.parse(path).getroot() for path in paths]  # noqa: S314 - files of whoever starts us
    roots = [root for root in documents if root.tag == f"{NS}КоммерческаяИнформация"]
    export = Export()
    for root in sorted(roots, key=lambda root: root.get("ДатаФормирования", "")):
        read_document(root, export)
    if not export.goods:
        raise ValueError(f"no goods of CommerceML in {folder}")
    return export


def read_document(root: ElementTree.Element, export: Export) -> None:
    classifier = root.find(f"{NS}Классификатор")
    if classifier is not None:
        export.groups.update((group.id, group) for group in groups(classifier, None))
        export.properties.update((one.id, one) for one in map(property_, nodes(classifier, "Свойства/Свойство")))
    export.goods.update((good.id, good) for good in map(good_, nodes(root, "Каталог/Товары/Товар")))
    package = root.find(f"{NS}ПакетПредложений")
    if package is not None:
        kinds = map(price_kind, nodes(package, "ТипыЦен/ТипЦены"))
        export.price_kinds.update((kind.id, kind) for kind in kinds)
        export.warehouses.update((text(one, "Ид"), text(one, "Наименование")) for one in nodes(package, "Склады/Склад"))
        export.offers.update((text(one, "Ид"), offer(one)) for one in nodes(package, "Предложения/Предложение"))


def nodes(element: ElementTree.Element, path: str) -> list[ElementTree.Element]:
    return element.findall("/".join(NS + name for name in path.split("/")))


def text(element: ElementTree.Element, path: str) -> str:
    return element.findtext("/".join(NS + name for name in path.split("/"))) or ""


def number(value: str | None) -> Decimal:
    """1C writes `1 234,50` as readily as `1234.50`; nothing is nothing."""
    return Decimal((value or "0").replace("\xa0", "").replace(" ", "").replace(",", ".") or "0")


def groups(element: ElementTree.Element, parent: str | None) -> Iterator[Group]:
    for node in nodes(element, "Группы/Группа"):
        group = Group(text(node, "Ид"), text(node, "Наименование"), parent)
        yield group
        yield from groups(node, group.id)


def property_(node: ElementTree.Element) -> Property:
    values = {text(one, "ИдЗначения"): text(one, "Значение") for one in nodes(node, "ВариантыЗначений/Справочник")}
    return Property(text(node, "Ид"), text(node, "Наименование"), values)


def unit(node: ElementTree.Element) -> Unit:
    base = node.find(f"{NS}БазоваяЕдиница")
    return Unit(base.get("Код", ""), base.get("НаименованиеПолное", ""), base.get("МеждународноеСокращение", ""))


def pairs(node: ElementTree.Element, path: str, name: str) -> dict[str, str]:
    return {text(one, name): text(one, "Значение") for one in nodes(node, path)}


def good_(node: ElementTree.Element) -> Good:
    maker = node.find(f"{NS}Изготовитель")
    return Good(
        id=text(node, "Ид"),
        article=text(node, "Артикул"),
        name=text(node, "Наименование"),
        description=text(node, "Описание"),
        unit=unit(node),
        group=text(node, "Группы/Ид") or None,
        manufacturer=None if maker is None else (text(maker, "Ид"), text(maker, "Наименование")),
        vat=text(node, "СтавкиНалогов/СтавкаНалога/Ставка") or None,
        deleted=node.get("Статус") == "Удален",
        properties=pairs(node, "ЗначенияСвойств/ЗначенияСвойства", "Ид"),
        requisites=pairs(node, "ЗначенияРеквизитов/ЗначениеРеквизита", "Наименование"),
    )


def price_kind(node: ElementTree.Element) -> PriceKind:
    included = text(node, "Налог/УчтеноВСумме") == "true"
    return PriceKind(text(node, "Ид"), text(node, "Наименование"), text(node, "Валюта"), included)


def offer(node: ElementTree.Element) -> Offer:
    product, _, characteristic = text(node, "Ид").partition("#")
    prices = {text(one, "ИдТипаЦены"): price_of_unit(one) for one in nodes(node, "Цены/Цена")}
    balances = {one.get("ИдСклада"): number(one.get("КоличествоНаСкладе")) for one in nodes(node, "Склад")}
    names = text(node, "Наименование"), text(node, "Артикул")
    return Offer(product, characteristic or None, *names, unit(node), prices, balances)


def price_of_unit(node: ElementTree.Element) -> Decimal:
    """ЦенаЗаЕдиницу is for the unit named beside it, Коэффициент base units of it."""
    return number(text(node, "ЦенаЗаЕдиницу")) / (number(text(node, "Коэффициент")) or 1)
