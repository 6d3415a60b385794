"""Every (from, to) pair of the order's state machine, through the service."""

import itertools

import pytest

from modules.ordering.models import Order, OrderHistory
from modules.ordering.services import STATES, UnknownState, order_answered, order_move, order_state_from_onec
from modules.ordering.states import NEXT, OrderStatus

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("was", "to"), list(itertools.product(OrderStatus, repeat=2)))
def test_move(world, was, to):
    order = world.owners_order
    Order.objects.filter(pk=order.pk).update(status=was)
    order.refresh_from_db()
    before = OrderHistory.objects.count()

    moved = order_move(order=order, to=to)

    order.refresh_from_db()
    assert moved == (to in NEXT[was])
    assert order.status == (to if moved else was)
    assert OrderHistory.objects.count() == before + moved


def test_move_from_a_state_that_is_past_changes_nothing(world):
    stale = Order.objects.get(pk=world.owners_order.pk)
    assert order_move(order=world.owners_order, to=OrderStatus.REJECTED)
    assert not order_move(order=stale, to=OrderStatus.ACCEPTED)
    stale.refresh_from_db()
    assert stale.status == OrderStatus.REJECTED


def item(order, state, version, **data):
    return {"id": str(order.pk), "version": version, "deleted": False, "data": {"state": state, **data}}


def test_feed_moves_the_order_and_keeps_what_1c_says(world):
    order = world.owners_order
    assert order_state_from_onec(item=item(order, "ГотовКОтгрузке", 5, number="ТД00-000007"))
    order.refresh_from_db()
    assert (order.status, order.onec_number, order.onec_version) == (OrderStatus.READY, "ТД00-000007", 5)


def test_late_news_never_puts_an_older_state_back(world):
    order = world.owners_order
    order_state_from_onec(item=item(order, "Закрыт", 9))
    assert not order_state_from_onec(item=item(order, "ГотовКОтгрузке", 8))
    order.refresh_from_db()
    assert order.status == OrderStatus.CLOSED


def test_feed_of_an_order_of_elsewhere_is_passed_over(world):
    order = world.owners_order
    unknown = item(order, "Закрыт", 1) | {"id": "00000000-0000-4000-8000-000000000000"}
    assert not order_state_from_onec(item=unknown)


def test_unknown_state_is_said_and_changes_nothing(world):
    order = world.owners_order
    with pytest.raises(UnknownState):
        order_state_from_onec(item=item(order, "НаЛуне", 3))
    order.refresh_from_db()
    assert (order.status, order.onec_version) == (OrderStatus.PLACED, 0)


def test_feed_before_the_answer_and_then_the_answer(world):
    """1C's news can overtake its own answer."""
    order = world.owners_order
    order_state_from_onec(item=item(order, "ГотовКОтгрузке", 2, number="ТД00-000001"))
    order_answered(order_id=order.pk, result={"status": "accepted", "ref": None, "number": "ТД00-000001"})
    order.refresh_from_db()
    assert order.status == OrderStatus.READY


def test_rejection_keeps_the_reason(world):
    order = world.owners_order
    order_answered(order_id=order.pk, result={"status": "rejected", "error": {"code": "x", "message": "Нет товара"}})
    order.refresh_from_db()
    assert (order.status, order.reason) == (OrderStatus.REJECTED, "Нет товара")


def test_every_state_of_1c_leads_somewhere():
    assert set(STATES.values()) == set(OrderStatus) - {OrderStatus.PLACED}
