"""At most ONEC_CONNECTIONS calls to 1C at once over all processes of the portal: each may cost a licence.

A call holds a slot of its machine, a locked file that the kernel frees with its process, and one in Redis, which
counts over all machines. Without Redis each machine keeps to the limit by itself. Loads leave one slot to whatever
somebody waits for; where there is but one, they stand back as long as somebody asks for it.
"""

import fcntl
import os
import random
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from contextvars import ContextVar
from pathlib import Path

from django.conf import settings

from integration import conf
from integration.client import counted
from integration.client.errors import Crowded

PAUSE = 0.03  # seconds between two tries of one who waits, more or less

_is_bulk: ContextVar[bool] = ContextVar("onec_bulk", default=False)


@contextmanager
def bulk() -> Iterator[None]:
    """What is asked of 1C inside can wait: a load."""
    was = _is_bulk.set(True)
    try:
        yield
    finally:
        _is_bulk.reset(was)


@contextmanager
def slot(place: str, patience: float) -> Iterator[None]:
    """One of the slots of the base at `place` (any text that tells bases apart), within `patience` seconds.

    Raises Crowded.
    """
    with ExitStack() as held:
        _take(held, place, patience)
        yield


def _take(held: ExitStack, place: str, patience: float) -> None:
    limit, deadline = max(1, conf.connection().connections), time.monotonic() + patience
    machine, everywhere = _Files(place, limit), counted.slots(place, limit)
    if _try(held, machine, everywhere):
        return
    with machine.waiting():
        while not _try(held, machine, everywhere):
            if time.monotonic() > deadline:
                raise Crowded(f"all {limit} connections to 1C were busy for {patience:g} s")
            time.sleep(PAUSE * random.uniform(0.5, 1.5))  # noqa: S311  (spreads load, guards nothing)


def _try(held: ExitStack, machine: "_Files", everywhere: counted.Counted) -> bool:
    bulk = _is_bulk.get()
    file = machine.take(bulk)
    if file is None:
        return False
    token = everywhere.take(bulk)
    if token is None:
        os.close(file)
        return False
    held.callback(os.close, file)
    held.callback(everywhere.free, token)
    return True


class _Files:
    """The slots of this machine: `limit` files, a lock each; the first of several is not for loads."""

    def __init__(self, place: str, limit: int) -> None:
        self.folder = Path(settings.PORTAL_DATA) / "onec-slots"
        self.place, self.limit = "".join(c if c.isalnum() else "-" for c in place), limit
        self.folder.mkdir(parents=True, exist_ok=True)

    def take(self, bulk: bool) -> int | None:
        """An open, locked file; None while all are taken."""
        if bulk and self._somebody_waits():
            return None
        first = 1 if bulk and self.limit > 1 else 0
        taken = (self._locked(f"{number}", fcntl.LOCK_EX) for number in range(first, self.limit))
        return next((file for file in taken if file is not None), None)

    @contextmanager
    def waiting(self) -> Iterator[None]:
        """Inside, no load of this machine takes a slot before the caller, unless the caller is a load itself."""
        file = None if _is_bulk.get() else self._locked("waiting", fcntl.LOCK_SH)
        try:
            yield
        finally:
            if file is not None:
                os.close(file)

    def _somebody_waits(self) -> bool:
        file = self._locked("waiting", fcntl.LOCK_EX)
        if file is None:
            return True
        os.close(file)
        return False

    def _locked(self, name: str, kind: int) -> int | None:
        file = os.open(self.folder / f"{self.place}-{name}", os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(file, kind | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(file)
            return None
        return file
