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
from integration.loading import asked, following, parking, passes, unsent
from integration.loading.batches import Outcome
from integration.loading.following import Ended, Follower
from integration.loading.lease import Lease, LeaseLost
from integration.loading.losses import Incomplete
from integration.loading.passes import Pass
from integration.loading.reading import at_pace
from integration.models import ExchangeState, LoadKind, LoadRun, LoadStatus
from integration.regulation import Channel, Entity

log = logging.getLogger("integration.loading")

FAULTS = (OneCError, profile.BadProfile, Incomplete, LeaseLost)

Advance = Callable[[int], None]


def load_one(
    entity: Entity,
    kind: str | None = None,
    advance: Advance = lambda rows: None,
    queued: LoadRun | None = None,
    *,
    let_go: bool = False,
) -> LoadRun:
    """Load an entity in full or by changes; `kind` None: by changes, in full if it never was.

    `queued`: the run that waits to be this load. `let_go`: even if 1C lists few of the rows, the others go. Raises
    lease.Busy when the entity is being loaded already, Cancelled or Stopped when the load ended early, and what went
    wrong (one of FAULTS) after writing it down.
    """
    with Lease(entity.name) as lease, _patience(entity), at_pace():
        state = ExchangeState.objects.get(entity=entity.name)
        kind = _kind(entity, state, kind)
        run = following.begin(entity, kind, state.running_since, queued)
        asked.bury_others(run)
        outcome = Outcome()
        load = Pass(entity, Follower(lease, run, outcome), advance, outcome, let_go or _is_confirmed(state, queued))
        try:
            _pass(load, run, state)
            _finish(load, run)
        except (Ended, KeyboardInterrupt, SystemExit) as ended:
            _ended(load, run, getattr(ended, "status", LoadStatus.STOPPED))
            raise
        except Exception as error:
            _failed(load, run, error)
            raise
    return run


def _is_confirmed(state: ExchangeState, queued: LoadRun | None) -> bool:
    """A person who asks for a load after one was refused as incomplete has read why."""
    return queued is not None and queued.asked_by_id is not None and state.error_code == Incomplete.code


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
        return _full(load)
    try:
        passes.changes(load, state.mark)
    except MarkTooOld:
        log.warning("exchange %s: the mark is too old, loading in full", load.entity.name)
        run.kind = LoadKind.FULL
        _full(load)


def _full(load: Pass) -> None:
    load.alive()
    load.alive.expect(load.entity)
    passes.full(load)


def _finish(load: Pass, run: LoadRun) -> None:
    """After the rows: waiting rows are tried again, the entity's hook runs, state and log are written."""
    entity, outcome = load.entity, load.outcome
    if entity.model is not None:
        outcome.changed += unsent.settle(entity)
        if outcome.changed:
            outcome.changed += parking.retry(entity.name).get(entity.name, 0)
        outcome.parked = min(outcome.parked, parking.count(entity))
    changed = bool(outcome.changed or outcome.removed)
    if changed or run.kind == LoadKind.FULL:
        for hook in entity.after_load:
            hook()
    if run.kind == LoadKind.FULL:
        memory.forget_before(entity, run.started)
    with transaction.atomic():
        _write_state(load, run, changed)
        following.end(run, load.outcome, LoadStatus.DONE)


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


def _ended(load: Pass, run: LoadRun, status: LoadStatus) -> None:
    """Early: what was written stays, all else is as it was."""
    log.warning("exchange %s ended early: %s", load.entity.name, status)
    _new_generation(load)
    following.end(run, load.outcome, status)


def _new_generation(load: Pass) -> None:
    if load.outcome.changed or load.outcome.removed:
        ExchangeState.objects.filter(entity=load.entity.name).update(generation=F("generation") + 1)


def _failed(load: Pass, run: LoadRun, error: Exception) -> None:
    """What was written stays; the mark and what 1C no longer lists are as they were."""
    message = f"{type(error).__name__}: {error}"
    log.warning("exchange %s failed: %s", load.entity.name, message)
    _new_generation(load)
    ExchangeState.objects.filter(entity=load.entity.name).update(
        error=message, error_code=getattr(error, "code", "error"), error_at=timezone.now()
    )
    following.end(run, load.outcome, LoadStatus.FAILED, message)


def never_loaded(entity: Entity) -> list[Entity]:
    """What has to be loaded before this entity can be: everything it depends on that never was, in load order."""
    loaded = set(ExchangeState.objects.filter(last_full_at__isnull=False).values_list("entity", flat=True))
    return [one for one in regulation.needed_by(entity.name) if one.name not in loaded]
