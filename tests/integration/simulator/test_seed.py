"""The seeded base is what the portal's demonstration and its tests count on."""

from collections import Counter
from decimal import Decimal

import httpx
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
    assert counts["Catalog_Пользователи"] == 10
    assert counts["consignees"] == 53
    assert 40 < counts["addresses"] < 106
    assert counts["Document_ПланПродаж"] == 16
    assert counts["claims"] == counts["Catalog_Претензии"] == 6
    assert len(goods(base)) == 600


def test_every_client_has_one_to_three_people_and_a_manager_of_its_region(base):
    partners = {row["Ref_Key"]: row for row in base.rows("Catalog_Партнеры")}
    people = Counter(row["Owner_Key"] for row in base.rows("Catalog_КонтактныеЛицаПартнеров"))
    assert set(people) == set(partners) and set(people.values()) == {1, 2, 3}
    serving = {row["Ref_Key"]: row for row in base.rows("Catalog_Пользователи")}
    regions: dict[str, set] = {}
    for row in partners.values():
        manager = serving[row["ОсновнойМенеджер_Key"]]
        assert not manager["Недействителен"] and not manager["Служебный"]
        regions.setdefault(row["БизнесРегион_Key"], set()).add(manager["Ref_Key"])
    assert len(regions) == 7
    assert sum(map(len, regions.values())) == len(set().union(*regions.values())) == 8  # two of them in Kazakhstan


def test_no_two_people_share_an_address(base):
    for entity in ("Catalog_Пользователи", "Catalog_КонтактныеЛицаПартнеров"):
        lines = [line for row in base.rows(entity) for line in row["КонтактнаяИнформация"]]
        emails = [line["АдресЭП"] for line in lines if line["Тип"] == "АдресЭлектроннойПочты"]
        assert emails and len(emails) == len(set(emails)), entity


def test_limits_are_of_contracts_in_force_and_add_up(base):
    contracts = {row["Ref_Key"]: row for row in base.rows("Catalog_ДоговорыКонтрагентов")}
    limits = base.rows("limits")
    in_force = {key for key, row in contracts.items() if row["Статус"] == "Действует"}
    assert {row["contract"] for row in limits} == in_force
    for row in limits:
        assert Decimal(row["limit"]) - Decimal(row["debt"]) == Decimal(row["available"])
        assert 0 <= Decimal(row["overdue"]) <= Decimal(row["debt"])
    assert any(Decimal(row["overdue"]) for row in limits) and any(Decimal(row["available"]) < 0 for row in limits)


def test_every_agreement_in_force_sells_within_a_limit(base):
    held = {(row["contract"], row["currency"]) for row in base.rows("limits")}
    agreements = [row for row in base.rows("Catalog_СоглашенияСКлиентами") if row["Статус"] == "Действует"]
    assert {(row["Договор_Key"], row["Валюта_Key"]) for row in agreements} <= held


def test_addresses_lead_to_consignees_of_the_same_client(base):
    owners = {item["id"]: item["data"]["partner"] for item in feed(base, "consignees")}
    for item in feed(base, "addresses"):
        assert owners[item["data"]["consignee"]] == item["data"]["partner"]
    assert {item["data"]["state"] for item in feed(base, "addresses")} == {"Подтвержден", "Отклонен"}


def test_claims_are_the_same_in_both_channels(base):
    claims = {item["id"]: item["data"] for item in feed(base, "claims")}
    shown = {row["Ref_Key"]: row for row in base.rows("Catalog_Претензии")}
    assert set(claims) == set(shown)
    for key, row in shown.items():
        assert (row["Статус"], row["Code"]) == (claims[key]["status"], claims[key]["number"])
    assert len({row["Статус"] for row in shown.values()}) == 4


def feed(base, entity: str) -> list[dict]:
    url = f"{base.base_url}/hs/portal/v1/{entity}?limit=50000"
    return httpx.get(url, auth=base.auth).json()["items"]


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
