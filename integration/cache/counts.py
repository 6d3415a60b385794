"""What caches did, for the console."""

from dataclasses import dataclass
from datetime import datetime

from integration.cache.base import Cache
from integration.cache.held import moment
from integration.cache.store import Away


@dataclass(frozen=True)
class Counts:
    """Reads by how they were answered (`waits`: first of all by waiting for another's load), and what was done.

    `age`: mean age in seconds of values that were answered as held. `entries`: how many are held.
    """

    cache: Cache
    entries: int = 0
    hits: int = 0
    misses: int = 0
    waits: int = 0
    stale: int = 0
    errors: int = 0
    loads: int = 0
    renewed: int = 0
    written: int = 0
    late: int = 0
    age: float | None = None
    loaded_at: datetime | None = None

    @property
    def reads(self) -> int:
        return self.hits + self.misses + self.waits + self.stale

    @property
    def ratio(self) -> float | None:
        """Share of the reads that were answered as held; None before the first."""
        return (self.hits + self.stale) / self.reads if self.reads else None

    @property
    def percent(self) -> float | None:
        return None if self.ratio is None else 100 * self.ratio


def counts_of(cache: Cache) -> Counts | None:
    """Over all processes, since the first use or the last forgetting; None while Redis is away."""
    try:
        said, entries = cache.store.counts(cache.name), cache.store.size(cache.name)
    except Away:
        return None
    as_held = said.get("hit", 0) + said.get("stale", 0)
    return Counts(
        cache,
        entries=entries,
        hits=int(said.get("hit", 0)),
        misses=int(said.get("miss", 0) + said.get("write", 0)),
        waits=int(said.get("wait", 0)),
        stale=int(said.get("stale", 0)),
        errors=int(said.get("error", 0)),
        loads=int(said.get("load", 0)),
        renewed=int(said.get("renewed", 0)),
        written=int(said.get("written", 0)),
        late=int(said.get("late", 0)),
        age=said.get("age ms", 0) / 1000 / as_held if as_held else None,
        loaded_at=moment(said["loaded_at"]) if "loaded_at" in said else None,
    )
