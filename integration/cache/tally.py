"""Hits that a process has not told Redis yet: counted together, so that the commonest read is a plain one."""

from collections import Counter
from threading import Lock
from time import monotonic

MOST = 100
SECONDS = 2.0


class Tally:
    """What `add` returns has to be told now: cache → (hits, sum of ages in ms); mostly nothing."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._hits: Counter[str] = Counter()
        self._ages: Counter[str] = Counter()
        self._since = monotonic()

    def add(self, cache: str, age: float) -> dict[str, tuple[int, int]]:
        with self._lock:
            self._hits[cache] += 1
            self._ages[cache] += int(age * 1000)
            if self._hits.total() < MOST and monotonic() - self._since < SECONDS:
                return {}
            due = {name: (hits, self._ages[name]) for name, hits in self._hits.items()}
            self._hits.clear()
            self._ages.clear()
            self._since = monotonic()
            return due
