"""Finds every process that a test's program started, however it was orphaned: by a mark in its environment."""

import os
import signal
import time
import uuid
from pathlib import Path

MARK = "KABINET_TEST_MARK"


class Marked:
    """`environment` for the program under test; afterwards `alive()` are those of its processes that are left."""

    def __init__(self):
        self.variable = (MARK, str(uuid.uuid4()))
        self.environment = dict(os.environ, **dict([self.variable]))

    def alive(self) -> dict[int, str]:
        """Process id → command line, without zombies."""
        return {int(path.name): words for path in Path("/proc").glob("[0-9]*") if (words := self._words(path))}

    def _words(self, process: Path) -> str:
        try:
            if "=".join(self.variable).encode() in (process / "environ").read_bytes().split(b"\0"):
                return (process / "cmdline").read_bytes().replace(b"\0", b" ").decode()
        except OSError:
            pass  # it ended meanwhile
        return ""

    def wait_until_gone(self, seconds: float = 15) -> dict[int, str]:
        """Waits until none is left; returns those that are, after ending them."""
        deadline = time.monotonic() + seconds
        while (left := self.alive()) and time.monotonic() < deadline:
            time.sleep(0.05)
        for pid in left:
            os.kill(pid, signal.SIGKILL)
        return left
