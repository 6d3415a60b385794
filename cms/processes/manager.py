"""The process manager of `manage.py run`: honcho's processes and printer, started in groups, stopped in reverse order.

honcho's own loop starts all at once and stops all at once. The portal needs its Valkey before the migrations, the
migrations before the web process, and the worker gone before the Valkey goes. Every process stands behind guard.py,
whose lifeline is a pipe that only this process holds: even if it is killed with SIGKILL, nothing stays behind.
"""

import contextlib
import functools
import multiprocessing
import os
import queue
import signal
import sys
import time

from honcho import manager, printer, process

from cms.processes import readiness
from cms.processes.specs import Spec

NAME_WIDTH = len("scheduler")
STOP_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class Stop(Exception):
    """Somebody asked for the end: Ctrl-C, SIGTERM, or the terminal is gone."""


class ProcessEnded(Exception):
    """A process that should run ended, or a command failed; the text says which and how."""


class Output:
    """Standard output that outlives its terminal: once it cannot be written to, what follows is dropped."""

    def __init__(self, stream):
        self._stream = stream

    def isatty(self) -> bool:
        return self._stream.isatty()

    def write(self, text: str) -> None:
        self._carefully(self._stream.write, text)

    def flush(self) -> None:
        self._carefully(self._stream.flush)

    def _carefully(self, write, *arguments) -> None:
        try:
            write(*arguments)
        except OSError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), self._stream.fileno())


class GuardedProcess(process.Process):
    """honcho's process, run without a shell, with the manager's lifeline as its guard's standard input."""

    lifeline: tuple[int, int] = (-1, -1)

    def run(self, events=None, ignore_signals=False):
        os.setsid()  # the terminal's Ctrl-C is for the manager alone, which stops the others in order
        reading, writing = self.lifeline
        os.close(writing)
        self._child_ctor = functools.partial(process.Popen, shell=False, stdin=reading)
        super().run(events, ignore_signals)


class PortalManager(manager.Manager):
    def __init__(self, environment: dict[str, str], cwd: str):
        multiprocessing.set_start_method("fork", force=True)
        super().__init__(printer.Printer(Output(sys.stdout)))
        self._printer.width = NAME_WIDTH
        self._process_ctor = GuardedProcess
        self._environment, self._cwd = environment, cwd
        self._lifeline = os.pipe()
        self._groups: list[list[Spec]] = []
        self._ready: set[str] = set()
        self._stop_asked = self._stopping = self._impatient = False

    def __enter__(self) -> "PortalManager":
        for number in STOP_SIGNALS:
            signal.signal(number, self._note_stop)
        return self

    def __exit__(self, *_) -> None:
        self._stop_all()

    def say(self, text: str) -> None:
        """Prints a line of the manager's own."""
        self._system_print(text + "\n")

    def start(self, *specs: Spec, seconds: float = 120) -> None:
        """Starts a group and returns when each of it answers."""
        self._groups.append(list(specs))
        for spec in specs:
            self._launch(spec)
        deadline, waiting = time.monotonic() + seconds, list(specs)
        while waiting := [spec for spec in waiting if not self._answers(spec)]:
            self._pump()
            self._check()
            if time.monotonic() > deadline:
                raise readiness.NotReady(f"{waiting[0].name} does not answer; its lines above may say why")

    def once(self, spec: Spec) -> None:
        """Runs a command to its end; ProcessEnded when it fails."""
        self._groups.append([spec])
        self._launch(spec)
        while self._code(spec.name) is None:
            self._pump()
            self._check()
        self._groups.pop()
        if code := self._code(spec.name):
            raise ProcessEnded(f"{spec.name} failed with code {code}; the lines above say why")

    def watch(self) -> None:
        """Shows what the processes print until Stop or ProcessEnded."""
        while True:
            self._pump()
            self._check()

    def _launch(self, spec: Spec) -> None:
        guarded = self.add_process(spec.name, spec.guarded(), env={**self._environment, **spec.env}, cwd=self._cwd)
        guarded.lifeline = self._lifeline
        entry = self._processes[spec.name]
        entry["process"] = multiprocessing.Process(name=spec.name, target=guarded.run, args=(self.events, True))
        entry["process"].start()

    def _answers(self, spec: Spec) -> bool:
        if spec.ready_url and not readiness.answers(spec.ready_url):
            return False
        self._ready.add(spec.name)
        return True

    def _pump(self) -> None:
        """Takes one event of a process, waiting for it a tenth of a second."""
        try:
            event = self.events.get(timeout=0.1)
        except queue.Empty:
            return
        if event.type == "line":
            self._printer.write(event)
        else:
            self._processes[event.name].update(event.data)

    def _check(self) -> None:
        if self._stop_asked:
            raise Stop
        for spec in (spec for group in self._groups for spec in group):
            if (code := self._code(spec.name)) is not None and spec.runs_on:
                raise ProcessEnded(f"{spec.name} stopped by itself with code {code}; its lines above may say why")

    def _code(self, name: str) -> int | None:
        """The exit code of a process; None while it runs."""
        entry = self._processes[name]
        return entry.get("returncode", 1 if entry["process"].exitcode else None)

    def _note_stop(self, number: int, _frame) -> None:
        self._impatient = self._stopping and number == signal.SIGINT
        self._stop_asked = True

    def _stop_all(self) -> None:
        """Stops group by group, the last started first. A second Ctrl-C kills what is left."""
        self._stopping = True
        for group in reversed(self._groups):
            deadline = time.monotonic() + max(spec.grace for spec in group) + 5
            told = self._signal({spec.name for spec in group if self._may_be_killed(spec)}, signal.SIGUSR1)
            while running := {spec.name for spec in group if self._code(spec.name) is None}:
                told |= self._signal(running - told, signal.SIGTERM)
                if self._impatient or time.monotonic() > deadline:
                    self._signal(running, signal.SIGUSR1)
                self._pump()

    def _may_be_killed(self, spec: Spec) -> bool:
        """A server that has not come up yet serves nobody, and granian's do not hear SIGTERM until they have."""
        return spec.deaf_until_ready and spec.name not in self._ready and self._code(spec.name) is None

    def _signal(self, names: set[str], number: signal.Signals) -> set[str]:
        """Signals the guards of those that have started; returns whom."""
        started = {name for name in names if "pid" in self._processes[name]}
        for name in started:
            with contextlib.suppress(ProcessLookupError):  # it ended this very moment
                os.kill(self._processes[name]["pid"], number)
        return started
