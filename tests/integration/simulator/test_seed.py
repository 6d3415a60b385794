"""The seeded base is what the portal's demonstration and its tests count on."""

from collections import Counter

import pytest

from integration.simulator.seed.tax import tax_id

ZERO = "00000000-0000-0000-0000-000000000000"


@pytest.fixture
def base(seeded):
    return seeded


def goods(base) -> list[dict]:
    return [row for row in base.rows("Catalog_Номенклатура") if not row["IsFolder"]]


def test_how_much_of_everything(base):
    counts = base.control("GET", "counts")
    assert counts["Catalog_БизнесРегионы"] == 7
    assert counts["Catalog_Партнеры"] == 40
    assert counts["Catalog_Контрагенты"] == 60
    assert counts["Catalog_ДоговорыКонтрагентов"] == 120
    assert counts["Catalog_ВидыЦен"] == 8
    assert counts["Catalog_Склады"] == 3
    assert counts["stock"] == 1800
    assert len(goods(base)) == 600


@pytest.mark.parametrize("field", ["Ref_Key", "Code", "Артикул", "Description"])
def test_products_are_told_apart_by(base, field):
    assert len({row[field] for row in goods(base)}) == 600


def test_every_product_has_one_to_four_packagings_with_weight_and_volume(base):
    rows = [row for row in base.rows("Catalog_УпаковкиЕдиницыИзмерения") if row["Owner"]]
    per_product = Counter(row["Owner"] for row in rows)
    assert set(per_product) == {row["Ref_Key"] for row in goods(base)}
    assert set(per_product.values()) == {1, 2, 3, 4}
    assert all(row["Вес"] > 0 and row["Объем"] > 0 for row in rows)


def test_every_packaging_has_a_price_in_every_price_kind(base):
    packagings = [row for row in base.rows("Catalog_УпаковкиЕдиницыИзмерения") if row["Owner"]]
    prices = base.rows("prices")
    assert len(prices) == 8 * len(packagings)
    assert {(row["product"], row["packaging"]) for row in prices} == {
        (row["Owner"], row["Ref_Key"]) for row in packagings
    }


def test_every_reference_leads_somewhere(base):
    known = {row["Ref_Key"] for name in base.control("GET", "counts") if "_" in name for row in base.rows(name)}
    for name in base.control("GET", "counts"):
        for row in base.rows(name):
            fields = [value for field, value in row.items() if field.endswith("_Key") or name == "assortment"]
            assert set(fields) <= known | {ZERO}, name


def test_the_first_two_partners_have_two_agreements_each_and_share_no_product(base):
    partners = {row["Code"]: row["Ref_Key"] for row in base.rows("Catalog_Партнеры")}
    in_force = [row for row in base.rows("Catalog_СоглашенияСКлиентами") if row["Статус"] == "Действует"]
    by_segment: dict[str, set] = {}
    for row in base.rows("assortment"):
        by_segment.setdefault(row["segment"], set()).add(row["product"])

    def segments(code: str) -> list[str]:
        return [row["СегментНоменклатуры_Key"] for row in in_force if row["Партнер_Key"] == partners[code]]

    first, second = segments("00-00000001"), segments("00-00000002")
    assert (len(first), len(second)) == (2, 2)
    seen = [set().union(*(by_segment[key] for key in keys)) for keys in (first, second)]
    assert all(seen) and seen[0] != seen[1] and seen[0] - seen[1] and seen[1] - seen[0]


def test_some_partner_may_buy_everything(base):
    assert any(row["СегментНоменклатуры_Key"] == ZERO for row in base.rows("Catalog_СоглашенияСКлиентами"))


def test_agreements_and_contracts_belong_to_the_same_partner(base):
    owners = {row["Ref_Key"]: row["Партнер_Key"] for row in base.rows("Catalog_ДоговорыКонтрагентов")}
    owners |= {row["Ref_Key"]: row["Партнер_Key"] for row in base.rows("Catalog_Контрагенты")}
    for row in base.rows("Catalog_СоглашенияСКлиентами"):
        assert owners[row["Договор_Key"]] == owners[row["Контрагент_Key"]] == row["Партнер_Key"]


def test_tax_ids_differ_and_have_the_length_of_their_country(base):
    ids = [row["ИНН"] for row in base.rows("Catalog_Контрагенты")]
    assert len(set(ids)) == 60
    assert {len(one) for one in ids} == {7, 9, 12, 14, 18}


def test_the_control_digit_of_a_kazakh_tax_id_is_right():
    for number in range(200):
        digits = [int(one) for one in tax_id(12, number)]
        control = sum(one * weight for one, weight in zip(digits, range(1, 12), strict=False)) % 11
        if control == 10:
            weights = [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2]
            control = sum(one * weight for one, weight in zip(digits, weights, strict=False)) % 11
        assert control == digits[11]
