"""An administrator takes a message out of the queue; the reason stays, and a newer version goes its way."""

import pytest
from django.utils import translation

from cms.audit.models import Entry
from integration import outbox, tasks
from integration.models import Delivery
from integration.outbox import claims
from modules.ordering.models import Order
from tests.factories import accounts

pytestmark = pytest.mark.django_db


def test_a_dropped_message_is_not_sent_and_says_why(onec, make_order, message):
    order, administrator = make_order(), accounts.user()

    assert outbox.drop(message(order), administrator, " entered twice ")

    held = message(order)
    assert (held.status, held.dropped_by, held.drop_reason) == (Delivery.DROPPED, administrator, "entered twice")
    assert not outbox.wake("orders", order.pk) and tasks.sweep() == 0
    assert onec.orders(str(order.pk)) == []
    assert held.history.get().outcome == "dropped"
    with translation.override("en"):
        assert outbox.status_of("orders", [order.pk])[order.pk].message == "Not handed over to 1C: entered twice"
    entry = Entry.objects.get(action="integration.message_dropped")
    assert (entry.actor_id, entry.after["reason"]) == (administrator.pk, "entered twice")


def test_a_newer_version_of_a_dropped_object_is_sent(onec, make_order, message):
    order = make_order()
    outbox.drop(message(order), accounts.user(), "wrong")
    Order.objects.filter(pk=order.pk).update(version=2)
    outbox.enqueue("orders", order.pk, 2)
    assert tasks.sweep() == 1
    assert (message(order).status, message(order).drop_reason) == (Delivery.DELIVERED, "")


def test_what_is_on_its_way_or_delivered_or_without_a_reason_stays(make_order, message, send):
    order, other, user = make_order(), make_order(), accounts.user()
    claims.claim(message(order).pk)
    send(other)
    with pytest.raises(ValueError, match="reason"):
        outbox.drop(message(order), user, "  ")
    assert not outbox.drop(message(order), user, "no") and not outbox.drop(message(other), user, "no")
    assert [message(order).status, message(other).status] == [Delivery.IN_FLIGHT, Delivery.DELIVERED]
    assert not Entry.objects.filter(action="integration.message_dropped").exists()
