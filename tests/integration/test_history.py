"""What the exchange forgets at night, and what it never does."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from integration import history
from integration.models import Alert, Delivery, LoadRun, LoadStatus, OutboxAttempt, OutboxMessage

pytestmark = pytest.mark.django_db

DAY = timedelta(days=1)


def run(days: float, **fields) -> int:
    at = timezone.now() - days * DAY
    told = {"entity": "prices", "kind": "changes", "status": LoadStatus.DONE} | fields
    return LoadRun.objects.create(started=at, finished=at, **told).pk


def test_loads_are_thinned_and_the_last_of_each_entity_stays(settings):
    settings.EXCHANGE_HISTORY_DAYS = 30
    gone = [run(40, changed=5), run(3), run(40, kind="full")]
    kept = [run(35, kind="full"), run(3, changed=1), run(3, error="500"), run(3, parked=1), run(1)]
    kept += [run(50, entity="stock"), run(40, status=LoadStatus.QUEUED)]

    done = history.thin()

    assert (done["uneventful"], done["loads"]) == (2, 1)
    assert set(LoadRun.objects.values_list("pk", flat=True)) == set(kept)
    assert not LoadRun.objects.filter(pk__in=gone).exists()


@pytest.mark.parametrize(
    ("status", "left"), [(Delivery.DELIVERED, 1), (Delivery.DROPPED, 1), (Delivery.PARKED, 2), (Delivery.WAITING, 2)]
)
def test_attempts_go_when_their_message_is_over(settings, status, left):
    settings.EXCHANGE_HISTORY_DAYS = 30
    message = OutboxMessage.objects.create(topic="orders", key=uuid4(), status=status)
    for days in (31, 29):
        OutboxAttempt.objects.create(message=message, version=1, outcome="failed", at=timezone.now() - days * DAY)
    history.thin()
    assert message.history.count() == left
    assert OutboxMessage.objects.filter(pk=message.pk).exists()


def test_resolved_alerts_go_and_open_ones_stay(settings):
    settings.EXCHANGE_HISTORY_DAYS = 30
    old = timezone.now() - 40 * DAY
    Alert.objects.create(kind="late", subject="prices", since=old, resolved_at=old)
    stays = Alert.objects.create(kind="late", subject="stock", since=old)
    history.thin()
    assert list(Alert.objects.all()) == [stays]
