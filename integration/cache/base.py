"""What the three have in common: the declaration, names of entries, taking what is held, waiting for a loader."""

import logging
import random
import time
from collections.abc import Callable, Hashable, Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import timedelta
from hashlib import blake2b
from os import urandom
from time import monotonic, sleep

from django.core.exceptions import ImproperlyConfigured
from django.utils.functional import Promise

from integration.cache.codec import JSON, Codec
from integration.cache.held import Held, LoadFailed, moment
from integration.cache.store import Away, Found, Store, store
from integration.client import OneCError

log = logging.getLogger(__name__)

POLL = 0.02  # seconds between two looks of one who waits for another's load

_caches: dict[str, "Cache"] = {}


@dataclass(frozen=True, kw_only=True)
class Cache:
    """Declares a cache; its name is that of its entries and counts, and stands in the console beside its entities.

    `fresh`: how long a value is good. `stale`: up to which age it may stand in while the supplier is away. `jitter`: up
    to which share of `fresh` an entry may end earlier, so that they do not all end at once. `patience`: how long one
    waits for another's load before loading too. `lease`: a loader that takes longer counts as dead; choose it above the
    loader's own time limit. `pause`: how long a supplier that failed is not asked again. `faults`: which exceptions
    say that it failed. `clock`: seconds since 1970.
    """

    name: str
    title: str | Promise
    entities: tuple[str, ...] = ()
    fresh: timedelta
    stale: timedelta = timedelta(0)
    jitter: float = 0.1
    patience: timedelta = timedelta(seconds=5)
    lease: timedelta = timedelta(seconds=30)
    pause: timedelta = timedelta(seconds=5)
    faults: tuple[type[Exception], ...] = (OneCError,)
    codec: Codec = JSON
    clock: Callable[[], float] = field(default=time.time, compare=False)

    kind = ""

    def __post_init__(self) -> None:
        if _caches.setdefault(self.name, self) is not self:
            raise ImproperlyConfigured(f"Cache {self.name} is declared twice.")

    @property
    def store(self) -> Store:
        return store()

    @property
    def bound(self) -> float:
        """Seconds up to which a value may be answered at all."""
        return (self.fresh + self.stale).total_seconds()

    def entry(self, key: Hashable, reader: str) -> str:
        """What the value of `key` for `reader` is kept under."""
        return blake2b(repr((reader, key)).encode(), digest_size=16).hexdigest()

    def fresh_until(self, at: float) -> float:
        spread = self.jitter * random.random()  # noqa: S311 (spreads load, guards nothing)
        return at + self.fresh.total_seconds() * (1 - spread)

    def held(self, found: Found) -> Held:
        """What was found, as it is answered; stale if it is past its freshness, whatever the reason."""
        return Held(self.codec.loads(found.value), moment(found.at), found.state != "hit")

    def usable(self, found: Found | None) -> bool:
        return found is not None and found.value is not None and self.clock() - found.at <= self.bound

    def failed(self, names: list[str], token: str, error: BaseException) -> None:
        """A load broke off: give the locks back. The supplier's own fault means a pause; anything else is raised."""
        pause = self.pause.total_seconds()
        theirs = isinstance(error, self.faults)
        with suppress(Away):
            retry = self.clock() + pause if theirs else None
            self.store.release(self.name, names, token=token, retry=retry, pause=pause)
        if not theirs:
            raise error
        log.warning("%s: the supplier fails: %s", self.name, error)

    def instead(self, found: Found | None, error: BaseException) -> Held:
        """The stale value, or LoadFailed."""
        if self.usable(found):
            return self.held(found)
        raise LoadFailed(f"{self.name}: nothing is held and the supplier fails") from error


def caches() -> list[Cache]:
    """Every cache that was declared, by name."""
    return [_caches[name] for name in sorted(_caches)]


@dataclass
class Visit:
    """One caller's look at several entries of a cache, from the first to the end of its patience."""

    cache: Cache
    bound: float | None = None
    token: str = field(default_factory=lambda: urandom(8).hex())
    counted: bool = False

    def __post_init__(self) -> None:
        self.until = monotonic() + self.cache.patience.total_seconds()

    def look(self, names: Iterable[str]) -> dict[str, Found]:
        """What is there now; raises Away."""
        names = list(names)
        found = self.cache.store.take(
            self.cache.name,
            names,
            now=self.cache.clock(),
            token=self.token,
            lease=self.cache.lease.total_seconds(),
            bound=self.cache.bound if self.bound is None else self.bound,
            count=not self.counted,
        )
        self.counted = True
        return dict(zip(names, found, strict=True))

    def rest(self) -> bool:
        """Wait a moment for whoever loads; False: long enough."""
        if monotonic() >= self.until:
            return False
        sleep(POLL)
        return True
