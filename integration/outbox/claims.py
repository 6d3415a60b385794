"""Who delivers a message: claimed by compare-and-set with a lease, so that two workers never send the same one.

The lease is short and renewed while the request is out; a killed worker's message is free LEASE seconds later.
"""

import uuid
from datetime import datetime, timedelta

from django.db.models import F, Q, QuerySet
from django.utils import timezone

from integration.models import Delivery, OutboxMessage

LEASE = timedelta(seconds=12)


def due(now: datetime) -> QuerySet[OutboxMessage]:
    """Messages whose time has come, and those whose worker died; the most urgent and oldest first."""
    waits = Q(status=Delivery.WAITING, not_before__lte=now)
    orphaned = Q(status=Delivery.IN_FLIGHT, lease_until__lt=now)
    return OutboxMessage.objects.filter(waits | orphaned).order_by("priority", "not_before")


def claim(message_id: uuid.UUID) -> OutboxMessage | None:
    """Take a due message for this worker, or None when somebody else has."""
    now, token = timezone.now(), uuid.uuid4()
    taken = (
        due(now)
        .filter(pk=message_id)
        .order_by()
        .update(status=Delivery.IN_FLIGHT, claim=token, lease_until=now + LEASE, attempts=F("attempts") + 1)
    )
    return OutboxMessage.objects.get(pk=message_id) if taken else None


def renew(message: OutboxMessage) -> None:
    mine(message).update(lease_until=timezone.now() + LEASE)


def mine(message: OutboxMessage) -> QuerySet[OutboxMessage]:
    """The message as long as this worker still holds it."""
    return OutboxMessage.objects.filter(pk=message.pk, claim=message.claim, status=Delivery.IN_FLIGHT)
