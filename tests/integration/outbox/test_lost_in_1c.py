"""A document that was delivered and is no longer in 1C as it was is found by the comparison, and sent again."""

import pytest
from django.utils import timezone

from integration import reconciliation, regulation
from integration.models import Delivery, OutboxMessage

pytestmark = pytest.mark.django_db


def compared(**options):
    return reconciliation.compare_deliveries(regulation.get_topic("orders"), **options)


def test_what_1c_lost_is_listed_and_sent_again(onec, make_order, message, send):
    kept, lost, older = make_order(), make_order(), make_order()
    for order in (kept, older):
        send(order)
    told = {"status": Delivery.DELIVERED, "delivered_version": 1, "attempts": 1, "answered_at": timezone.now()}
    OutboxMessage.objects.filter(key=lost.pk).update(**told)  # as if 1C had been set back to a copy of before
    type(older).objects.filter(pk=older.pk).update(version=2)
    OutboxMessage.objects.filter(key=older.pk).update(version=2, delivered_version=2)

    report = compared()

    assert (report.here, report.missing, report.different, report.extra) == (3, 1, 1, 0)
    assert {(sample["kind"], sample["ref"]) for sample in report.samples} == {
        ("missing", lost.pk.hex),
        ("different", older.pk.hex),
    }
    assert message(lost).status == Delivery.DELIVERED  # looking changes nothing

    compared(mend=True)
    assert [send(order).status for order in (lost, older)] == [Delivery.DELIVERED] * 2
    assert [len(onec.orders(str(order.pk))) for order in (kept, lost, older)] == [1, 1, 1]
    assert compared().is_clean
