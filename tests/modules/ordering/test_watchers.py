"""Who hears of an order, and by whom: a worker finds them, or the request itself while no worker can be called."""

from decimal import Decimal

import pytest

from cms import broker
from cms.realtime import publish
from integration import outbox
from modules.ordering import subscribers
from modules.ordering.events import OrderMoved, OrderPlaced
from modules.ordering.pricing import Wanted
from modules.ordering.services import order_place
from modules.ordering.tasks import order_placed
from modules.ordering.terms import terms_of

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


@pytest.fixture
def delivered(monkeypatch) -> list:
    """What was sent to 1C: (topic, key)."""
    kept: list = []
    monkeypatch.setattr(outbox, "deliver_now", lambda topic, key: kept.append((topic, str(key))))
    return kept


def test_of_a_new_order_a_worker_tells_everyone_who_may_see_it_then_1c(world, sent, called, delivered):
    order = world.owners_order
    subscribers.call_worker(OrderPlaced(order.pk))
    assert called == [(order_placed.name, str(order.pk))]
    assert sent == delivered == []
    order_placed(str(order.pk))
    assert sent == [told(world, order)]
    assert delivered == [("orders", str(order.pk))]


def test_a_worker_that_is_late_tells_what_the_order_is_by_then(world, sent, delivered):
    order = world.owners_order
    order.status = "accepted"
    order.save()
    order_placed(str(order.pk))
    assert sent == [told(world, order)]


def test_without_a_broker_the_request_tells_them_itself(world, sent, monkeypatch):
    monkeypatch.setattr(broker, "call", lambda *args, **options: False)
    subscribers.call_worker(OrderPlaced(world.owners_order.pk))
    assert sent == [told(world, world.owners_order)]


def test_after_a_loss_the_request_tells_them_itself_and_so_makes_it_known(world, sent, called, monkeypatch):
    monkeypatch.setattr(publish, "_missed", True)
    subscribers.call_worker(OrderPlaced(world.owners_order.pk))
    assert (len(called), sent) == (1, [told(world, world.owners_order)])


def test_of_a_move_they_are_told_at_once(world, sent, called):
    subscribers.tell_watchers(OrderMoved(world.owners_order.pk, "placed", "accepted"))
    assert (called, sent) == ([], [told(world, world.owners_order)])


def test_placing_calls_one_worker_once_it_is_committed(world, called, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        [line] = world.owners_order.lines.all()[:1]
        placed = order_place(
            author=world.owner,
            terms=terms_of(world.owner, world.agreement_a1.pk),
            lines=[Wanted(line.product_id, line.packaging_id, Decimal(1))],
        )
        assert called == []
    assert called == [(order_placed.name, str(placed.order.pk))]
