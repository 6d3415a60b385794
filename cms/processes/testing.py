"""Real processes for tests: the same commands as `manage.py run`, on free ports, with data of their own.

    with Portal(tmp_path) as portal:
        portal.start("valkey", "simulator", "web", "worker", "loader")
        portal.kill("worker")          # SIGKILL, with everything it started
        portal.start("worker")

A name may carry a number for a second process of its kind ("web:2", "worker:2"). Whatever happens, leaving the block
ends all of them; if the tests themselves are killed, the guards do it.
"""

import os
import signal
import subprocess
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from cms.processes import ports, readiness, specs
from cms.processes.private_database import private_database
from cms.processes.valkey import private_redis_url

NOT_INHERITED = ("REDIS_URL", "PORTAL_URL", "EVENTS_URL", "ONEC_URL", "SECRET_KEY", "DEBUG", "PORTAL_MODULES")
START_SECONDS = 120


@dataclass(frozen=True)
class Running:
    """A started process: its guard, and where in its log this start begins."""

    guard: subprocess.Popen
    log_start: int


class Portal:
    """A portal of its own below `folder`. Extra environment by keyword: Portal(tmp_path, ONEC_TIMEOUT="2")."""

    def __init__(self, folder: Path, tick: float = 0.2, **environment: str):
        self.folder = folder
        self.tick = tick
        self.ports = specs.Ports(*(ports.free_port() for _ in range(4)))
        self._more_ports: dict[str, int] = {}
        self._running: dict[str, Running] = {}
        self._stack = ExitStack()
        self._extra = environment

    def __enter__(self) -> "Portal":
        self.folder.mkdir(parents=True, exist_ok=True)
        self.database_url = self._stack.enter_context(private_database(self.folder))
        self._stack.callback(self._end_all)
        self.environment = self._environment()
        return self

    def __exit__(self, *_) -> None:
        self._stack.close()

    @property
    def url(self) -> str:
        return self.environment["PORTAL_URL"]

    @property
    def events_url(self) -> str:
        return self.environment["EVENTS_URL"]

    @property
    def onec_url(self) -> str:
        return self.environment["ONEC_URL"]

    @property
    def simulator_url(self) -> str:
        """Root of the simulator, where its control API is."""
        return f"http://127.0.0.1:{self.ports.simulator}"

    @property
    def redis_url(self) -> str:
        return private_redis_url(self.folder, self.ports.redis)

    def url_of(self, name: str) -> str:
        """Address of a numbered web or events process ("web:2")."""
        return f"http://localhost:{self._port(name)}"

    def start(self, *names: str) -> None:
        """Starts processes and returns when each is ready; readiness.NotReady carries the end of its log."""
        for name in names:
            self._launch(name)
        for name in names:
            self._wait_ready(name)

    def stop(self, name: str) -> int:
        """Stops one in order, as SIGTERM does; returns its exit code."""
        return self._end(name, signal.SIGTERM)

    def kill(self, name: str) -> None:
        """Ends one and all it started by SIGKILL, as a power cut would."""
        self._end(name, signal.SIGUSR1)

    def is_running(self, name: str) -> bool:
        return name in self._running and self._running[name].guard.poll() is None

    def log(self, name: str) -> str:
        """What a process has printed, over all its starts."""
        path = self._log_path(name)
        return path.read_text(encoding="utf-8", errors="replace") if path.exists() else ""

    def manage(self, *arguments: str, timeout: float = 300) -> str:
        """Runs a management command on this portal; returns its output, RuntimeError when it fails."""
        command = [specs.PYTHON, str(specs.BASE_DIR / "manage.py"), *arguments]
        options = {"env": self.environment, "cwd": specs.BASE_DIR, "capture_output": True, "text": True}
        done = subprocess.run(command, timeout=timeout, **options)
        if done.returncode:
            raise RuntimeError(f"manage.py {' '.join(arguments)} failed:\n{done.stdout}{done.stderr}")
        return done.stdout

    def spec(self, name: str) -> specs.Spec:
        """The specification of a process by its name."""
        kind = name.partition(":")[0]
        makers = {
            "valkey": lambda: specs.valkey(self.ports.redis, self.folder, self.redis_url),
            "simulator": lambda: specs.simulator(self.ports.simulator, self.folder, self.tick),
            "web": lambda: specs.web(self._port(name), workers=1),
            "events": lambda: specs.events(self._port(name)),
            "worker": lambda: specs.worker(loglevel="INFO", name=name.replace(":", "")),
            "loader": lambda: specs.loader(loglevel="INFO", name=name.replace(":", "")),
            "scheduler": lambda: specs.scheduler(self.folder, loglevel="INFO"),
        }
        return makers[kind]()

    def _port(self, name: str) -> int:
        kind, _, number = name.partition(":")
        if not number:
            return getattr(self.ports, kind)
        return self._more_ports.setdefault(name, ports.free_port())

    def _environment(self) -> dict[str, str]:
        inherited = {key: value for key, value in os.environ.items() if key not in NOT_INHERITED}
        own = {
            "DJANGO_SETTINGS_MODULE": "cms.settings.dev",
            "DEMO": "1",
            "PORTAL_DATA": str(self.folder),
            "DATABASE_URL": self.database_url,
            "REDIS_URL": self.redis_url,
            "PYTHONUNBUFFERED": "1",
        }
        return {**inherited, **own, **specs.addresses(self.ports), **self._extra}

    def _launch(self, name: str) -> None:
        if self.is_running(name):
            raise RuntimeError(f"{name} is running already")
        spec = self.spec(name)
        with self._log_path(name).open("ab") as log:
            log_start = log.tell()
            guard = subprocess.Popen(
                spec.guarded(),
                env={**self.environment, **spec.env},
                cwd=specs.BASE_DIR,
                stdin=subprocess.PIPE,  # the guard's lifeline: it closes when this process ends, however it ends
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
            self._running[name] = Running(guard, log_start)

    def _wait_ready(self, name: str) -> None:
        try:
            readiness.wait_until(lambda: self._is_ready(name), START_SECONDS, name)
        except readiness.NotReady as error:
            raise readiness.NotReady(f"{error}\n{self.log(name)[-3000:]}") from None

    def _is_ready(self, name: str) -> bool:
        if not self.is_running(name):
            raise readiness.NotReady(f"{name} ended with code {self._running[name].guard.poll()}")
        spec = self.spec(name)
        if spec.ready_url:
            return readiness.answers(spec.ready_url)
        return spec.ready_text is None or spec.ready_text in self._log_of_this_start(name)

    def _log_of_this_start(self, name: str) -> str:
        with self._log_path(name).open("rb") as log:
            log.seek(self._running[name].log_start)
            return log.read().decode(errors="replace")

    def _log_path(self, name: str) -> Path:
        return self.folder / f"{name.replace(':', '-')}.log"

    def _end(self, name: str, number: signal.Signals) -> int:
        guard = self._running.pop(name).guard
        guard.send_signal(number)
        try:
            return guard.wait(self.spec(name).grace + 10)
        finally:
            guard.stdin.close()

    def _end_all(self) -> None:
        for name in reversed(list(self._running)):
            self.kill(name)
