"""Rows written by SQL that is made once are those that were given, on either database."""

from decimal import Decimal

import pytest
from django.db import DataError, connection, transaction
from django.utils import timezone

from cms.inserting import insert_all, write
from modules.ordering.models import Order, OrderHistory, OrderLine

pytestmark = pytest.mark.django_db


def order(world, **changes) -> Order:
    agreement = world.agreement_a1
    fields = {"number": "ABCD-2345", "author": world.owner, "partner": world.partner_a, "agreement": agreement}
    fields |= {"currency": agreement.price_kind.currency, "total": Decimal("1400.50"), "placed_at": timezone.now()}
    return Order(**{**fields, "comment": "100 % of {ours}, 'yours'", **changes})


def line(order: Order, position: int, **changes) -> OrderLine:
    fields = {"quantity": Decimal("1.500"), "price": Decimal("250.0000"), "amount": Decimal("375.00")}
    return OrderLine(order=order, position=position, **{**fields, **changes})


def stored(model) -> list[dict]:
    return list(model.objects.order_by("pk").values())


def given(rows: list) -> list[dict]:
    return [{field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields} for row in rows]


@pytest.mark.parametrize("count", [0, 1, 2, 11])
def test_rows_of_several_models_are_stored_as_given(world, count):
    placed = order(world)
    known = {"available": Decimal("7.500"), "available_at": timezone.now(), "packaging": world.box}
    lines = [line(placed, at, product=world.shared, **(known if at % 2 else {})) for at in range(count)]
    history = OrderHistory(order=placed, became="placed", user=world.owner)
    insert_all([placed], lines, [history])
    assert stored(Order) == given([placed])
    assert [row | {"id": None} for row in stored(OrderLine)] == [row | {"id": None} for row in given(lines)]
    assert [row | {"id": None} for row in stored(OrderHistory)] == [given([history])[0] | {"id": None}]
    assert not placed._state.adding


def test_on_postgresql_by_one_query_whatever_there_is(world, django_assert_num_queries):
    placed = order(world)
    rows = [line(placed, at, product=world.shared) for at in range(3)]
    with django_assert_num_queries(1 if connection.vendor == "postgresql" else 2):
        insert_all([placed], rows)


def test_what_does_not_fit_is_refused_with_all_that_came_with_it(world):
    if connection.vendor != "postgresql":
        pytest.skip("SQLite takes texts of any length")
    placed = order(world)
    moves = [OrderHistory(order=placed, became=word) for word in ("placed", "far longer than a status may be")]
    with pytest.raises(DataError), transaction.atomic():
        insert_all([placed], moves)
    assert stored(Order) == stored(OrderHistory) == []


def test_named_fields_of_one_row_are_written(world):
    mine, other = order(world), order(world, number="ABCD-2346")
    insert_all([mine, other])
    mine.comment, mine.total, mine.version = "changed", Decimal("1.00"), 7
    write(mine, "comment", "version")
    other.refresh_from_db()
    mine.refresh_from_db()
    assert (mine.comment, mine.total, mine.version) == ("changed", Decimal("1400.50"), 7)
    assert (other.comment, other.version) == ("100 % of {ours}, 'yours'", 1)
