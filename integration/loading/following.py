"""A load as others see it while it runs: its progress in the log of loads, and whether it is to end early."""

import time
from collections.abc import Callable

from django.utils import timezone

from cms import stopping
from integration import profile
from integration.client import OData, OneCError, PortalService
from integration.loading.batches import Outcome
from integration.loading.lease import Lease
from integration.models import LoadRun, LoadStatus
from integration.regulation import Channel, Entity

EVERY = 1.0  # seconds between two notes of progress


class Ended(Exception):
    """The load ended early, and nothing is wrong: whole pages are kept, no mark is set, nothing is let go."""

    status = LoadStatus.STOPPED


class Cancelled(Ended):
    """Somebody asked for its end."""

    status = LoadStatus.CANCELLED


class Stopped(Ended):
    """Its process has to end; another one may begin anew at once."""


class Follower:
    """Called between pages, and every few seconds of waiting for one; never within the transaction of a page."""

    def __init__(self, lease: Lease, run: LoadRun, outcome: Outcome) -> None:
        self.lease, self.run, self.outcome = lease, run, outcome
        self.noted = time.monotonic()

    def __call__(self) -> None:
        """Renew the lease, note the progress. Raises LeaseLost, Cancelled, Stopped."""
        self.lease.renew()
        if stopping.asked():
            raise Stopped(self.run.entity)
        if self._mine().filter(cancel_asked=True).exists():
            raise Cancelled(self.run.entity)
        if time.monotonic() - self.noted >= EVERY:
            self._note()

    def _note(self) -> None:
        self._mine().update(
            read=self.outcome.read, changed=self.outcome.changed, parked=self.outcome.parked, progress_at=timezone.now()
        )
        self.noted = time.monotonic()

    def expect(self, entity: Entity) -> None:
        """Note how many rows there will be, if 1C tells."""
        self.run.expected = _told(entity)
        self._mine().update(expected=self.run.expected, progress_at=timezone.now())

    def _mine(self):
        return LoadRun.objects.filter(pk=self.run.pk)


MANY = 10**15  # rows; what claims more is no count


def _told(entity: Entity) -> int | None:
    """How many rows 1C says there are; None where it does not say. Whatever goes wrong here, the load finds out."""
    ask: Callable[[str, str], int | None] = _count if entity.channel is Channel.CATALOGUE else _listed
    source = profile.source_of(entity.name)
    try:
        return ask(source.source, source.filter)
    except OneCError:
        return None


def _count(source: str, where: str) -> int:
    return OData().count(source, where=where)


def _listed(source: str, where: str) -> int | None:
    rows = next((one.get("rows") for one in PortalService().entities() if one["name"] == source), None)
    return rows if type(rows) is int and 0 <= rows < MANY else None


def begin(entity: Entity, kind: str, started, queued: LoadRun | None) -> LoadRun:
    """The run of a load that begins now: a new one, or the one that waited. Raises Cancelled when it was cancelled."""
    if queued is None:
        return LoadRun.objects.create(entity=entity.name, kind=kind, started=started)
    waiting = LoadRun.objects.filter(pk=queued.pk, status=LoadStatus.QUEUED)
    if not waiting.update(status=LoadStatus.RUNNING, kind=kind, started=started):
        raise Cancelled(entity.name)
    return LoadRun.objects.get(pk=queued.pk)


def end(run: LoadRun, outcome: Outcome, status: LoadStatus, error: str = "") -> None:
    """Write what came of it."""
    for name, value in vars(outcome).items():
        setattr(run, name, value)
    run.status, run.finished, run.error = status, timezone.now(), error
    names = [*vars(outcome), "kind", "status", "finished", "error"]
    run.save(update_fields=names)
