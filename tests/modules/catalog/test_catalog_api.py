"""The catalogue: a buyer's own products at their agreement's prices, with stock and its age."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cms.access.holder import forget_all
from cms.access.models import Grant
from tests.factories import catalog
from tests.world import client_of

pytestmark = pytest.mark.django_db

PRODUCTS = "/api/v1/catalog/products/"
FACETS = "/api/v1/catalog/facets/"


def names(user, **query):
    answer = client_of(user).get(PRODUCTS, query)
    assert answer.status_code == 200, answer.content
    return {row["name"] for row in answer.json()["results"]}


def test_buyer_sees_what_the_agreement_allows(world):
    assert names(world.owner, agreement=world.agreement_a1.pk) == {"Milk 3.2 %", "Kefir"}
    assert names(world.owner, agreement=world.agreement_a2.pk) == {"Milk 3.2 %"}
    assert names(world.colleague) == {"Milk 3.2 %"}
    assert names(world.stranger) == {"Milk 3.2 %", "Green tea"}


def test_prices_are_the_agreements_own(world):
    def price(user, agreement):
        rows = client_of(user).get(PRODUCTS, {"agreement": agreement.pk}).json()["results"]
        milk = next(row for row in rows if row["name"] == "Milk 3.2 %")
        return [(offer["name"], offer["price"]) for offer in milk["packagings"]]

    assert price(world.owner, world.agreement_a1) == [
        ("pcs", {"amount": "100.5000", "currency": "KZT"}),
        ("Box of 12", {"amount": "1150.0000", "currency": "KZT"}),
    ]
    assert price(world.stranger, world.agreement_b)[0] == ("pcs", {"amount": "20.2500", "currency": "KGS"})


def test_packaging_without_its_own_price_costs_its_base_units(world):
    world.price_box_a.delete()
    rows = client_of(world.owner).get(PRODUCTS, {"agreement": world.agreement_a1.pk}).json()["results"]
    milk = next(row for row in rows if row["name"] == "Milk 3.2 %")
    assert milk["packagings"][1]["price"]["amount"] == "1206.0000"


def test_grant_of_a_product_line_narrows_the_assortment(world):
    line = catalog.line("Dairy")
    type(world.shared).objects.filter(pk=world.shared.pk).update(line=line)
    assert names(world.head, agreement=world.agreement_a1.pk) == {"Milk 3.2 %", "Kefir"}
    Grant.objects.filter(user=world.head).update(product_line=line.pk)
    forget_all()
    assert names(world.head, agreement=world.agreement_a1.pk) == {"Milk 3.2 %"}
    assert [group["count"] for group in client_of(world.head).get(FACETS).json()["lines"]] == [1]


def test_staff_without_an_agreement_see_all_goods_without_prices(world):
    rows = client_of(world.service_full).get(PRODUCTS).json()
    assert {row["name"] for row in rows["results"]} == {"Milk 3.2 %", "Kefir", "Green tea", "Black tea"}
    assert rows["agreement"] is None
    assert all(offer["price"] is None for row in rows["results"] for offer in row["packagings"])


def test_buyer_whose_agreements_are_over_sees_nothing(world):
    """Nor the products they once could buy."""
    type(world.agreement_b).objects.filter(pk=world.agreement_b.pk).update(status="closed")
    assert names(world.stranger) == set()
    assert client_of(world.stranger).get(f"{PRODUCTS}{world.only_b.pk}/").status_code == 404


def test_foreign_agreement_looks_like_none_at_all(world):
    client = client_of(world.owner)
    foreign, absent = (client.get(PRODUCTS, {"agreement": key}) for key in (world.agreement_b.pk, 987_654))
    assert foreign.status_code == absent.status_code == 400
    assert foreign.json()["errors"] == absent.json()["errors"]


def test_foreign_product_looks_like_none_at_all(world):
    client = client_of(world.owner)
    assert client.get(f"{PRODUCTS}{world.shared.pk}/").status_code == 200
    for key in (world.only_b.pk, world.unsold.pk, 987_654):
        assert client.get(f"{PRODUCTS}{key}/").status_code == 404


def test_product_page_shows_stock_by_warehouse(world):
    page = client_of(world.owner).get(f"{PRODUCTS}{world.shared.pk}/").json()
    assert page["stock"]["available"] == "120.000"
    assert [row["warehouse"] for row in page["warehouses"]] == ["Main"]


def test_search_finds_cyrillic_in_any_case(world):
    catalog.product("Масло моторное Синтез 5W-40", (world.segment_a,), search="масло моторное синтез 5w-40")
    assert names(world.owner, search="МОТОРНОЕ 5w") == {"Масло моторное Синтез 5W-40"}
    assert names(world.owner, search="нет такого") == set()


def test_facets_count_the_readers_own_assortment(world):
    def lines(user):
        return {row["name"]: row["count"] for row in client_of(user).get(FACETS).json()["lines"]}

    assert lines(world.head) == {"Dairy": 2}
    assert lines(world.stranger) == {"Dairy": 1, "Tea": 1}


def test_filter_by_a_facet_leaves_its_count(world):
    facets = client_of(world.stranger).get(FACETS).json()
    for row in facets["lines"]:
        assert len(names(world.stranger, line=row["id"])) == row["count"]


def test_deleted_products_and_services_are_not_offered(world):
    catalog.product("Gone", (world.segment_a,), deleted=True)
    catalog.product("Delivery", (world.segment_a,), kind="service")
    assert names(world.owner, agreement=world.agreement_a1.pk) == {"Milk 3.2 %", "Kefir"}


@pytest.mark.parametrize("query", [{"page": 0}, {"page_size": 101}, {"agreement": "x"}, {"ordering": "margin"}])
def test_wrong_query_names_its_field(world, query):
    answer = client_of(world.owner).get(PRODUCTS, query)
    assert answer.status_code == 400
    assert set(answer.json()["errors"]) == set(query)


def test_page_past_the_end_is_empty_but_counts(world):
    page = client_of(world.owner).get(PRODUCTS, {"page": 5, "agreement": world.agreement_a1.pk}).json()
    assert (page["results"], page["count"]) == ([], 2)


def test_page_is_few_queries_whatever_its_length(world):
    client = client_of(world.owner)
    client.get(PRODUCTS)
    counts = []
    for size in (1, 24):
        with CaptureQueriesContext(connection) as captured:
            client.get(PRODUCTS, {"agreement": world.agreement_a1.pk, "page_size": size})
        counts.append([query["sql"] for query in captured])
    business = [sql for sql in counts[1] if "session" not in sql and "accounts_user" not in sql[:60]]
    assert len(counts[0]) == len(counts[1])
    assert len(business) <= 5, business
