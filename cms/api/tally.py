"""Requests that this process let pass and has not reported to the shared counters yet.

Only of callers who are far from their limits, and for a second at most: near a limit every request is reported.
"""

from collections import OrderedDict
from dataclasses import dataclass
from threading import Lock
from time import monotonic

TOGETHER = 10  # requests reported at once, at most; where the limit is below 200, a twentieth of it
SECONDS = 1.0
KEPT = 10_000


@dataclass
class Counter:
    """`known`: what the shared counter said at `asked_at`. `unreported`: what it has not heard of since."""

    known: int
    asked_at: float
    unreported: int = 0

    def can_wait(self, limit: int) -> bool:
        """Whether one more request of a caller with this limit need not be reported yet."""
        few = self.unreported + 1 < min(TOGETHER, limit // 20)
        far = self.known + self.unreported < limit // 2
        return few and far and monotonic() - self.asked_at < SECONDS


class Tally:
    """Counters by name, those used last."""

    def __init__(self) -> None:
        self._counters: OrderedDict[str, Counter] = OrderedDict()
        self._lock = Lock()

    def noted(self, limits: dict[str, int]) -> bool:
        """True: the request is noted with each of these counters, and none of them has to hear of it now."""
        with self._lock:
            counters = {name: self._counters.get(name) for name in limits}
            if not all(counter and counter.can_wait(limits[name]) for name, counter in counters.items()):
                return False
            for counter in counters.values():
                counter.unreported += 1
            return True

    def taken(self, name: str) -> int:
        """What is to be reported with the request at hand; it is not kept any longer."""
        with self._lock:
            counter = self._counters.get(name)
            unreported = counter.unreported if counter else 0
            if counter:
                counter.unreported = 0
            return unreported + 1

    def told(self, name: str, known: int) -> None:
        """The shared counter has been asked."""
        with self._lock:
            waiting = self._counters.pop(name, None)
            self._counters[name] = Counter(known, monotonic(), waiting.unreported if waiting else 0)
            while len(self._counters) > KEPT:
                self._counters.popitem(last=False)
