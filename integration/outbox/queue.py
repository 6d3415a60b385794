"""Rows in, and who is told about them."""

import logging
import time
from functools import partial
from uuid import UUID

from django.db import transaction
from django.db.models import Case, F, Value, When
from django.db.models.functions import Greatest
from django.utils import timezone

from integration import regulation
from integration.models import Delivery, OutboxMessage

log = logging.getLogger("integration.outbox")

SILENCE = 5.0  # seconds without trying the broker after it was found away; the sweep delivers meanwhile


def enqueue(topic: str, key: UUID | str, version: int = 1) -> None:
    """Tell 1C about this version of an object, once the caller's transaction is committed.

    Two queries. An object already on its way is sent again afterwards, in its newest version.
    """
    declared = regulation.get_topic(topic)
    key = UUID(str(key))
    flying = When(status=Delivery.IN_FLIGHT, then=F("status"))
    known = OutboxMessage.objects.filter(topic=topic, key=key).update(
        version=Greatest(F("version"), Value(version)),
        status=Case(flying, default=Value(Delivery.WAITING)),
        not_before=timezone.now(),
        failures=0,
    )
    if not known:
        OutboxMessage.objects.create(topic=topic, key=key, version=version, priority=declared.priority)
    _wake_after_commit(topic, key)


def wake(topic: str, key: UUID | str) -> bool:
    """Try now what waits or was parked. False when there is nothing to try: on its way, delivered or rejected."""
    waiting = OutboxMessage.objects.filter(
        topic=topic, key=UUID(str(key)), status__in=[Delivery.WAITING, Delivery.PARKED]
    )
    found = waiting.update(status=Delivery.WAITING, not_before=timezone.now(), failures=0)
    if found:
        _wake_after_commit(topic, UUID(str(key)))
    return bool(found)


def _wake_after_commit(topic: str, key: UUID) -> None:
    transaction.on_commit(partial(_call_worker, topic, key), robust=True)


_silent_until = 0.0


def _call_worker(topic: str, key: UUID) -> None:
    """Never raises and waits about a second at most: without a broker the sweep finds the row anyway."""
    from integration.tasks import call_delivery

    global _silent_until
    if time.monotonic() < _silent_until:
        return
    try:
        call_delivery(topic, str(key))
    except Exception as error:
        _silent_until = time.monotonic() + SILENCE
        log.warning("the broker is away (%s); the sweep will deliver %s %s", error, topic, key)
