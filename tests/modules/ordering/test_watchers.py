"""Who hears of an order, and by whom: a worker finds them, or the request itself while no worker can be called."""

import pytest

from cms import broker
from cms.realtime import publish
from modules.ordering import subscribers
from modules.ordering.events import OrderMoved, OrderPlaced
from modules.ordering.tasks import tell_watchers

pytestmark = pytest.mark.django_db

SEE = ["owner", "head", "service_full", "service_limited", "admin"]


@pytest.fixture
def sent(monkeypatch) -> list:
    """What was sent: (users, type, data)."""
    kept: list = []
    monkeypatch.setattr(publish, "send", lambda users, type, data: kept.append((set(users), type, data)))
    return kept


@pytest.fixture
def called(monkeypatch) -> list:
    """What workers were called for."""
    kept: list = []
    monkeypatch.setattr(broker, "call", lambda task, *args, **options: kept.append((task.name, *args)) or True)
    return kept


def told(world, order) -> tuple:
    data = {"id": str(order.pk), "number": order.number, "status": order.status, "onec_number": order.onec_number}
    return {getattr(world, person).pk for person in SEE}, "order", data


def test_of_a_new_order_a_worker_tells_everyone_who_may_see_it(world, sent, called):
    order = world.owners_order
    subscribers.have_watchers_told(OrderPlaced(order.pk))
    assert called == [(tell_watchers.name, str(order.pk))]
    assert sent == []
    tell_watchers(str(order.pk))
    assert sent == [told(world, order)]


def test_a_worker_that_is_late_tells_what_the_order_is_by_then(world, sent):
    order = world.owners_order
    order.status = "accepted"
    order.save()
    tell_watchers(str(order.pk))
    assert sent == [told(world, order)]


def test_without_a_broker_the_request_tells_them_itself(world, sent, monkeypatch):
    monkeypatch.setattr(broker, "call", lambda *args, **options: False)
    subscribers.have_watchers_told(OrderPlaced(world.owners_order.pk))
    assert sent == [told(world, world.owners_order)]


def test_after_a_loss_the_request_tells_them_itself_and_so_makes_it_known(world, sent, called, monkeypatch):
    monkeypatch.setattr(publish, "_missed", True)
    subscribers.have_watchers_told(OrderPlaced(world.owners_order.pk))
    assert (called, sent) == ([], [told(world, world.owners_order)])


def test_of_a_move_they_are_told_at_once(world, sent, called):
    subscribers.tell_watchers_of_move(OrderMoved(world.owners_order.pk, "placed", "accepted"))
    assert (called, sent) == ([], [told(world, world.owners_order)])
