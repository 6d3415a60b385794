"""A full load: what 1C holds, the portal holds; a second one changes nothing; a broken one deletes nothing."""

from decimal import Decimal

import pytest

from integration import loading, state
from integration.client import OneCError
from integration.loading.lease import Busy, Lease
from integration.models import ExchangeState, LoadRun, ParkedRow
from modules.catalog.models import Packaging, Price, Product, ProductGroup, SegmentProduct, Stock, Unit
from modules.partners.exchange import EVERYTHING
from modules.partners.models import Agreement, Contract, Counterparty, Partner, Region, Segment

PRODUCTS = ("units", "product_lines", "product_groups", "products", "packagings")

SAME_COUNT = {
    "Catalog_БизнесРегионы": Region,
    "Catalog_Партнеры": Partner,
    "Catalog_Контрагенты": Counterparty,
    "Catalog_ДоговорыКонтрагентов": Contract,
    "Catalog_СоглашенияСКлиентами": Agreement,
    "prices": Price,
    "stock": Stock,
}


def by_ref(rows: list[dict]) -> dict[str, dict]:
    return {row["Ref_Key"]: row for row in rows}


def test_the_portal_holds_what_1c_holds(onec, pull):
    pull()

    for source, model in SAME_COUNT.items():
        assert model.objects.filter(ref__isnull=False).count() == len(onec.rows(source)), source
    assert ParkedRow.objects.count() == 0
    compare_products(by_ref(onec.rows("Catalog_Номенклатура")))
    compare_registers(onec)


def compare_products(sent: dict[str, dict]) -> None:
    folders = {ref for ref, row in sent.items() if row["IsFolder"]}
    assert {str(ref) for ref in ProductGroup.objects.values_list("ref", flat=True)} == folders
    held = {str(one.ref): one for one in Product.objects.select_related("group", "unit", "line")}
    assert held.keys() == sent.keys() - folders
    for ref, product in held.items():
        row = sent[ref]
        assert product.name == row["Description"].strip()
        assert product.article == row["Артикул"].strip()
        assert product.name.casefold() in product.search and product.article.casefold() in product.search
        assert product.deleted == row["DeletionMark"]
        assert str(product.unit.ref) == row["ЕдиницаИзмерения_Key"]
        assert product.group is None or str(product.group.ref) == row["Parent_Key"]


def compare_registers(onec) -> None:
    available = sum(Decimal(row["available"]) for row in onec.rows("stock"))
    assert sum(Stock.objects.values_list("available", flat=True)) == available
    amounts = sorted(Decimal(row["price"]) for row in onec.rows("prices"))
    assert sorted(Price.objects.values_list("amount", flat=True)) == amounts


def test_groups_of_any_depth_arrive_under_their_parents(onec, pull):
    parent = "00000000-0000-0000-0000-000000000000"
    keys = [f"{digit}0000000-0000-4000-8000-000000000000" for digit in "fedcba"]  # children sort before parents
    for key in keys:
        patch = {"IsFolder": True, "Description": f"Level {key[0]}", "Parent_Key": parent}
        onec.edit("Catalog_Номенклатура", patch, key=key)
        parent = key

    run = pull("product_groups")["product_groups"]

    assert run.parked == 0 and ParkedRow.objects.count() == 0
    for child, above in zip(keys[1:], keys, strict=False):
        assert str(ProductGroup.objects.get(ref=child).parent.ref) == above


def test_units_and_packagings_are_told_apart(onec, pull):
    pull(*PRODUCTS)

    rows = onec.rows("Catalog_УпаковкиЕдиницыИзмерения")
    packagings = [row for row in rows if row["Owner"]]
    assert Unit.objects.count() == len(rows) - len(packagings)
    assert Packaging.objects.count() == len(packagings)
    factors = {row["Ref_Key"]: Decimal(row["Числитель"]) / Decimal(row["Знаменатель"]) for row in packagings}
    for packaging in Packaging.objects.all():
        assert packaging.factor == factors[str(packaging.ref)].quantize(Decimal("0.0001"))


def test_a_second_full_load_changes_nothing(pull):
    pull()
    before = {name: state.generation(name) for name in ("products", "prices", "stock")}

    runs = pull(kind="full")

    assert {name: (run.changed, run.removed) for name, run in runs.items() if run.changed or run.removed} == {}
    assert {name: state.generation(name) for name in before} == before


def test_the_whole_assortment_holds_all_goods_that_are_sold(onec, pull):
    pull(*PRODUCTS, "segments")
    pull("products", kind="full")

    everything = Segment.objects.get(ref=EVERYTHING)
    sold = Product.objects.filter(deleted=False, kind="goods")
    assert everything.everything
    assert set(everything.products.values_list("pk", flat=True)) == set(sold.values_list("pk", flat=True))

    key = str(sold.first().ref)
    onec.edit("Catalog_Номенклатура", {}, key=key, deleted=True)
    pull("products")
    assert not SegmentProduct.objects.filter(segment=everything, product__ref=key).exists()


def test_the_whole_assortment_survives_a_full_load_of_assortments(pull):
    pull("segments")
    pull("segments", kind="full")
    assert not Segment.objects.get(ref=EVERYTHING).deleted


def test_an_agreement_without_a_segment_sells_everything(onec, pull):
    pull()
    for row in onec.rows("Catalog_СоглашенияСКлиентами"):
        unlimited = not int(row["СегментНоменклатуры_Key"].replace("-", ""), 16)
        assert Agreement.objects.get(ref=row["Ref_Key"]).segment.everything == unlimited


def test_what_1c_no_longer_has_is_marked_in_catalogues_and_removed_from_registers(onec, pull):
    pull()
    client = onec.rows("Catalog_Партнеры")[0]
    gone = Price.objects.order_by("pk").first()
    Price.objects.filter(pk=gone.pk).update(ref="12121212-0000-4000-8000-000000000001")
    Partner.objects.filter(ref=client["Ref_Key"]).update(ref="12121212-0000-4000-8000-000000000002")

    runs = pull("prices", "clients", kind="full")

    assert runs["prices"].removed == 1 and runs["prices"].changed == 1
    assert not Price.objects.filter(pk=gone.pk).exists()
    assert Partner.objects.get(ref="12121212-0000-4000-8000-000000000002").deleted


def test_a_pass_that_breaks_off_keeps_its_pages_and_deletes_nothing(onec, pull, monkeypatch):
    pull(*PRODUCTS, "segments", "currencies", "price_kinds", "prices")
    Price.objects.filter(pk=Price.objects.first().pk).update(ref="12121212-0000-4000-8000-000000000001")
    mark = ExchangeState.objects.get(entity="prices").mark
    onec.edit("prices", {"price": "1.0000"}, match={"product": onec.rows("prices")[0]["product"]})
    small_pages(monkeypatch, "prices", 200)
    onec.fault({"channel": "B", "path": "prices"}, {"delay": 0}, times=2)
    onec.fault({"channel": "B", "path": "prices"}, {"status": 500})

    with pytest.raises(OneCError):
        pull("prices", kind="full")

    held = ExchangeState.objects.get(entity="prices")
    assert Price.objects.filter(ref="12121212-0000-4000-8000-000000000001").exists()
    assert held.mark == mark and "500" in held.error and held.reader is None
    assert LoadRun.objects.latest("pk").error

    onec.heal()
    assert pull("prices", kind="full")["prices"].removed == 1
    assert ExchangeState.objects.get(entity="prices").error == ""


def small_pages(monkeypatch, name: str, rows: int) -> None:
    from dataclasses import replace

    from integration import regulation

    monkeypatch.setitem(regulation._entities, name, replace(regulation.get(name), page=rows))


def test_an_empty_answer_is_not_taken_for_an_empty_base(onec, pull):
    pull("regions")
    onec.fault({"channel": "A", "path": "БизнесРегионы"}, {"short_page": 0})

    with pytest.raises(loading.FAULTS, match="nothing was removed"):
        pull("regions", kind="full")

    assert not Region.objects.filter(deleted=True).exists()


def test_a_short_page_is_not_the_end(onec, pull):
    onec.fault({"channel": "A", "path": "Партнеры"}, {"short_page": 3})
    pull("regions", "clients")
    assert Partner.objects.count() == len(onec.rows("Catalog_Партнеры"))


def test_one_reader_an_entity(pull, db):
    with Lease("regions"), pytest.raises(Busy):
        pull("regions")
    assert pull("regions")["regions"].changed


def test_a_dead_reader_s_lease_runs_out(pull, db):
    from datetime import timedelta

    from django.utils import timezone

    Lease("regions").__enter__()
    ExchangeState.objects.update(lease_until=timezone.now() - timedelta(seconds=1))
    assert pull("regions")["regions"].changed
