"""One load of one entity, from lease to log."""

import logging
from collections.abc import Callable
from contextlib import nullcontext

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from integration import profile, regulation
from integration.client import MarkTooOld, OneCError, slots
from integration.inbox import memory
from integration.loading import parking, passes
from integration.loading.lease import Lease, LeaseLost
from integration.loading.passes import Incomplete, Pass
from integration.models import ExchangeState, LoadKind, LoadRun
from integration.regulation import Channel, Entity

log = logging.getLogger("integration.loading")

FAULTS = (OneCError, profile.BadProfile, Incomplete, LeaseLost)

Advance = Callable[[int], None]


def load_one(entity: Entity, kind: str | None = None, advance: Advance = lambda rows: None) -> LoadRun:
    """Load an entity in full or by changes; `kind` None: by changes, in full if it never was.

    Raises lease.Busy when it is being loaded already, and what went wrong (one of FAULTS) after writing it down.
    """
    with Lease(entity.name) as lease, _patience(entity):
        state = ExchangeState.objects.get(entity=entity.name)
        kind = _kind(entity, state, kind)
        run = LoadRun.objects.create(entity=entity.name, kind=kind, started=state.running_since)
        load = Pass(entity, lease.renew, advance)
        try:
            _pass(load, run, state)
            _finish(load, run)
        except Exception as error:
            _failed(load, run, error)
            raise
    return run


def _patience(entity: Entity):
    """A load leaves a connection to whoever waits for an answer of 1C; the feed of orders is waited for itself."""
    return nullcontext() if entity.queue == "orders" else slots.bulk()


def _kind(entity: Entity, state: ExchangeState, kind: str | None) -> str:
    """Changes need something to compare with: a first full load, and a mark where the channel has marks."""
    unmarked = entity.channel is Channel.FEED and not state.mark
    if kind == LoadKind.FULL or state.last_full_at is None or unmarked:
        return LoadKind.FULL
    return LoadKind.CHANGES


def _pass(load: Pass, run: LoadRun, state: ExchangeState) -> None:
    if run.kind == LoadKind.FULL:
        return passes.full(load)
    try:
        passes.changes(load, state.mark)
    except MarkTooOld:
        log.warning("exchange %s: the mark is too old, loading in full", load.entity.name)
        run.kind = LoadKind.FULL
        passes.full(load)


def _finish(load: Pass, run: LoadRun) -> None:
    """After the rows: waiting rows are tried again, the entity's hook runs, state and log are written."""
    entity, outcome = load.entity, load.outcome
    changed = bool(outcome.changed or outcome.removed)
    if entity.model is not None:
        if outcome.changed:
            outcome.changed += parking.retry(entity.name).get(entity.name, 0)
        outcome.parked = min(outcome.parked, parking.count(entity))
    if changed or run.kind == LoadKind.FULL:
        for hook in entity.after_load:
            hook()
    if run.kind == LoadKind.FULL:
        memory.forget_before(entity, run.started)
    with transaction.atomic():
        _write_state(load, run, changed)
        _write_run(load, run)


def _write_state(load: Pass, run: LoadRun, changed: bool) -> None:
    now = timezone.now()
    fields = {"checked_at": now, "error": "", "error_code": "", "error_at": None}
    if run.kind == LoadKind.FULL:
        fields["last_full_at"] = now
    if changed:
        fields |= {"last_change_at": now, "generation": F("generation") + 1}
    if load.entity.model is not None and (changed or run.kind == LoadKind.FULL):
        fields["rows"] = load.entity.model._base_manager.filter(ref__isnull=False, deleted=False).count()
    ExchangeState.objects.filter(entity=load.entity.name).update(**fields)


def _write_run(load: Pass, run: LoadRun, error: str = "") -> None:
    for name, value in vars(load.outcome).items():
        setattr(run, name, value)
    run.finished, run.error = timezone.now(), error
    run.save()


def _failed(load: Pass, run: LoadRun, error: Exception) -> None:
    """What was written stays; the mark and what 1C no longer lists are as they were."""
    message = f"{type(error).__name__}: {error}"
    log.warning("exchange %s failed: %s", load.entity.name, message)
    if load.outcome.changed or load.outcome.removed:
        ExchangeState.objects.filter(entity=load.entity.name).update(generation=F("generation") + 1)
    ExchangeState.objects.filter(entity=load.entity.name).update(
        error=message, error_code=getattr(error, "code", "error"), error_at=timezone.now()
    )
    _write_run(load, run, message)


def never_loaded(entity: Entity) -> list[Entity]:
    """What has to be loaded before this entity can be: everything it depends on that never was, in load order."""
    loaded = set(ExchangeState.objects.filter(last_full_at__isnull=False).values_list("entity", flat=True))
    return [one for one in regulation.needed_by(entity.name) if one.name not in loaded]
