"""Runs one command until it ends, or until the guard's own standard input closes.

    python -I -S guard.py --grace SECONDS -- command argument…

The standard input is a lifeline: its other end is held by whoever started the guard, and the kernel closes it at that
process's death, even by SIGKILL. The guard then stops the command as on SIGTERM: SIGTERM to the command, SIGKILL to its
whole process group after the grace. SIGUSR1 kills the group at once (the tests' power cut). When the command ends by
itself, what it left of its group is killed too, and the guard exits with its code (128 + signal if killed).

Standard library only, no site-packages: one guard costs some 8 MB and a few milliseconds.
"""

import ctypes
import os
import resource
import select
import signal
import subprocess
import sys
import time

PR_SET_PDEATHSIG = 1
OPEN_FILES = 65_536
STOPPING = {signal.SIGTERM, signal.SIGINT, signal.SIGHUP}


class Guard:
    def __init__(self, argv: list[str], grace: float):
        self.grace = grace
        self.deadline: float | None = None
        self.wakeup = self._listen()
        self.child = subprocess.Popen(argv, stdin=subprocess.DEVNULL, start_new_session=True, preexec_fn=before_exec)

    def _listen(self) -> int:
        """Has every signal of interest written to a pipe; returns its reading end."""
        reading, writing = os.pipe()
        os.set_blocking(writing, False)
        signal.set_wakeup_fd(writing, warn_on_full_buffer=False)
        for number in (*STOPPING, signal.SIGUSR1, signal.SIGCHLD):
            signal.signal(number, lambda *_: None)
        return reading

    def watch(self) -> int:
        """Waits for the end of the command; returns its exit code."""
        lifeline = [sys.stdin.fileno()]
        while self.child.poll() is None:
            ready, _, _ = select.select([self.wakeup, *lifeline], [], [], self._patience())
            if self.wakeup in ready:
                self._obey({signal.Signals(number) for number in os.read(self.wakeup, 64)})
            if lifeline and lifeline[0] in ready and not os.read(lifeline[0], 64):
                lifeline = []
                self._stop()
            if self.deadline is not None and time.monotonic() >= self.deadline:
                self._kill_group()
        self._kill_group()
        return self.child.returncode if self.child.returncode >= 0 else 128 - self.child.returncode

    def _patience(self) -> float | None:
        return None if self.deadline is None else max(0.05, self.deadline - time.monotonic())

    def _obey(self, received: set[signal.Signals]) -> None:
        if signal.SIGUSR1 in received:
            self._kill_group()
        elif received & STOPPING:
            self._stop()

    def _stop(self) -> None:
        """SIGTERM to the command alone: masters stop their own workers in order."""
        if self.deadline is None:
            self.deadline = time.monotonic() + self.grace
            self.child.terminate()

    def _kill_group(self) -> None:
        try:
            os.killpg(self.child.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass  # nothing of the group is left
        except PermissionError:
            pass  # macOS says so of a group of which only zombies are left


def before_exec() -> None:
    """In the command's process: die with the guard (Linux), and allow it thousands of open streams."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = OPEN_FILES if hard == resource.RLIM_INFINITY else min(OPEN_FILES, hard)
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, wanted), hard))


def main(arguments: list[str]) -> int:
    if len(arguments) < 4 or arguments[0] != "--grace" or arguments[2] != "--":
        print("usage: guard.py --grace SECONDS -- command argument…", file=sys.stderr)
        return 2
    try:
        return Guard(arguments[3:], float(arguments[1])).watch()
    except OSError as error:
        print(f"cannot start {arguments[3]}: {error}", file=sys.stderr)
        return 127


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
