"""Lists, pages, export and resending of orders: each reader sees theirs and nothing of the others'."""

from io import BytesIO
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from integration.models import OutboxMessage
from modules.ordering.models import Order
from tests.world import client_of

pytestmark = pytest.mark.django_db

ORDERS = "/api/v1/ordering/orders/"
SEES = {
    "owner": {"owners_order"},
    "colleague": {"colleagues_order"},
    "head": {"owners_order", "colleagues_order"},
    "stranger": {"strangers_order"},
    "service_limited": {"owners_order", "colleagues_order"},
    "service_full": {"owners_order", "colleagues_order", "strangers_order"},
}
ALL = ["owners_order", "colleagues_order", "strangers_order"]


@pytest.fixture
def orders(world):
    return {name: getattr(world, name) for name in ALL}


@pytest.mark.parametrize("person", SEES)
def test_list_page_and_export_show_the_same(world, orders, person):
    client = client_of(getattr(world, person))
    expected = {orders[name].number for name in SEES[person]}
    listed = client.get(ORDERS).json()
    assert {row["number"] for row in listed["results"]} == expected
    assert listed["count"] == len(expected)
    sheet = load_workbook(BytesIO(client.get(f"{ORDERS}export.xlsx").content)).active
    assert {row[0] for row in sheet.iter_rows(min_row=2, values_only=True)} == expected
    for name, order in orders.items():
        assert client.get(f"{ORDERS}{order.pk}/").status_code == (200 if name in SEES[person] else 404)


def test_foreign_order_looks_like_none_at_all(world, orders):
    client = client_of(world.owner)
    foreign = client.get(f"{ORDERS}{orders['strangers_order'].pk}/")
    absent = client.get(f"{ORDERS}{uuid4()}/")
    assert foreign.status_code == absent.status_code == 404
    assert foreign.json()["code"] == absent.json()["code"] == "not_found"


def test_foreign_order_cannot_be_resent(world, orders):
    before = list(OutboxMessage.objects.values())
    assert client_of(world.owner).post(f"{ORDERS}{orders['strangers_order'].pk}/resend/").status_code == 404
    assert list(OutboxMessage.objects.values()) == before


def test_search_filter_and_order(world, orders):
    client = client_of(world.service_full)
    number = orders["owners_order"].number
    assert [row["number"] for row in client.get(ORDERS, {"search": number}).json()["results"]] == [number]
    assert client.get(ORDERS, {"status": "closed"}).json()["count"] == 0
    totals = [float(row["total"]) for row in client.get(ORDERS, {"ordering": "-total"}).json()["results"]]
    assert totals == sorted(totals, reverse=True)
    assert client.get(ORDERS, {"status": "unheard"}).status_code == 400


def test_page_shows_lines_and_history(world, orders):
    page = client_of(world.owner).get(f"{ORDERS}{orders['owners_order'].pk}/").json()
    assert [line["name"] for line in page["lines"]] == ["Milk 3.2 %", "Kefir"]
    assert page["lines"][0]["unit"] == "Box of 12"
    assert page["partner"]["name"] == "Astana Trade"


def test_formula_in_a_client_reference_stays_text(world, orders):
    Order.objects.filter(pk=orders["owners_order"].pk).update(client_reference="=1+1")
    sheet = load_workbook(BytesIO(client_of(world.owner).get(f"{ORDERS}export.xlsx").content)).active
    cell = sheet.cell(row=2, column=3)
    assert (cell.value, cell.data_type) == ("=1+1", "s")


def test_list_costs_the_same_whatever_its_length(world, orders):
    client = client_of(world.service_full)
    client.get(ORDERS)
    counts = []
    for size in (1, 3):
        with CaptureQueriesContext(connection) as captured:
            client.get(ORDERS, {"page_size": size})
        counts.append(len(captured))
    assert counts[0] == counts[1]
