"""Files that live 1C bases wrote, served as 1C would: the portal holds what the files say, quirks included."""

import os
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from xml.etree import ElementTree

import pytest

from integration import conf, loading
from integration.models import ParkedRow
from integration.simulator.testing import Simulator, running_simulator
from modules.catalog.models import Price, Product, ProductGroup, ProductLine, Stock, Unit, Warehouse
from modules.partners.exchange import EVERYTHING
from modules.partners.models import Agreement

ROOT = Path(__file__).resolve().parents[2]
EXPORT = Path(os.environ.get("KABINET_1C_EXPORT", ROOT.parent / "shared/data/1c-export"))
NS = {"c": "urn:1C.ru:commerceml_2"}

pytestmark = pytest.mark.skipif(
    not EXPORT.is_dir(), reason=f"the 1C export is not at {EXPORT}; KABINET_1C_EXPORT can say where it is"
)


@pytest.fixture(scope="module")
def onec() -> Iterator[Simulator]:
    with running_simulator(goods=EXPORT) as running:
        yield running


@pytest.fixture
def loaded(onec, settings, db) -> None:
    settings.ONEC_URL = onec.base_url
    errors = [error for _, _, error in loading.load() if error]
    assert not errors


@pytest.fixture(scope="module")
def files() -> "Files":
    return Files()


class Files:
    """A count made straight from the XML; of an element in two files the newer counts."""

    def __init__(self) -> None:
        roots = [ElementTree.parse(path).getroot() for path in EXPORT.glob("*.xml")]
        roots.sort(key=lambda root: root.get("ДатаФормирования"))
        self.goods = {one.findtext("c:Ид", None, NS): one for root in roots for one in root.iterfind(".//c:Товар", NS)}
        offers = {
            one.findtext("c:Ид", None, NS): one for root in roots for one in root.iterfind(".//c:Предложение", NS)
        }
        self.offers = {key: offer for key, offer in offers.items() if key.partition("#")[0] in self.goods}
        groups = [group for root in roots for group in root.iterfind(".//c:Группы/c:Группа", NS)]
        self.groups = {group.findtext("c:Ид", None, NS): group for group in groups}
        self.parents = {
            child.findtext("c:Ид", None, NS): group.findtext("c:Ид", None, NS)
            for group in self.groups.values()
            for child in group.iterfind("c:Группы/c:Группа", NS)
        }

    def stated(self, good: ElementTree.Element, name: str) -> str:
        """A requisite of a good: ТипНоменклатуры, say."""
        held = good.iterfind("c:ЗначенияРеквизитов/c:ЗначениеРеквизита", NS)
        return next(
            (one.findtext("c:Значение", "", NS) for one in held if one.findtext("c:Наименование", "", NS) == name), ""
        )

    def balances(self) -> dict[str, Decimal]:
        """Warehouse → what lies in it."""
        sums: dict[str, Decimal] = Counter()
        for offer in self.offers.values():
            for held in offer.iterfind("c:Склад", NS):
                sums[held.get("ИдСклада")] += Decimal(held.get("КоличествоНаСкладе"))
        return dict(sums)

    def prices(self) -> list[tuple[str, str, Decimal]]:
        return sorted(
            (
                key.partition("#")[0],
                price.findtext("c:ИдТипаЦены", None, NS),
                Decimal(price.findtext("c:ЦенаЗаЕдиницу", None, NS)),
            )
            for key, offer in self.offers.items()
            for price in offer.iterfind("c:Цены/c:Цена", NS)
        )


def test_groups_with_their_parents(loaded, files):
    held = {str(group.ref): str(group.parent.ref) if group.parent else None for group in ProductGroup.objects.all()}
    assert held == {key: files.parents.get(key) for key in files.groups}


def test_goods_and_services(loaded, files):
    assert {str(ref) for ref in Product.objects.values_list("ref", flat=True)} == set(files.goods)
    kinds = Counter(files.stated(good, "ТипНоменклатуры") for good in files.goods.values())
    assert Product.objects.filter(kind="goods").count() == kinds["Товар"]
    assert Product.objects.filter(kind="service").count() == kinds["Услуга"] > 0


def test_names_and_articles_are_as_written_without_stray_blanks(loaded, files):
    for product in Product.objects.select_related("group", "unit"):
        good = files.goods[str(product.ref)]
        assert product.name == good.findtext("c:Наименование", "", NS).strip()
        assert product.article == good.findtext("c:Артикул", "", NS).strip()
        assert str(product.group.ref) == good.findtext("c:Группы/c:Ид", None, NS)


def test_unit_codes_lose_their_trailing_blank(loaded, files):
    raw = {good.find("c:БазоваяЕдиница", NS).get("Код") for good in files.goods.values()}
    assert "796 " in raw
    assert set(Unit.objects.values_list("code", flat=True)) == {code.strip() for code in raw}
    assert not Product.objects.filter(unit=None).exists()


def test_prices(loaded, files):
    held = Price.objects.values_list("product__ref", "price_kind__ref", "amount")
    assert sorted((str(product), str(kind), amount) for product, kind, amount in held) == files.prices()


def test_balances_by_warehouse(loaded, files):
    sums: Counter = Counter()
    for warehouse, available in Stock.objects.values_list("warehouse__ref", "available"):
        sums[str(warehouse)] += available
    expected = files.balances()
    assert {str(ref) for ref in Warehouse.objects.values_list("ref", flat=True)} == set(expected)
    assert {key: sums[key] for key in expected} == expected


def test_deleted_ones_are_held_and_marked(loaded, onec):
    marked = {
        row["Ref_Key"] for row in onec.rows("Catalog_Номенклатура") if row["DeletionMark"] and not row["IsFolder"]
    }
    assert {str(ref) for ref in Product.objects.filter(deleted=True).values_list("ref", flat=True)} == marked


def test_archived_goods_are_sold_until_the_profile_says_otherwise(loaded, onec, settings, tmp_path):
    archived = {row["Ref_Key"] for row in onec.rows("Catalog_Номенклатура") if archive_line(onec, row)}
    assert archived and Product.objects.filter(ref__in=archived, deleted=False).count() == len(archived)

    settings.ONEC_PROFILE = str(profile_with_archive(onec, tmp_path))
    assert not [error for *_, error in loading.load(["products"], "full") if error]

    assert Product.objects.filter(ref__in=archived, deleted=True).count() == len(archived)
    assert Product.objects.filter(ref__in=archived, segments__ref=EVERYTHING).count() == 0


def archive_property(onec) -> str:
    rows = onec.rows("ChartOfCharacteristicTypes_ДополнительныеРеквизитыИСведения")
    return next(row["Ref_Key"] for row in rows if row["Description"] == "Архив")


def archive_line(onec, row: dict) -> bool:
    key = archive_property(onec)
    return any(line["Свойство_Key"] == key and line["Значение"] == "Да" for line in row["ДополнительныеРеквизиты"])


def profile_with_archive(onec, folder: Path) -> Path:
    """A customer's copy of the profile, with one line more."""
    file = folder / "mine.toml"
    value = f'{{ "Свойство_Key" = "{archive_property(onec)}", "Значение" = "Да" }}'
    rule = f'[products.gone]\n"ДополнительныеРеквизиты" = {value}\n'
    text = conf.profile_file().read_text("utf-8")
    file.write_text(text.replace("# Channel B:", f"{rule}\n# Channel B:"), "utf-8")
    return file


def test_somebody_can_order_all_of_it(loaded):
    agreement = Agreement.objects.get(segment__ref=EVERYTHING)
    sold = Product.objects.filter(deleted=False, kind="goods")
    assert sold.filter(segments=agreement.segment).count() == sold.count()


def test_nothing_is_parked_and_lines_are_there(loaded):
    assert not ParkedRow.objects.exists()
    assert ProductLine.objects.exists()
