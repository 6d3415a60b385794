"""The demonstration base: forty partners in groups that see different assortments at different prices."""

from collections.abc import Iterator

from integration.simulator.entities import blank
from integration.simulator.refs import ZERO, ref
from integration.simulator.seed.clients import PARTNERS, Client, Terms, currency_key
from integration.simulator.seed.countries import PRICE_KINDS
from integration.simulator.seed.families import SEGMENTS
from integration.simulator.seed.products import Item
from integration.simulator.seed.registers import assortment_rows, price_rows
from integration.simulator.store import Draft

SEGMENT_NAMES = list(SEGMENTS)
# Price kinds (by number in PRICE_KINDS) a country is sold at.
SOLD_AT = {"KZ": (0, 1), "UZ": (5, 3), "KG": (6, 3), "TJ": (3, 4), "CN": (7, 3), "MN": (3, 2), "TM": (2, 3)}
# The two partners whose staff sign in to the demonstration: segments and price kinds of their agreements.
FIRST_TWO = {1: ((0, 0), (1, 2)), 2: ((2, 1), (4, 4))}


def demo_clients() -> list[Client]:
    return [
        Client(number, tuple(terms_of(number, country.code)), entities=1 + number % 2, contracts=3)
        for number, (country, _) in enumerate(PARTNERS, 1)
    ]


def terms_of(number: int, country: str) -> Iterator[Terms]:
    """One to three agreements; of three, one has run out. Every seventh partner may buy everything."""
    if number in FIRST_TWO:
        for segment, kind in FIRST_TWO[number]:
            yield terms(kind, segment)
        yield terms(SOLD_AT[country][0], 3, "Закрыто")
        return
    kinds = SOLD_AT[country]
    yield terms(kinds[0], None if number % 7 == 0 else number % len(SEGMENTS))
    if number % 3:
        yield terms(kinds[1], (number + 1) % len(SEGMENTS), "Действует" if number % 5 else "НеСогласовано")
    if number % 3 == 2:
        yield terms(kinds[0], (number + 2) % len(SEGMENTS), "Закрыто")


def terms(kind: int, segment: int | None, status: str = "Действует") -> Terms:
    name, currency, with_vat, _ = PRICE_KINDS[kind]
    title = "весь ассортимент" if segment is None else SEGMENT_NAMES[segment]
    key = ZERO if segment is None else segment_key(SEGMENT_NAMES[segment])
    return Terms(price_kind_key(name), currency, with_vat, key, f"{title} ({currency})", status)


def segment_key(name: str) -> str:
    return ref("segment", name)


def price_kind_key(name: str) -> str:
    return ref("price kind", name)


def price_kinds() -> Iterator[Draft]:
    for number, (name, currency, with_vat, _) in enumerate(PRICE_KINDS, 1):
        fields = {"Code": f"{number:09d}", "Description": name}
        fields |= {"ВалютаЦены_Key": currency_key(currency), "ЦенаВключаетНДС": with_vat}
        yield price_kind_key(name), blank("Catalog_ВидыЦен") | fields, False


def segments() -> Iterator[Draft]:
    for number, name in enumerate(SEGMENTS, 1):
        fields = {"Code": f"{number:09d}", "Description": name}
        yield segment_key(name), blank("Catalog_СегментыНоменклатуры") | fields, False


def prices(items: list[Item]) -> Iterator[Draft]:
    for item in items:
        for name, currency, _, share in PRICE_KINDS:
            yield from price_rows(item, price_kind_key(name), currency, share)


def assortment(items: list[Item]) -> Iterator[Draft]:
    for name, folders in SEGMENTS.items():
        yield from assortment_rows(segment_key(name), (item for item in items if item.family.folder in folders))
