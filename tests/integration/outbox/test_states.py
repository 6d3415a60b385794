"""States of orders come back by the feed; late news never puts an older state back; strangers are counted."""

import pytest

from integration import regulation
from integration.loading import handling
from integration.models import ParkedRow

pytestmark = pytest.mark.django_db


def test_a_state_from_1c_moves_the_order(onec, make_order, send, pull):
    order = make_order()
    send(order)
    onec.tick()

    run = pull("orders")["orders"]

    order.refresh_from_db()
    assert (run.changed, run.ignored, run.parked) == (1, 0, 0)
    assert order.status == "provisioning"
    assert order.history.filter(became="provisioning", user=None).exists()


def test_an_older_item_never_puts_a_state_back(onec, make_order, send, pull):
    order = make_order()
    send(order)
    old = feed_item(onec, order)
    onec.move(str(order.pk), "ГотовКОтгрузке")
    pull("orders")

    done = handling.handle_items(regulation.get("orders"), [old, feed_item(onec, order), old])

    order.refresh_from_db()
    assert (order.status, done.changed) == ("ready", 0)


def feed_item(onec, order) -> dict:
    from integration.client import PortalService

    return PortalService().find("orders", str(order.pk))


def test_an_order_of_elsewhere_is_counted_and_left_alone(onec, make_order, send, pull):
    order = make_order()
    send(order)
    pull("orders")
    order.delete()
    onec.tick()
    run = pull("orders")["orders"]
    assert (run.changed, run.ignored) == (0, 1)
    assert not ParkedRow.objects.exists()


def test_a_state_nobody_knows_is_parked_and_the_next_ones_pass(onec, make_order, send, pull):
    first, second = make_order(), make_order()
    send(first), send(second)
    items = [feed_item(onec, first), feed_item(onec, second)]
    items[0]["data"]["state"] = "НаСогласованииУДиректора"

    done = handling.handle_items(regulation.get("orders"), items)

    assert (done.parked, done.changed) == (1, 1)
    assert "НаСогласованииУДиректора" in ParkedRow.objects.get().explanation
    handling.handle_items(regulation.get("orders"), [feed_item(onec, first)])
    assert not ParkedRow.objects.exists()
