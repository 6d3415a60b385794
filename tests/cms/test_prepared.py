"""Queries that are compiled once give what Django would, on either database."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest
from django.db import connection
from django.db.models import Value
from django.test.utils import CaptureQueriesContext

from cms.prepared import Prepared, PreparedFor, PreparedShapes, number_slot, text_slot
from modules.catalog.models import Product, Stock
from tests.factories import catalog

pytestmark = pytest.mark.django_db


@pytest.fixture
def products():
    return [catalog.product(f"{number} % oil", ()) for number in range(5)]


def page(start: int) -> list[str]:
    return list(Product.objects.order_by("name")[start : start + 2].values_list("name", flat=True))


def test_values_go_where_the_slots_are(products):
    named = Prepared(
        lambda: Product.objects.filter(name=text_slot("name"), id__gte=number_slot("least")).values_list("id")
    )
    assert named.run(name="1 % oil", least=0) == [(products[1].pk,)]
    assert named.run(name="1 % oil", least=products[2].pk) == []


def test_start_of_a_slice_may_be_a_slot(products):
    shapes = PreparedShapes()

    def build(start: int):
        return Product.objects.order_by("name")[start : start + 2].values_list("name", Value("100 %"))

    for start in (0, 2, 4, 6):
        assert [name for name, _ in shapes.run("page", build, start=start)] == page(start)
    assert shapes.run("page", build, start=0)[0][1] == "100 %"


def test_each_shape_is_compiled_once_and_few_are_kept(products):
    built, shapes = [], PreparedShapes(most=2)

    def ask(shape: str) -> list[tuple]:
        return shapes.run(shape, lambda: built.append(shape) or Product.objects.filter(name=shape).values_list("name"))

    for shape in ("0 % oil", "1 % oil", "0 % oil", "2 % oil", "1 % oil"):
        assert ask(shape) == [(shape,)]
    assert built == ["0 % oil", "1 % oil", "2 % oil", "1 % oil"]


def test_converted_values_are_djangos(products):
    at = datetime(2026, 11, 22, 12, 30, tzinfo=UTC)
    stock = catalog.stock(products[0], catalog.warehouse("Main"), "12.500")
    Stock.objects.filter(pk=stock.pk).update(calculated_at=at)
    rows = PreparedShapes().run("stock", lambda: Stock.objects.values_list("available", "calculated_at"))
    assert rows == [(Decimal("12.500"), at)]
    assert isinstance(rows[0][0], Decimal)


def test_query_that_can_find_nothing_asks_nothing():
    with CaptureQueriesContext(connection) as captured:
        assert PreparedShapes().run("none", lambda: Product.objects.none().values_list("id")) == []
    assert not captured.captured_queries


def test_keys_of_any_number(products):
    found = PreparedFor(lambda keys: Product.objects.filter(pk__in=keys).order_by("name").values_list("name"))
    for count in range(6):
        assert len(found.run([product.pk for product in products[:count]])) == count
