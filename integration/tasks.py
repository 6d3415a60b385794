"""Celery tasks: thin, idempotent, each may run twice or not at all; the next one makes up for it."""

from datetime import timedelta

from celery import shared_task
from django.utils import timezone

from cms import broker
from integration import history, loading, reconciliation, regulation
from integration.alerts import letter, readers, watch
from integration.client import OneCError
from integration.inbox import applying, memory
from integration.loading import asked
from integration.models import Compared, ExchangeState, LoadKind, LoadRun, LoadStatus
from integration.outbox import breaker, delivery
from integration.regulation import Entity

ORDERS, CHANGES, BULK = "orders", "changes", "bulk"
LOADED, STOPPED = "loaded", "stopped"
RECONCILE_EXPIRES = 600  # seconds; by then those that are still due are called for again
AGAIN = 60  # seconds within which a worker takes a load; later the schedule asks anew


@shared_task
def deliver(topic: str, key: str) -> None:
    """Deliver the message of one object now."""
    delivery.deliver_now(topic, key)


@shared_task
def sweep() -> int:
    """Deliver whatever is due: what no worker was told of, what waits for its retry, what a dead worker left."""
    return delivery.drain()


@shared_task
def load_due(name: str) -> str:
    """Bring an entity up to date if its time has come; what was never loaded goes to the bulk queue."""
    entity = regulation.get(name)
    state = ExchangeState.objects.filter(entity=name).first()
    if not is_due(entity, state) or not breaker.allows():
        return "not due"
    if needs_full(entity, state):
        load_full.apply_async((name,), queue=BULK, expires=AGAIN)
        return "full"
    return _load(entity, None)


@shared_task
def load_full(name: str) -> str:
    """Load an entity in full, and before it whatever it depends on that never was loaded."""
    entity = regulation.get(name)
    if not needs_full(entity, ExchangeState.objects.filter(entity=name).first()):
        return "not due"
    result = _load_needed(entity) or _load(entity, LoadKind.FULL)
    if result == STOPPED:
        broker.call(load_full, name, queue=BULK, expires=AGAIN)
    return result


@shared_task
def apply_pushed(name: str) -> str:
    """Apply what 1C pushed of an entity; what another reader is in the way of is left to the sweep."""
    return "applied" if applying.apply(regulation.get(name)) else "busy"


@shared_task
def sweep_inbox() -> list[str]:
    """Apply pushes that a load, a dead worker or a lost task left behind."""
    return [name for name in applying.waiting() if apply_pushed(name) == "applied"]


@shared_task
def forget_old_pushes() -> int:
    """What 1C pushed long ago, and the jobs nobody will ask about."""
    return memory.forget_old()


@shared_task
def load_now(name: str, kind: str | None = None) -> str:
    """Load an entity because somebody waits for what it brings."""
    result = _load(regulation.get(name), kind)
    if result == STOPPED:
        broker.call(load_now, name, kind, queue=CHANGES, expires=AGAIN)
    return result


@shared_task
def load_asked(run_id: int) -> str:
    """Do the load that a person asked for; while the entity is being read or 1C is away it goes on waiting."""
    run = LoadRun.objects.filter(pk=run_id, status=LoadStatus.QUEUED).first()
    if run is None or not breaker.allows():
        return "not now"
    entity = regulation.get(run.entity)
    result = _load_needed(entity) or _load(entity, run.kind, run)
    if result == STOPPED:
        asked.call_worker(asked.queue_again(run).pk)
    return result


@shared_task
def look_at_loads() -> int:
    """Offer the loads that wait to workers, and write off those whose process died."""
    return asked.look()


@shared_task
def reconcile_due() -> int:
    """Once a night each entity and topic is compared with 1C; what was missed then is caught up with later."""
    if not breaker.allows():
        return 0
    due = reconciliation.due(timezone.now())
    return sum(broker.call(reconcile, kind, name, queue=BULK, expires=RECONCILE_EXPIRES) for kind, name in due)


@shared_task
def reconcile(compared: str, name: str, mend: bool = False) -> str:
    """Compare one entity's rows or one topic's deliveries with 1C; `mend` has lost deliveries sent again."""
    try:
        if compared == Compared.DELIVERIES:
            report = reconciliation.compare_deliveries(regulation.get_topic(name), mend=mend)
        else:
            report = reconciliation.compare_rows(regulation.get(name))
    except loading.Busy:
        return "busy"
    except loading.Ended:
        return STOPPED
    return report.error or f"{report.differences} differences"


def _load_needed(entity: Entity) -> str:
    """Load what the entity depends on and never was loaded; "" when all is there, else why it cannot go on."""
    for needed in loading.never_loaded(entity):
        result = _load(needed, None)
        if result != LOADED:
            return STOPPED if result == STOPPED else f"waits for {needed.name}"
    return ""


def _load(entity: Entity, kind: str | None, run: LoadRun | None = None) -> str:
    try:
        loading.load_one(entity, kind, queued=run)
    except loading.Busy:
        return "busy"
    except loading.Stopped:
        return STOPPED
    except loading.Cancelled:
        return "cancelled"
    except loading.FAULTS as error:  # written to the entity's state and log by the load itself
        if isinstance(error, OneCError) and error.code in ("unavailable", "not_allowed"):
            breaker.open_for(error)
        return f"failed: {error}"
    if entity.name in applying.waiting():
        apply_pushed(entity.name)
    return LOADED


def is_due(entity: Entity, state: ExchangeState | None) -> bool:
    """Half the promised age has passed, so that with a load's own time the promise holds."""
    if state is None or state.checked_at is None or needs_full(entity, state):
        return True
    return timezone.now() - state.checked_at >= entity.fresh / 2 - timedelta(seconds=1)


def needs_full(entity: Entity, state: ExchangeState | None) -> bool:
    """Never loaded, or the regular full load is due."""
    if state is None or state.last_full_at is None:
        return True
    return entity.full_every is not None and timezone.now() - state.last_full_at >= entity.full_every


@shared_task
def look_for_trouble() -> None:
    """Open and resolve alerts, tell those who want to know."""
    watch.look()


@shared_task(autoretry_for=(OSError,), retry_backoff=True, max_retries=5)
def mail_alerts(reader: dict, begun: list[int], ended: list[int]) -> None:
    """One letter about alerts that have come and gone; an SMTP error is an OSError."""
    letter.send(readers.Reader(**reader), begun, ended)


@shared_task
def thin_history() -> dict[str, int]:
    """Forget old loads, attempts and alerts."""
    return history.thin()
