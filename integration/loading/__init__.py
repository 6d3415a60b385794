"""Loads: from 1C into the portal's tables, in full or by changes, in the order of dependencies.

`load_one` loads one entity, `load` several; `load_start` has a worker do it and `load_cancel` ends it. What could not
be kept is parked (`parking`), never lost.
"""

from collections.abc import Callable, Iterable, Iterator

from integration import regulation
from integration.client import Unavailable
from integration.loading.asked import load_cancel, load_start
from integration.loading.following import Cancelled, Ended, Stopped
from integration.loading.lease import Busy, LeaseLost
from integration.loading.losses import Incomplete
from integration.loading.run import FAULTS, load_one, never_loaded
from integration.models import LoadRun
from integration.regulation import Entity

__all__ = [
    "FAULTS",
    "Busy",
    "Cancelled",
    "Ended",
    "Incomplete",
    "LeaseLost",
    "Stopped",
    "load",
    "load_cancel",
    "load_one",
    "load_start",
    "never_loaded",
]


def load(
    names: Iterable[str] = (),
    kind: str | None = None,
    watch: Callable[[Entity], Callable[[int], None]] | None = None,
    *,
    let_go: bool = False,
) -> Iterator[tuple[Entity, LoadRun | None, Exception | None]]:
    """Load these entities (all of them by default), those others point to first; yields what came of each.

    `watch(entity)` gives the function that hears how many rows were read. One that fails does not keep the others
    from being loaded, unless 1C is away or this process has to end.
    """
    entities = regulation.in_order(names) if names else regulation.entities()
    for entity in entities:
        try:
            run = load_one(entity, kind, watch(entity) if watch else lambda rows: None, let_go=let_go)
            yield entity, run, None
        except (*FAULTS, Busy, Ended) as error:
            yield entity, None, error
            if isinstance(error, Unavailable | Stopped):
                return
