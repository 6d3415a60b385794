"""Delivering one message: claim, search, send, tell the module, record. Marked delivered only after 1C's answer."""

import contextvars
import logging
import queue
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as StillWaiting
from datetime import timedelta
from uuid import UUID

from django.db import connection, transaction
from django.utils import timezone

from cms import request_id, stopping
from integration import conf, regulation
from integration.client import BadAnswer, Crowded, NoAnswer, NotAllowed, OneCError, PortalService, Refused, Unavailable
from integration.models import Delivery, OutboxAttempt, OutboxMessage
from integration.outbox import breaker, claims, retry
from integration.outbox.queue import call_again
from integration.regulation import Topic

log = logging.getLogger("integration.outbox")

HEARTBEAT = 4.0  # seconds between renewals of the lease while 1C thinks
LOOK = 0.5  # seconds between two looks whether the process is to end
LET_GO_AFTER = 10.0  # seconds that a process told to end still waits for 1C's answer; its grace is longer
DRAIN_FOR = 10.0  # seconds one sweep begins deliveries; the next one continues
CROWDED_PAUSE = timedelta(seconds=2)


def deliver(message_id: UUID) -> bool:
    """Deliver one message if it is due and nobody else does. True when it left the queue."""
    if stopping.asked() or not breaker.allows():
        return False
    message = claims.claim(message_id)
    if message is None:
        return False
    with request_id.of(message.request_id):
        return _deliver(message)


def _deliver(message: OutboxMessage) -> bool:
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
    while breaker.allows():  # asked first: an answer makes what was held back due
        keys = list(claims.due(timezone.now()).values_list("pk", flat=True)[:50])
        delivered = _deliver_all(keys, ends)
        done += delivered
        if not delivered or time.monotonic() > ends:
            break
    return done


def _deliver_all(keys: list[UUID], ends: float) -> int:
    """Several at a time: one that 1C thinks about for long does not hold up the others. How many left the queue."""
    waiting: queue.SimpleQueue[UUID] = queue.SimpleQueue()
    for key in keys:
        waiting.put(key)
    others = max(0, min(conf.connection().connections, len(keys)) - 1)
    with ThreadPoolExecutor(others or 1, "outbox") as pool:
        helping = [pool.submit(contextvars.copy_context().run, _help, waiting, ends) for _ in range(others)]
        return _take_turns(waiting, ends) + sum(helper.result() for helper in helping)


def _take_turns(waiting: "queue.SimpleQueue[UUID]", ends: float) -> int:
    done = 0
    while time.monotonic() < ends and not stopping.asked():
        try:
            done += deliver(waiting.get_nowait())
        except queue.Empty:
            break
    return done


def _help(waiting: "queue.SimpleQueue[UUID]", ends: float) -> int:
    try:
        return _take_turns(waiting, ends)
    finally:
        connection.close()  # of this thread


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
            # What 1C keeps under the portal's id has no reference of its own.
            return {"id": key, "status": "unchanged", "ref": found.get("ref", key), "number": found.get("number")}
    return service.post(topic.feed, [{"id": key, "version": message.version, "data": data}])[0]


def _has_version(held: dict, version: int) -> bool:
    """Whether what 1C holds is this version. If it does not say, only the first version can be taken for granted."""
    known = (held.get("data") or {}).get("portal_version")
    return known >= version if isinstance(known, int) else version == 1


def _with_heartbeat(message: OutboxMessage, call: Callable[[], dict]) -> dict:
    """The call's result; the lease is renewed while it takes its time.

    Raises NoAnswer when the process has to end before 1C answers: whoever delivers next asks what became of it.
    """
    pending, renewed = _begun(call), time.monotonic()
    while True:
        try:
            return pending.result(timeout=min(LOOK, HEARTBEAT))
        except StillWaiting:
            if stopping.asked_since() > LET_GO_AFTER:
                raise NoAnswer("the worker had to end while 1C was thinking") from None
            if time.monotonic() - renewed >= HEARTBEAT:
                claims.renew(message)
                renewed = time.monotonic()


def _begun(call: Callable[[], dict]) -> "Future[dict]":
    """The call under way in a thread that does not keep the process from ending."""
    pending: Future[dict] = Future()

    def run() -> None:
        try:
            pending.set_result(call())
        except BaseException as error:
            pending.set_exception(error)

    threading.Thread(target=contextvars.copy_context().run, args=(run,), name="outbox-call", daemon=True).start()
    return pending


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
    """1C away: wait for the breaker. Refused as a whole: a person must look. Else: try again later.

    1C busy with the portal's own calls is nobody's failure and no reason to stop calling.
    """
    if isinstance(error, Crowded):
        _attempt(message, error.code, str(error), seconds)
        return _put_back(message, error.code, str(error), CROWDED_PAUSE, message.failures)
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
    if pause <= retry.SOON and not stopping.asked():
        call_again(message, pause.total_seconds())
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
