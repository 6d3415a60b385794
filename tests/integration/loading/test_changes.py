"""A load by changes applies exactly the edits, and asks 1C for little more than them."""

from decimal import Decimal

import pytest
from django.utils import timezone

from integration import state
from integration.models import ExchangeState, LoadKind
from modules.catalog.models import Price, Product
from modules.partners.models import Partner

pytestmark = pytest.mark.django_db


def test_the_first_change_load_is_a_full_one(pull):
    assert pull("regions", kind=LoadKind.CHANGES)["regions"].kind == LoadKind.FULL
    assert pull("regions", kind=LoadKind.CHANGES)["regions"].kind == LoadKind.CHANGES


def test_of_a_catalogue_only_changed_rows_are_fetched(onec, pull):
    pull("regions", "clients")
    first, second = (row["Ref_Key"] for row in onec.rows("Catalog_Партнеры")[:2])
    generation = state.generation("clients")
    onec.edit("Catalog_Партнеры", {"Description": "Renamed"}, key=first)
    onec.edit("Catalog_Партнеры", {}, key=second, deleted=True)

    run = pull("clients")["clients"]

    assert (run.kind, run.read, run.changed, run.parked) == (LoadKind.CHANGES, 2, 2, 0)
    assert Partner.objects.get(ref=first).name == "Renamed"
    assert Partner.objects.get(ref=second).deleted
    assert not Partner.objects.exclude(ref=second).filter(deleted=True).exists()
    assert state.generation("clients") == generation + 1


def test_a_new_row_arrives_and_a_row_that_is_no_more_is_marked(onec, pull):
    pull("regions", "clients")
    onec.edit("Catalog_Партнеры", {"Description": "New"})
    gone = {"ref": "12121212-0000-4000-8000-000000000001", "version": "x", "synced_at": timezone.now()}
    Partner.objects.create(name="Gone from 1C", **gone)

    run = pull("clients")["clients"]

    assert (run.read, run.changed, run.removed) == (1, 1, 1)
    assert Partner.objects.get(name="New").ref
    assert Partner.objects.get(name="Gone from 1C").deleted


def test_a_row_that_was_hidden_and_is_back_as_it_was_is_no_longer_marked(onec, pull):
    pull("regions", "clients")
    partner = Partner.objects.first()
    Partner.objects.filter(pk=partner.pk).update(deleted=True, version="")  # as a listing without it leaves it

    pull("clients")

    partner.refresh_from_db()
    assert not partner.deleted


def test_folders_are_not_fetched_with_the_goods_again_and_again(onec, pull):
    pull("units", "product_lines", "product_groups", "products", "packagings")
    runs = pull("units", "product_groups", "products", "packagings")
    assert {name: run.read for name, run in runs.items()} == dict.fromkeys(runs, 0)


def test_of_a_feed_changed_items_arrive_and_deleted_ones_go(onec, pull):
    pull()
    first, second = onec.rows("prices")[:2]
    mark = ExchangeState.objects.get(entity="prices").mark
    count = Price.objects.count()
    onec.edit("prices", {"price": "77.1234"}, match=dimensions(first))
    (removed,) = onec.edit("prices", {}, match=dimensions(second), deleted=True)

    run = pull("prices")["prices"]

    assert (run.kind, run.read, run.changed, run.removed) == (LoadKind.CHANGES, 2, 1, 1)
    assert Price.objects.filter(amount=Decimal("77.1234"), product__ref=first["product"]).count() == 1
    assert Price.objects.count() == count - 1
    assert ExchangeState.objects.get(entity="prices").mark != mark
    assert removed


def dimensions(row: dict) -> dict:
    return {name: row[name] for name in ("product", "price_kind", "packaging")}


def test_nothing_new_costs_one_request_and_still_makes_the_data_fresh(onec, pull):
    pull("currencies", "price_kinds", "units", "product_lines", "product_groups", "products", "packagings", "prices")
    before = state.age_of("prices")
    generation = state.generation("prices")
    onec.control("DELETE", "log")

    run = pull("prices")["prices"]

    assert [entry["status"] for entry in onec.log()] == [304]
    assert run.read == 0
    assert state.age_of("prices") > before
    assert state.generation("prices") == generation


def test_a_mark_that_is_too_old_leads_to_a_full_load(onec, pull):
    names = (
        "currencies",
        "price_kinds",
        "units",
        "product_lines",
        "product_groups",
        "products",
        "packagings",
        "prices",
    )
    pull(*names)
    onec.control("POST", "forget")
    assert pull("prices")["prices"].kind == LoadKind.FULL
    assert pull("prices")["prices"].kind == LoadKind.CHANGES


def test_changes_that_break_off_go_on_where_they_were(onec, pull, monkeypatch):
    from dataclasses import replace

    from integration import regulation
    from integration.client import OneCError

    pull()
    sample = onec.rows("prices")[:9]
    for row in sample:
        onec.edit("prices", {"price": "55.5500"}, match=dimensions(row))
    monkeypatch.setitem(regulation._entities, "prices", replace(regulation.get("prices"), page=4))
    onec.fault({"channel": "B", "path": "prices"}, {"delay": 0}, times=2)
    onec.fault({"channel": "B", "path": "prices"}, {"status": 500})

    with pytest.raises(OneCError):
        pull("prices")
    half = Price.objects.filter(amount=Decimal("55.55")).count()
    onec.heal()
    run = pull("prices")["prices"]

    assert half == 8
    assert run.read == len(sample) - half
    assert Price.objects.filter(amount=Decimal("55.55")).count() == len(sample)


def test_a_product_changed_in_1c_is_not_loaded_by_name(onec, pull):
    pull("units", "product_lines", "product_groups", "products")
    product = Product.objects.first()
    onec.edit("Catalog_Номенклатура", {"Description": "Another name", "Артикул": "NEW-1 "}, key=str(product.ref))
    pull("products")
    product.refresh_from_db()
    assert (product.name, product.article) == ("Another name", "NEW-1")
