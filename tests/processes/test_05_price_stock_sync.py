"""Process 5: prices and stock change in 1C; the scheduler brings them, and the catalogue says how old they are."""

import shelve
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest

from tests.chaos.waiting import eventually

HOUR = timedelta(hours=1)
AN_HOUR_AGO = """
from datetime import timedelta
from django.utils import timezone
from integration.models import ExchangeState
an_hour_ago = timezone.now() - timedelta(hours=1)
ExchangeState.objects.filter(entity__in=["prices", "stock"]).update(checked_at=an_hour_ago)
"""


@pytest.fixture
def stale(stage):
    """The portal as if its scheduler had slept for an hour; it still sleeps."""
    eventually(lambda: "Sending due task" in stage.portal.log("scheduler"), 30, "the scheduler is at work")
    stage.portal.stop("scheduler")  # writes down when each entry last ran
    stage.portal.manage("shell", "-c", AN_HOUR_AGO)
    with shelve.open(str(stage.portal.folder / "beat-schedule")) as notes:
        entries = notes["entries"]
        for entry in entries.values():
            entry.last_run_at -= HOUR
        notes["entries"] = entries
    return stage


def test_prices_and_stock_of_1c_reach_the_catalogue(stale):
    buyer = stale.person("buyer")
    product = shown(buyer)["results"][0]
    in_1c = row_of_1c(stale, product)
    before = shown(buyer)
    assert age(before["prices_at"]) >= HOUR and age(before["stock_at"]) >= HOUR

    price = Decimal(product["packagings"][0]["price"]["amount"]) + Decimal("12.34")
    # the price kind of the buyer's agreement; every packaging of the product at the new price
    stale.onec.edit("prices", {"price": f"{price:.4f}"}, match={"product": in_1c})
    warehouses = stale.onec.edit(
        "stock", {"available": "77.000", "calculated_at": datetime.now(UTC).isoformat()}, match={"product": in_1c}
    )
    assert shown(buyer)["results"][0] == product

    stale.portal.start("scheduler")
    fresh = eventually(lambda: is_fresh(page := shown(buyer)) and page, 45, "prices and stock are fresh")
    [found] = [found for found in fresh["results"] if found["id"] == product["id"]]
    assert {Decimal(offer["price"]["amount"]) for offer in found["packagings"] if offer["price"]} == {price}
    assert Decimal(found["stock"]["available"]) == 77 * len(warehouses)
    assert age(found["stock"]["at"]) < HOUR / 2


def shown(buyer) -> dict:
    return buyer.get("catalog/products/")


def is_fresh(page: dict) -> bool:
    return age(page["prices_at"]) < HOUR / 2 and age(page["stock_at"]) < HOUR / 2


def age(at: str) -> timedelta:
    return datetime.now(UTC) - datetime.fromisoformat(at)


def row_of_1c(stage, product: dict) -> str:
    """The product's reference in 1C."""
    [row] = [row for row in stage.onec.rows("Catalog_Номенклатура") if row["Артикул"] == product["article"]]
    return row["Ref_Key"]
