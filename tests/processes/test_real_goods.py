"""The main job on data nobody here wrote: goods that a live 1C base exported are found, ordered, and seen in 1C."""

import os
from pathlib import Path

import pytest

from cms.processes.specs import BASE_DIR
from cms.processes.testing import Portal
from integration.simulator.testing import running_simulator
from tests.chaos.people import Person
from tests.chaos.population import populate_command

EXPORT = Path(os.environ.get("KABINET_1C_EXPORT") or BASE_DIR.parent / "shared" / "data" / "1c-export")

pytestmark = pytest.mark.skipif(
    not EXPORT.is_dir(), reason=f"no export of a live 1C base in {EXPORT}; KABINET_1C_EXPORT names another folder"
)


@pytest.fixture(scope="module")
def onec():
    with running_simulator(goods=str(EXPORT)) as onec:
        yield onec


@pytest.fixture(scope="module")
def portal(onec, tmp_path_factory):
    with Portal(tmp_path_factory.mktemp("goods"), ONEC_URL=onec.base_url) as portal:
        portal.start("valkey", "web", "worker")
        portal.manage(*populate_command("buyer"))
        yield portal


def test_goods_of_a_live_base_are_ordered(portal, onec):
    buyer, good = Person(portal.url, "buyer"), priced_good(onec)
    agreement, found = searched(buyer, good["Description"])
    assert found["article"] == good["Артикул"].strip()

    line = {"product": found["id"], "packaging": None, "quantity": "3"}
    order = buyer.order(agreement=agreement, lines=[line], client_reference="live goods")
    accepted = buyer.sees_soon(order, "accepted")
    [held] = onec.orders(order["id"])
    assert held["number"] == accepted["onec_number"]
    [ordered] = held["document"]["Товары"]
    assert ordered["Номенклатура_Key"] == good["Ref_Key"]
    assert (ordered["Количество"], ordered["Сумма"]) == (3, float(order["total"]))


def priced_good(onec) -> dict:
    """The first of the base's goods that has a price and is not marked deleted."""
    priced = {row["product"] for row in onec.rows("prices") if not row["characteristic"] and float(row["price"]) > 0}
    goods = [row for row in onec.rows("Catalog_Номенклатура") if row["Ref_Key"] in priced and not row["DeletionMark"]]
    return goods[0]


def searched(buyer: Person, name: str) -> tuple[int, dict]:
    """The buyer's agreement that gives the product of this name a price, and the product as the catalogue shows it."""
    for agreement in buyer.get("partners/agreements/")["results"]:
        page = buyer.get("catalog/products/", agreement=agreement["id"], search=name)
        for product in page["results"]:
            if product["packagings"][0]["price"]:
                return agreement["id"], product
    raise AssertionError(f"the catalogue shows no price of {name}")
