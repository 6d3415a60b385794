"""Rows in, and who is told about them."""

from functools import partial
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from cms import broker, request_id
from cms.inserting import insert_or
from integration import regulation
from integration.models import Delivery, OutboxMessage
from integration.outbox.status import ExchangeStatus, status_of, told

TASK_EXPIRES = 60  # seconds; the sweep has delivered by then
BRING_UP_TO_DATE = f"""
    (topic, key) DO UPDATE SET
        version = CASE WHEN known.version < excluded.version THEN excluded.version ELSE known.version END,
        status = CASE WHEN known.status = '{Delivery.IN_FLIGHT}' THEN known.status ELSE excluded.status END,
        not_before = excluded.not_before,
        failures = 0,
        enqueued_at = excluded.enqueued_at,
        request_id = excluded.request_id,
        dropped_by_id = NULL,
        drop_reason = ''
"""


def enqueue(topic: str, key: UUID | str, version: int = 1, *, call_worker: bool = True) -> ExchangeStatus:
    """Tell 1C about this version of an object, once the caller's transaction is committed; where it is now.

    One query for a new object. One already on its way is sent again afterwards, in its newest version. Without
    `call_worker` the caller has deliver_now() called in a worker of its own accord; the sweep would do it later.
    """
    declared = regulation.get_topic(topic)
    message = OutboxMessage(
        topic=topic,
        key=UUID(str(key)),
        version=version,
        priority=declared.priority,
        request_id=request_id.known(),
    )
    is_new = insert_or(message, BRING_UP_TO_DATE) == message.pk
    if call_worker:
        _wake_after_commit(topic, message.key)
    return told(message) if is_new else status_of(topic, [message.key])[message.key]


def wake(topic: str, key: UUID | str) -> bool:
    """Try now what waits or was parked. False when there is nothing to try: on its way, delivered or rejected."""
    waiting = OutboxMessage.objects.filter(
        topic=topic, key=UUID(str(key)), status__in=[Delivery.WAITING, Delivery.PARKED]
    )
    found = waiting.update(status=Delivery.WAITING, not_before=timezone.now(), failures=0)
    if found:
        _wake_after_commit(topic, UUID(str(key)))
    return bool(found)


def call_again(message: OutboxMessage, seconds: float) -> None:
    """Have a worker try soon; the sweep would take its time."""
    _call_worker(message.topic, str(message.key), delay=seconds)


def _wake_after_commit(topic: str, key: UUID) -> None:
    transaction.on_commit(partial(_call_worker, topic, str(key)), robust=True)


def _call_worker(topic: str, key: str, delay: float | None = None) -> None:
    """Without a broker the sweep finds the row anyway."""
    from integration.tasks import ORDERS, deliver

    broker.call(deliver, topic, key, queue=ORDERS, expires=TASK_EXPIRES, delay=delay)
