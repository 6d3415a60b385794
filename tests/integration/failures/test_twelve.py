"""Twelve ways in which exchanges with 1C fail in the field, one test each; docs/onec-contract.md tells how the contract
prevents them."""

from dataclasses import replace
from datetime import timedelta

import pytest

from integration import checks, loading, regulation
from integration.client import OneCError
from integration.loading import load_one
from integration.models import Delivery, ExchangeState, ParkedRow
from modules.catalog.models import Packaging, Price, Product, Stock
from modules.partners.models import Contract, Partner

pytestmark = pytest.mark.django_db
POSTED = {"channel": "B", "method": "POST", "path": "/orders"}
GOODS = ("units", "product_lines", "product_groups", "products")


def with_needed(name: str) -> list[str]:
    """The entity after all it depends on."""
    return [*(one.name for one in regulation.needed_by(name)), name]


@pytest.fixture
def small_pages(monkeypatch):
    """small_pages("prices", 500): the portal asks for so many rows at once."""

    def make(name: str, rows: int) -> None:
        monkeypatch.setitem(regulation._entities, name, replace(regulation.get(name), page=rows))

    return make


def test_1_an_order_counts_as_sent_only_after_1c_has_confirmed_it(onec, make_order, send, later):
    order = make_order()
    onec.fault(POSTED, {"status": 500}, times=1)

    assert send(order).status == Delivery.WAITING
    order.refresh_from_db()
    assert (order.status, order.onec_number) == ("placed", "")

    later(timedelta(minutes=1))
    assert send(order).status == Delivery.DELIVERED
    order.refresh_from_db()
    assert order.status == "accepted" and order.onec_number


def test_2_a_run_does_not_make_the_same_products_anew(pull):
    pull(*GOODS)
    before = set(Product.objects.values_list("pk", "ref"))

    pull(*GOODS, kind="full")

    assert set(Product.objects.values_list("pk", "ref")) == before


def test_3_a_timeout_and_a_retry_do_not_make_two_documents(onec, make_order, send, later):
    order = make_order()
    onec.fault(POSTED, {"lost_answer": True}, times=1)
    assert send(order).status == Delivery.WAITING

    later(timedelta(minutes=1))
    assert send(order).status == Delivery.DELIVERED

    assert len(onec.orders(str(order.pk))) == 1


def test_4_a_partial_export_deletes_nothing(onec, pull):
    """The export breaks off after its first page; another time it is empty."""
    pull(*GOODS)
    before = Product.objects.filter(deleted=False).count()
    page = {"channel": "A", "path": "Номенклатура"}

    onec.fault(page, {"short_page": 3}, times=1)
    onec.fault(page, {"status": 500})
    with pytest.raises(OneCError):
        pull("products", kind="full")

    assert Product.objects.filter(deleted=False).count() == before


def test_5_a_load_that_dies_half_way_is_whole_after_the_next(onec, pull, small_pages):
    pull(*with_needed("prices")[:-1])
    small_pages("prices", 500)
    onec.fault({"channel": "B", "path": "/prices"}, {"delay": 0.01}, times=2)
    onec.fault({"channel": "B", "path": "/prices"}, {"status": 500}, times=3)
    with pytest.raises(OneCError):
        pull("prices", kind="full")

    state = ExchangeState.objects.get(entity="prices")
    assert 0 < Price.objects.count() < len(onec.rows("prices"))
    assert (state.mark, state.last_full_at) == ("", None), "nothing says that the prices are there"

    pull("prices")
    assert Price.objects.count() == len(onec.rows("prices"))


def test_6_short_pages_lose_no_rows(onec, pull):
    onec.fault({"channel": "A", "path": "Номенклатура"}, {"short_page": 7}, times=20)
    pull(*GOODS)
    goods = {row["Ref_Key"] for row in onec.rows("Catalog_Номенклатура") if not row["IsFolder"]}
    assert {str(ref) for ref in Product.objects.values_list("ref", flat=True)} == goods


def test_7_what_came_before_its_customer_waits_and_arrives(onec, pull):
    """A contract of a client that the portal does not have yet is parked, not dropped and not half-saved."""
    pull(*with_needed("contracts")[:-1])
    client = "77777777-0000-4000-8000-000000000001"
    sample = onec.rows("Catalog_ДоговорыКонтрагентов")[0]
    [contract] = onec.edit("Catalog_ДоговорыКонтрагентов", sample | {"Партнер_Key": client}, key=str(sample["Ref_Key"]))

    pull("contracts")
    parked = ParkedRow.objects.get(ref=contract["key"])
    assert (parked.waits_for, parked.reason["ref"]) == ("clients", client)
    assert not Contract.objects.filter(ref=contract["key"]).exists()

    known = onec.rows("Catalog_Партнеры")[0]
    onec.edit("Catalog_Партнеры", known | {"Description": "Пришёл позже", "Code": "77-1"}, key=client)
    pull("clients")
    assert Contract.objects.get(ref=contract["key"]).partner.name == "Пришёл позже"
    assert not ParkedRow.objects.filter(ref=contract["key"]).exists()


def test_8_a_deletion_mark_is_a_mark(onec, pull):
    """Marked in 1C: hidden and kept. Unmarked: there again, as the same row. Not in a change: nothing."""
    pull(*with_needed("clients"))
    client = Partner.objects.get(code="00-00000001")

    onec.edit("Catalog_Партнеры", {}, key=str(client.ref), deleted=True)
    assert pull("clients")["clients"].changed == 1
    assert Partner.objects.get(pk=client.pk).deleted

    onec.edit("Catalog_Партнеры", {}, key=str(client.ref), deleted=False)
    pull("clients")
    assert not Partner.objects.get(pk=client.pk).deleted
    assert Partner.objects.filter(deleted=True).count() == 0


def test_9_codes_come_without_bom_and_blanks(onec, pull):
    pull(*with_needed("clients"))
    client = Partner.objects.get(code="00-00000001")

    patch = {"Code": "\ufeff00-00000001 ", "Description": "\u00a0ТОО «Смазка»\u0007  "}
    onec.edit("Catalog_Партнеры", patch, key=str(client.ref))
    pull("clients")

    client.refresh_from_db()
    assert (client.code, client.name) == ("00-00000001", "ТОО «Смазка»")


def test_10_a_field_that_an_update_renames_is_named_and_mended_without_code(onec, pull, settings, tmp_path):
    pull(*with_needed("clients"))
    before = dict(Partner.objects.values_list("code", "full_name"))
    mine = tmp_path / "mine.toml"
    mine.write_text('extends = "erp_2_5"\n[clients.fields]\nfull_name = "ПолноеИмя"\n', "utf-8")
    settings.ONEC_PROFILE = str(mine)  # as if 1C had renamed the field that the profile names

    with pytest.raises(OneCError):
        pull("clients", kind="full")
    assert "ПолноеИмя" in ExchangeState.objects.get(entity="clients").error
    assert dict(Partner.objects.filter(deleted=False).values_list("code", "full_name")) == before

    mine.write_text('extends = "erp_2_5"\n', "utf-8")
    from integration import profile

    profile.load.cache_clear()
    assert checks.regulation_is_sound(None) == []
    pull("clients", kind="full")
    assert ExchangeState.objects.get(entity="clients").error == ""


def test_11_stock_that_1c_is_still_recalculating_does_not_empty_the_shelves(onec, pull):
    """Half-way through its calculation 1C lists a few balances only: nothing is removed on that word alone."""
    pull(*GOODS, "warehouses", "stock")
    before = dict(Stock.objects.values_list("pk", "available"))
    warehouses = {row["warehouse"] for row in onec.rows("stock")}
    for warehouse in sorted(warehouses)[1:]:
        onec.edit("stock", {}, match={"warehouse": warehouse}, remove=True)

    with pytest.raises(loading.Incomplete, match="nothing was removed"):
        pull("stock", kind="full")
    assert dict(Stock.objects.values_list("pk", "available")) == before

    left = onec.rows("stock")
    load_one(regulation.get("stock"), "full", let_go=True)  # a person who knows that it is so
    assert Stock.objects.count() == len(left) < len(before)


def test_12_products_are_matched_by_reference_and_never_by_name(onec, pull):
    pull(*GOODS)
    first, second = Product.objects.filter(deleted=False).order_by("pk")[:2]

    onec.edit("Catalog_Номенклатура", {"Description": first.name, "Артикул": first.article}, key=str(second.ref))
    pull("products")

    assert Product.objects.filter(name=first.name, article=first.article).count() == 2
    assert not Packaging.objects.filter(product=first).exclude(product__ref=first.ref).exists()
