"""Loads that a person asks for: written down, taken by a worker, cancelled; and what dead processes left behind."""

from datetime import timedelta
from functools import partial

from django.contrib.auth.models import AbstractBaseUser
from django.db import IntegrityError, transaction
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cms import audit, broker
from integration import regulation
from integration.models import ExchangeState, LoadKind, LoadRun, LoadStatus

STARTED = audit.action("integration.load_asked", _("Load from 1C asked for"))
CANCELLED = audit.action("integration.load_cancelled", _("Load from 1C cancelled"))
CALL_EXPIRES = 60  # seconds; by then the run has been offered to workers again


def load_start(entity: str, kind: str = LoadKind.FULL, user: AbstractBaseUser | None = None) -> LoadRun:
    """Have a worker load the entity; the run that waits for it. One that waits already is given instead of a second.

    Raises regulation.UnknownEntity.
    """
    declared = regulation.get(entity)
    run, is_new = _queue(declared.name, kind, user)
    if is_new:
        audit.record(STARTED, target=run, label=str(declared.title), after={"kind": kind}, actor=user)
    transaction.on_commit(partial(call_worker, run.pk), robust=True)
    return run


def load_cancel(run: LoadRun, user: AbstractBaseUser | None = None) -> bool:
    """End a load at its next page, or before it begins. False: it is over already."""
    with transaction.atomic():
        mine, now = LoadRun.objects.filter(pk=run.pk), timezone.now()
        found = mine.filter(status=LoadStatus.QUEUED).update(status=LoadStatus.CANCELLED, finished=now)
        found += mine.filter(status=LoadStatus.RUNNING, cancel_asked=False).update(cancel_asked=True)
        if found:
            audit.record(CANCELLED, target=run, actor=user)
    run.refresh_from_db()
    return bool(found)


def queue_again(run: LoadRun) -> LoadRun:
    """What a person asked for and its process did not finish waits for another one."""
    return _queue(run.entity, run.kind, run.asked_by)[0]


def _queue(entity: str, kind: str, user: AbstractBaseUser | None) -> tuple[LoadRun, bool]:
    """(the run that waits, whether it is new)"""
    try:
        with transaction.atomic():
            queued = LoadRun(entity=entity, kind=kind, status=LoadStatus.QUEUED, asked_by=user, started=timezone.now())
            queued.save(force_insert=True)
            return queued, True
    except IntegrityError:
        return LoadRun.objects.get(entity=entity, status=LoadStatus.QUEUED), False


def call_worker(run_id: int) -> bool:
    """Without a broker the next look at what waits does it."""
    from integration.tasks import BULK, load_asked

    return broker.call(load_asked, run_id, queue=BULK, expires=CALL_EXPIRES)


def look() -> int:
    """Bury what dead processes left, offer what waits to workers again; how many wait."""
    for entity in LoadRun.objects.filter(status=LoadStatus.RUNNING).values_list("entity", flat=True).distinct():
        if not ExchangeState.objects.filter(entity=entity, lease_until__gte=timezone.now()).exists():
            bury(_running(entity).filter(started__lt=timezone.now() - timedelta(minutes=1)))
    waiting = list(LoadRun.objects.filter(status=LoadStatus.QUEUED).values_list("pk", flat=True))
    return sum(call_worker(run_id) for run_id in waiting)


def bury_others(run: LoadRun) -> None:
    """Whoever holds the entity's lease knows that the runs of others have died."""
    bury(_running(run.entity).filter(~Q(pk=run.pk)))


def bury(dead: QuerySet[LoadRun]) -> None:
    """Loads whose process is gone: written off, and queued again if a person waits for them."""
    for run in dead.select_related("asked_by"):
        told = {"status": LoadStatus.FAILED, "finished": timezone.now(), "error": "Its process died."}
        gone = LoadRun.objects.filter(pk=run.pk, status=LoadStatus.RUNNING).update(**told)
        if gone and run.asked_by is not None and not run.cancel_asked:
            queue_again(run)


def _running(entity: str) -> QuerySet[LoadRun]:
    return LoadRun.objects.filter(entity=entity, status=LoadStatus.RUNNING)
