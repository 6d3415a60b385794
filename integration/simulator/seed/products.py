"""Products of a seeded base: one per family, grade and variant; beyond that, numbered series of them."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from integration.simulator.entities import blank
from integration.simulator.refs import ref
from integration.simulator.seed.containers import Container
from integration.simulator.seed.families import BRAND, FAMILIES, FOLDERS, Family
from integration.simulator.store import Draft

KINDS = [(family, grade, variant) for family in FAMILIES for grade, variant in family.products()]
UNITS = {"л": ("112 ", "Литр", "LTR"), "кг": ("166 ", "Килограмм", "KGM")}
DELETED_EVERY = 120


@dataclass(frozen=True)
class Item:
    """One product with what it is packed in."""

    number: int
    family: Family
    grade: str
    variant: str
    series: int
    packed: tuple[Container, ...]

    @cached_property
    def key(self) -> str:
        return ref("product", self.number)

    @cached_property
    def packagings(self) -> list[tuple[str, Container]]:
        return [(ref("packaging", self.number, container.name), container) for container in self.packed]

    @property
    def name(self) -> str:
        series = f", серия {self.series}" if self.series else ""
        words = dict.fromkeys([BRAND, self.family.line, self.grade, self.variant])  # ATF is both line and grade
        return " ".join(words) + series

    @property
    def article(self) -> str:
        grade = "".join(filter(str.isalnum, self.grade.replace("ISO VG", "").replace("SAE", ""))).upper()
        position = self.family.variants.split("|").index(self.variant) + 1
        return f"{self.family.code}-{grade}-{position:02d}" + (f"-{self.series}" if self.series else "")

    @property
    def deleted(self) -> bool:
        return self.number % DELETED_EVERY == DELETED_EVERY - 1


def make_items(total: int, seed: int, most_packagings: int = 4) -> list[Item]:
    chance = random.Random(seed)  # noqa: S311 - invented goods, the same every time
    items = []
    for number in range(total):
        family, grade, variant = KINDS[number % len(KINDS)]
        packed = some(chance, family.packed, most_packagings)
        items.append(Item(number, family, grade, variant, number // len(KINDS), packed))
    return items


def some(chance: random.Random, containers: tuple[Container, ...], most: int) -> tuple[Container, ...]:
    wanted = chance.randint(1, min(most, len(containers)))
    return tuple(containers[index] for index in sorted(chance.sample(range(len(containers)), wanted)))


def unit_key(name: str) -> str:
    return ref("unit", name)


def folder_key(name: str) -> str:
    return ref("folder", name)


def line_key(name: str) -> str:
    return ref("line", name)


def lines() -> Iterator[Draft]:
    for number, name in enumerate(dict.fromkeys(family.line for family in FAMILIES), 1):
        fields = {"Code": f"{number:09d}", "Description": f"{BRAND} {name}"}
        yield line_key(name), blank("Catalog_ТоварныеКатегории") | fields, False


def products(items: list[Item]) -> Iterator[Draft]:
    empty = blank("Catalog_Номенклатура")
    for number, (name, (parent, _)) in enumerate(FOLDERS.items(), 1):
        above = {"Parent_Key": folder_key(parent)} if parent else {}
        yield (
            folder_key(name),
            empty | {"Code": f"00-{number:08d}", "Description": name, "IsFolder": True, **above},
            False,
        )
    for item in items:
        yield item.key, empty | product_fields(item), item.deleted


def product_fields(item: Item) -> dict:
    return {
        "Code": f"00-{item.number + 1001:08d}",
        "Description": item.name,
        "Parent_Key": folder_key(item.family.folder),
        "Артикул": item.article,
        "НаименованиеПолное": f"{item.family.title} {item.name}",
        "ТипНоменклатуры": "Товар",
        "ЕдиницаИзмерения_Key": unit_key(item.family.unit),
        "ТоварнаяКатегория_Key": line_key(item.family.line),
        "СтавкаНДС": "НДС12",
        "Описание": f"{item.family.title} {item.grade}, {item.variant}. {FOLDERS[item.family.folder][1]}",
    }


def units_and_packagings(items: list[Item]) -> Iterator[Draft]:
    empty = blank("Catalog_УпаковкиЕдиницыИзмерения")
    for name, (code, full_name, letters) in UNITS.items():
        fields = {
            "Code": code,
            "Description": name,
            "НаименованиеПолное": full_name,
            "МеждународноеСокращение": letters,
        }
        one = {"Числитель": "1", "Знаменатель": "1", "ТипУпаковки": "ЕдиницаИзмерения"}
        yield unit_key(name), empty | fields | one, False
    for item in items:
        for key, container in item.packagings:
            yield key, empty | packaging_fields(item, container), item.deleted


def packaging_fields(item: Item, container: Container) -> dict:
    return {
        "Code": "",
        "Description": container.name,
        "НаименованиеПолное": container.name,
        "Owner": item.key,
        "Owner_Type": "StandardODATA.Catalog_Номенклатура",
        "ЕдиницаИзмерения_Key": unit_key(item.family.unit),
        "Числитель": str(container.units.numerator),
        "Знаменатель": str(container.units.denominator),
        "Вес": round(float(container.units) * item.family.density + container.tare, 3),
        "Объем": container.volume,
        "ТипУпаковки": container.kind,
    }
