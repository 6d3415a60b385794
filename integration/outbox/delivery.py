"""Delivering one message: claim, search, send, tell the module, record. Marked delivered only after 1C's answer."""

import logging
import time
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import TimeoutError as StillWaiting
from datetime import timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from integration import regulation
from integration.client import BadAnswer, NoAnswer, NotAllowed, OneCError, PortalService, Refused, Unavailable
from integration.models import Delivery, OutboxAttempt, OutboxMessage
from integration.outbox import breaker, claims, retry
from integration.regulation import Topic

log = logging.getLogger("integration.outbox")

HEARTBEAT = 4.0  # seconds between renewals of the lease while 1C thinks
DRAIN_FOR = 20.0  # seconds one sweep goes on; the next one continues


def deliver(message_id: UUID) -> bool:
    """Deliver one message if it is due and nobody else does. True when it left the queue."""
    if not breaker.allows():
        return False
    message = claims.claim(message_id)
    if message is None:
        return False
    started = time.monotonic()
    try:
        result = _send(message)
    except OneCError as error:
        return _not_delivered(message, error, time.monotonic() - started)
    except Exception as error:
        log.exception("outbox %s: could not be sent", message)
        return _failed(message, "error", f"{type(error).__name__}: {error}", time.monotonic() - started)
    return _answered(message, result, time.monotonic() - started)


def deliver_now(topic: str, key: UUID | str) -> None:
    """Deliver the message of one object; in a worker."""
    for pk in OutboxMessage.objects.filter(topic=topic, key=key).values_list("pk", flat=True):
        deliver(pk)


def drain() -> int:
    """Deliver what is due, oldest first, until nothing is or time is up; how many left the queue."""
    ends, done = time.monotonic() + DRAIN_FOR, 0
    while time.monotonic() < ends and breaker.allows():  # asked first: an answer makes what was held back due
        keys = list(claims.due(timezone.now()).values_list("pk", flat=True)[:50])
        if not keys:
            break
        before = done
        for key in keys:
            done += deliver(key)
        if done == before:
            break
    return done


def _send(message: OutboxMessage) -> dict:
    """1C's result for the message. Raises OneCError; a vanished object gives a result of our own."""
    topic, service = regulation.get_topic(message.topic), PortalService()
    data = topic.payload(message.key)
    if data is None:
        return {"status": "rejected", "error": {"code": "gone", "message": "The object is no longer in the portal."}}
    claims.mine(message).update(sent_at=timezone.now())
    return _with_heartbeat(message, lambda: _exchange(service, topic, message, data))


def _exchange(service: PortalService, topic: Topic, message: OutboxMessage, data: dict) -> dict:
    """In a thread of its own, without the database: ask for what an earlier attempt may have left, then send."""
    key = str(message.key)
    if message.attempts > 1:
        held = service.find(topic.feed, key)
        if held is not None and _has_version(held, message.version):
            found = held.get("data") or {}
            return {"id": key, "status": "unchanged", "ref": found.get("ref"), "number": found.get("number")}
    return service.post(topic.feed, [{"id": key, "version": message.version, "data": data}])[0]


def _has_version(held: dict, version: int) -> bool:
    """Whether what 1C holds is this version. If it does not say, only the first version can be taken for granted."""
    known = (held.get("data") or {}).get("portal_version")
    return known >= version if isinstance(known, int) else version == 1


def _with_heartbeat(message: OutboxMessage, call) -> dict:
    """The call's result; the lease is renewed while it takes its time."""
    with ThreadPoolExecutor(1, "outbox") as pool:
        pending = pool.submit(call)
        while True:
            try:
                return pending.result(timeout=HEARTBEAT)
            except StillWaiting:
                claims.renew(message)


def _answered(message: OutboxMessage, result: dict, seconds: float) -> bool:
    """The module and the queue learn of the answer in one transaction."""
    status = result.get("status")
    if status not in ("accepted", "unchanged", "conflict", "rejected"):
        return _not_delivered(message, BadAnswer(f"unknown status {status!r}"), seconds)
    try:
        with transaction.atomic():
            _attempt(message, status, _words(result), seconds)
            done = _close(message, status, _words(result))
            regulation.get_topic(message.topic).answered(message.key, result)
    except Exception as error:
        log.exception("outbox %s: the answer could not be handed over", message)
        return _failed(message, "answer", f"{type(error).__name__}: {error}", seconds)
    return done


def _close(message: OutboxMessage, status: str, detail: str) -> bool:
    """Out of the queue, unless a newer version was enqueued meanwhile: then it waits for its turn."""
    state = Delivery.REJECTED if status == "rejected" else Delivery.DELIVERED
    now = timezone.now()
    told = {"answered_at": now, "claim": None, "lease_until": None, "failures": 0, "error_code": "", "last_error": ""}
    if state is Delivery.REJECTED:
        told |= {"error_code": status, "last_error": detail}
    current = claims.mine(message).filter(version=message.version)
    if current.update(status=state, delivered_version=message.version, **told):
        return True
    claims.mine(message).update(status=Delivery.WAITING, not_before=now, delivered_version=message.version, **told)
    return False


def _words(result: dict) -> str:
    error = result.get("error") or {}
    return str(error.get("message") or error.get("code") or "")


def _not_delivered(message: OutboxMessage, error: OneCError, seconds: float) -> bool:
    """1C away: wait for the breaker. Refused as a whole: a person must look. Else: try again later."""
    if isinstance(error, Unavailable | NotAllowed):
        breaker.open_for(error)
        _attempt(message, error.code, str(error), seconds)
        return _put_back(message, error.code, str(error), timedelta(seconds=30), message.failures)
    if isinstance(error, Refused) and not isinstance(error, NoAnswer):
        return _park(message, error.code, str(error), seconds)
    return _failed(message, error.code, str(error), seconds)


def _failed(message: OutboxMessage, code: str, detail: str, seconds: float) -> bool:
    failures = message.failures + 1
    if failures >= retry.PARK_AFTER:
        return _park(message, code, detail, seconds)
    _attempt(message, code, detail, seconds)
    return _put_back(message, code, detail, retry.pause(failures), failures)


def _put_back(message: OutboxMessage, code: str, detail: str, pause: timedelta, failures: int) -> bool:
    claims.mine(message).update(
        status=Delivery.WAITING,
        not_before=timezone.now() + pause,
        failures=failures,
        error_code=code,
        last_error=detail,
        claim=None,
        lease_until=None,
    )
    return False


def _park(message: OutboxMessage, code: str, detail: str, seconds: float) -> bool:
    log.error("outbox %s is parked after %s attempts: %s", message, message.attempts, detail)
    _attempt(message, code, detail, seconds)
    claims.mine(message).update(
        status=Delivery.PARKED,
        answered_at=timezone.now(),
        error_code=code,
        last_error=detail,
        claim=None,
        lease_until=None,
    )
    return True


def _attempt(message: OutboxMessage, outcome: str, detail: str, seconds: float) -> None:
    OutboxAttempt.objects.create(
        message=message, version=message.version, outcome=outcome, detail=detail, seconds=round(seconds, 3)
    )
