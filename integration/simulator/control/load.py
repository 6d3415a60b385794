"""What makes a base slow or full: sessions held, the sleep after a quiet time, slow writes."""

import time
from collections import deque
from contextlib import contextmanager

from integration.simulator.profile import Profile

WRITES = ("POST", "PATCH", "PUT", "DELETE")


class Full(Exception):
    """No session is free."""


class Load:
    """Sessions in use and the end of the last request of one base."""

    def __init__(self):
        self.open = 0
        self.held_until: deque[float] = deque()  # sessions whose answer is out
        self.last = time.monotonic()

    @contextmanager
    def session(self, profile: Profile):
        """A session for one request, held `session_life` seconds longer. Raises Full."""
        now = time.monotonic()
        while self.held_until and (self.held_until[0] <= now or not profile.session_life):
            self.held_until.popleft()
        if profile.sessions and self.open + len(self.held_until) >= profile.sessions:
            raise Full
        self.open += 1
        try:
            yield
        finally:
            self.open -= 1
            self.last = time.monotonic()
            if profile.sessions:
                self.held_until.append(self.last + profile.session_life)

    def pause(self, profile: Profile, method: str) -> float:
        """Seconds this request takes longer."""
        asleep = time.monotonic() - self.last >= profile.idle_after
        waking = profile.slow_after_idle if asleep else 0
        return waking + (profile.slow_write if method in WRITES else 0)
