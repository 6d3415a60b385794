"""A base of goods that live 1C bases exported, compared with a count made straight from the files."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from uuid import uuid4
from xml.etree import ElementTree

import httpx
import pytest

from integration.simulator.testing import Simulator, running_simulator

NS = {"c": "urn:1C.ru:commerceml_2"}


@pytest.fixture(scope="module")
def onec(export: Path) -> Iterator[Simulator]:
    with running_simulator(goods=export) as running:
        yield running


@pytest.fixture(scope="module")
def roots(export: Path) -> list[ElementTree.Element]:
    """The files' roots, the older first."""
    found = [ElementTree.parse(path).getroot() for path in export.glob("*.xml")]
    return sorted(found, key=lambda root: root.get("ДатаФормирования"))


@pytest.fixture(scope="module")
def nodes(roots) -> dict[str, ElementTree.Element]:
    """Id → the newest node of every good."""
    return {node.findtext("c:Ид", None, NS): node for root in roots for node in root.iterfind(".//c:Товар", NS)}


@pytest.fixture(scope="module")
def offers(roots) -> dict[str, ElementTree.Element]:
    return {node.findtext("c:Ид", None, NS): node for root in roots for node in root.iterfind(".//c:Предложение", NS)}


@pytest.fixture(scope="module")
def products(onec) -> dict[str, dict]:
    return {row["Ref_Key"]: row for row in onec.rows("Catalog_Номенклатура") if not row["IsFolder"]}


def requisite(node: ElementTree.Element, name: str) -> str:
    held = node.iterfind("c:ЗначенияРеквизитов/c:ЗначениеРеквизита", NS)
    return next(one.findtext("c:Значение", "", NS) for one in held if one.findtext("c:Наименование", "", NS) == name)


def test_every_good_is_there_once(products, nodes):
    assert set(products) == set(nodes)


def test_of_a_good_in_two_files_the_newer_counts(products, nodes, roots):
    twice = [{node.findtext("c:Ид", None, NS) for node in root.iterfind(".//c:Товар", NS)} for root in roots]
    assert any(one & other for one in twice for other in twice if one is not other)
    assert {key: row["Description"] for key, row in products.items()} == {
        key: node.findtext("c:Наименование", None, NS) for key, node in nodes.items()
    }


def test_articles_are_as_written_and_may_be_empty(products, nodes):
    assert {key: row["Артикул"] for key, row in products.items()} == {
        key: node.findtext("c:Артикул", "", NS) for key, node in nodes.items()
    }
    assert "" in {row["Артикул"] for row in products.values()}


def test_a_deleted_good_has_the_deletion_mark(products, nodes):
    assert {key for key, row in products.items() if row["DeletionMark"]} == {
        key for key, node in nodes.items() if node.get("Статус") == "Удален"
    }


def test_services_are_among_the_goods(products, nodes):
    kinds = {key: requisite(node, "ТипНоменклатуры") for key, node in nodes.items()}
    assert {key: row["ТипНоменклатуры"] for key, row in products.items()} == kinds
    assert "Услуга" in kinds.values()


def test_archived_goods_carry_their_mark_and_no_deletion_mark(onec, products, nodes, roots):
    (archive,) = {
        node.findtext("c:Ид", None, NS)
        for root in roots
        for node in root.iterfind(".//c:Свойство", NS)
        if node.findtext("c:Наименование", None, NS) == "Архив"
    }
    marked = {
        key
        for key, node in nodes.items()
        for one in node.iterfind("c:ЗначенияСвойств/c:ЗначенияСвойства", NS)
        if (one.findtext("c:Ид", None, NS), one.findtext("c:Значение", None, NS)) == (archive, "Да")
    }
    served = {
        key
        for key, row in products.items()
        for one in row["ДополнительныеРеквизиты"]
        if (one["Свойство_Key"], one["Значение"]) == (archive, "Да")
    }
    assert served == marked != set()
    assert not any(products[key]["DeletionMark"] for key in marked)
    names = {row["Ref_Key"]: row["Description"] for row in properties(onec)}
    assert names[archive] == "Архив"


def properties(onec) -> list[dict]:
    return onec.rows("ChartOfCharacteristicTypes_ДополнительныеРеквизитыИСведения")


def test_groups_are_nested_as_in_the_files(onec, roots):
    nested = {
        child.findtext("c:Ид", None, NS): group.findtext("c:Ид", None, NS)
        for root in roots
        for group in root.iterfind(".//c:Группа", NS)
        for child in group.iterfind("c:Группы/c:Группа", NS)
    }
    folders = {row["Ref_Key"]: row for row in onec.rows("Catalog_Номенклатура") if row["IsFolder"]}
    assert set(nested) <= set(folders)
    assert {key: folders[key]["Parent_Key"] for key in nested} == nested


def test_goods_lie_in_their_groups(products, nodes):
    assert {key: row["Parent_Key"] for key, row in products.items()} == {
        key: node.findtext("c:Группы/c:Ид", None, NS) for key, node in nodes.items()
    }


def test_the_code_of_the_unit_keeps_its_trailing_space(onec, nodes):
    units = [row["Code"] for row in onec.rows("Catalog_УпаковкиЕдиницыИзмерения")]
    assert sorted(units) == sorted({node.find("c:БазоваяЕдиница", NS).get("Код") for node in nodes.values()})
    assert "796 " in units


def test_every_price_is_there(onec, offers):
    served = {(row["product"], row["price_kind"]): Decimal(row["price"]) for row in onec.rows("prices")}
    written = {
        (key, price.findtext("c:ИдТипаЦены", None, NS)): Decimal(price.findtext("c:ЦенаЗаЕдиницу", None, NS))
        for key, node in offers.items()
        for price in node.iterfind("c:Цены/c:Цена", NS)
    }
    assert served == written != {}


def test_every_balance_is_there(onec, offers):
    served = {(row["product"], row["warehouse"]): Decimal(row["available"]) for row in onec.rows("stock")}
    written = {
        (key, held.get("ИдСклада")): Decimal(held.get("КоличествоНаСкладе"))
        for key, node in offers.items()
        for held in node.iterfind("c:Склад", NS)
    }
    assert served == written != {}


def test_somebody_can_order_a_good_of_it(onec, offers):
    (agreement,) = onec.rows("Catalog_СоглашенияСКлиентами")
    product = next(iter(offers))
    line = {"position": 1, "product": product, "packaging": None, "quantity": "1", "price": "100", "amount": "100"}
    data = {
        "partner": agreement["Партнер_Key"],
        "counterparty": agreement["Контрагент_Key"],
        "contract": agreement["Договор_Key"],
        "agreement": agreement["Ref_Key"],
        "currency": "RUB",
        "total": "100",
        "lines": [line],
    }
    item = {"id": str(uuid4()), "version": 1, "data": data}
    answer = httpx.post(f"{onec.base_url}/hs/portal/v1/orders", json={"items": [item]}, auth=onec.auth)
    assert answer.json()["results"][0]["status"] == "accepted"
    (document,) = onec.orders(item["id"])
    assert document["document"]["Товары"][0]["Номенклатура_Key"] == product
    onec.reset()


def write_export(folder: Path, name: str, date: str, body: str) -> None:
    head = f'<КоммерческаяИнформация xmlns="urn:1C.ru:commerceml_2" ВерсияСхемы="2.07" ДатаФормирования="{date}">'
    text = f'\ufeff<?xml version="1.0" encoding="UTF-8"?>\n{head}{body}</КоммерческаяИнформация>'
    (folder / name).write_text(text, encoding="utf-8")


GOOD = """<Каталог><Товары><Товар {status}><Ид>{id}</Ид><Артикул/><Наименование>{name}</Наименование>
<БазоваяЕдиница Код="796 " НаименованиеПолное="Штука" МеждународноеСокращение="PCE"/></Товар></Товары></Каталог>"""
OFFER = """<ПакетПредложений><ТипыЦен><ТипЦены><Ид>{kind}</Ид><Наименование>Опт</Наименование><Валюта>RUB</Валюта>
</ТипЦены></ТипыЦен><Предложения><Предложение><Ид>{id}#{variant}</Ид><Наименование>Синий</Наименование>
<БазоваяЕдиница Код="796 " НаименованиеПолное="Штука" МеждународноеСокращение="PCE"/><Цены><Цена>
<ИдТипаЦены>{kind}</ИдТипаЦены><ЦенаЗаЕдиницу>1 234,50</ЦенаЗаЕдиницу><Коэффициент>1</Коэффициент></Цена></Цены>
<Склад ИдСклада="{kind}" КоличествоНаСкладе="2,5"/></Предложение></Предложения></ПакетПредложений>"""


def test_variants_decimal_commas_and_deleted_goods(tmp_path):
    """Quirks that other exports have: a variant is guid#guid, numbers have commas, the newer file deletes."""
    good, variant, kind = (str(uuid4()) for _ in range(3))
    write_export(tmp_path, "z_old.xml", "2020-01-01T00:00:00", GOOD.format(status="", id=good, name="Старое"))
    new = GOOD.format(status='Статус="Удален"', id=good, name="Новое")
    write_export(tmp_path, "a_new.xml", "2020-02-01T00:00:00", new)
    write_export(tmp_path, "offers.xml", "2020-02-01T00:00:01", OFFER.format(id=good, variant=variant, kind=kind))
    with running_simulator(goods=tmp_path) as onec:
        (product,) = onec.rows("Catalog_Номенклатура")
        (price,), (stock,) = onec.rows("prices"), onec.rows("stock")
    assert (product["Description"], product["DeletionMark"]) == ("Новое", True)
    assert (price["product"], price["characteristic"], price["price"]) == (good, variant, "1234.5000")
    assert (stock["characteristic"], stock["available"]) == (variant, "2.500")


def test_the_client_of_such_a_base_has_a_manager_a_limit_and_a_place_to_deliver_to(onec):
    (partner,) = onec.rows("Catalog_Партнеры")
    assert partner["ОсновнойМенеджер_Key"] in {row["Ref_Key"] for row in onec.rows("Catalog_Пользователи")}
    currencies = {row["Валюта_Key"] for row in onec.rows("Catalog_СоглашенияСКлиентами")}
    assert currencies <= {row["currency"] for row in onec.rows("limits")}
    (consignee,), (address,) = onec.rows("consignees"), onec.rows("addresses")
    assert consignee["partner"] == address["partner"] == partner["Ref_Key"]
