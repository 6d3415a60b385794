"""What each process of the portal is: its command and its environment.

`manage.py run`, the tests and deploy/ start the same ones.
"""

import os
import sys
from dataclasses import dataclass, field
from pathlib import Path

BASE_DIR = Path(__file__).resolve().parents[2]
HERE = Path(__file__).resolve().parent
PYTHON = sys.executable
RUN_AS_ROOT = "ignore:You're running the worker with superuser privileges"  # who tries the portal as root knows it
ORDERS, LOADS = "orders", "changes,bulk"
"""Celery's queues, the most urgent first: what a person waits for, and loads from 1C."""
GIVES_MEMORY_BACK = {"MALLOC_MMAP_THRESHOLD_": str(1024 * 1024)}
"""glibc: a block of a megabyte and more (a decoded picture) goes back to the system when it is freed. By default glibc
learns from the first one to keep them, 11 MB of a web process after its first renditions."""


@dataclass(frozen=True)
class Spec:
    """One process. `grace` is how many seconds it may take to stop before it is killed."""

    name: str
    argv: list[str]
    grace: float = 10
    env: dict[str, str] = field(default_factory=dict)
    ready_url: str | None = None
    ready_text: str | None = None  # of a process without an address: what its log says when it is ready (at level INFO)
    deaf_until_ready: bool = False  # does not obey SIGTERM while it starts
    runs_on: bool = True  # False: a command that ends by itself

    def guarded(self) -> list[str]:
        """The command behind the guard that ends it together with its starter; see guard.py."""
        return [PYTHON, "-I", "-S", str(HERE / "guard.py"), "--grace", str(self.grace), "--", *self.argv]


@dataclass(frozen=True)
class Ports:
    web: int = 8000
    events: int = 8001
    simulator: int = 8002
    redis: int = 8003

    VARIABLES = {"web": "PORTAL_PORT", "events": "EVENTS_PORT", "simulator": "SIMULATOR_PORT", "redis": "REDIS_PORT"}

    @classmethod
    def from_environment(cls) -> "Ports":
        """The ports that the environment names; ValueError says which variable is not a port number."""
        given = {name: port_number(variable) for name, variable in cls.VARIABLES.items() if os.environ.get(variable)}
        return cls(**given)


def port_number(variable: str) -> int:
    value = os.environ[variable]
    if not (value.isdigit() and 0 < int(value) < 65536):
        raise ValueError(f"{variable}={value} is not a port number (1 to 65535).")
    return int(value)


def addresses(ports: Ports) -> dict[str, str]:
    """The environment by which the processes find each other on this machine."""
    return {
        "PORTAL_PORT": str(ports.web),
        "EVENTS_PORT": str(ports.events),
        "SIMULATOR_PORT": str(ports.simulator),
        "REDIS_PORT": str(ports.redis),
        "PORTAL_URL": f"http://localhost:{ports.web}",
        "EVENTS_URL": f"http://localhost:{ports.events}/events",
        "ONEC_URL": f"http://localhost:{ports.simulator}/demo",
    }


def granian(application: str, *options: str) -> list[str]:
    return [PYTHON, "-m", "granian", application, "--no-access-log", "--log-level", "warning", "--no-ws", *options]


def celery(*options: str) -> list[str]:
    return [PYTHON, "-m", "celery", "--quiet", "-A", "cms", *options]


def web(port: int, host: str = "127.0.0.1", workers: int = 2) -> Spec:
    """Django by WSGI: one thread per worker, a worker per core; the fastest of those measured (docs/performance.md)."""
    options = ["--interface", "wsgi", "--host", host, "--port", str(port), "--workers", str(workers)]
    options += ["--blocking-threads", "1", "--respawn-failed-workers", "--workers-kill-timeout", "10"]
    ready = f"http://127.0.0.1:{port}/healthz"
    argv = granian("cms.wsgi:application", *options)
    return Spec("web", argv, 12, GIVES_MEMORY_BACK, ready_url=ready, deaf_until_ready=True)


def events(port: int, host: str = "127.0.0.1") -> Spec:
    """The event streams. Backpressure counts connections, and each open stream is one; streams never end by themselves,
    so a stop needs the kill timeout."""
    options = ["--interface", "asgi", "--host", host, "--port", str(port), "--workers", "1"]
    options += ["--backlog", "8192", "--backpressure", "8192", "--workers-kill-timeout", "2"]
    ready = f"http://127.0.0.1:{port}/healthz"
    return Spec("events", granian("cms.realtime.asgi:application", *options), 5, ready_url=ready, deaf_until_ready=True)


def worker(threads: int = 8, loglevel: str = "WARNING", queues: str = ORDERS, name: str = "worker") -> Spec:
    """Celery's worker of what people wait for: orders on their way to 1C and back, letters. It mostly waits for others,
    hence threads: eight of them cost what one process does."""
    return _worker(name, queues, loglevel, "-P", "threads", "-c", str(threads))


def loader(concurrency: int = 2, loglevel: str = "WARNING", queues: str = LOADS, name: str = "loader") -> Spec:
    """Celery's worker of loads from 1C, a process each: they compute, and none may hold up an order."""
    return _worker(name, queues, loglevel, "-c", str(concurrency))


def _worker(name: str, queues: str, loglevel: str, *pool: str) -> Spec:
    """SIGTERM lets running tasks end, which then hand back what is left; a killed worker loses nothing either."""
    options = ["-Q", queues, *pool, "-n", f"{name}@%h", "-l", loglevel, "--without-gossip", "--without-mingle"]
    env = {"PYTHONWARNINGS": RUN_AS_ROOT}
    return Spec(name.rstrip("0123456789"), celery("worker", *options), 20, env, ready_text=" ready.")


def scheduler(data: Path, loglevel: str = "WARNING") -> Spec:
    """Celery beat; its own notes lie in the portal's data folder."""
    options = ["-S", "cms.processes.beat:Scheduler", "-s", str(data / "beat-schedule"), "--pidfile=", "-l", loglevel]
    return Spec("scheduler", celery("beat", *options), 5)


def simulator(port: int, data: Path, tick: float | None = None) -> Spec:
    """The 1C simulator with its own data file; `tick` is how many seconds pass between two moves of its orders."""
    options = ["--port", str(port), "--data", str(data / "onec.sqlite3")]
    options += [] if tick is None else ["--tick", str(tick)]
    ready = f"http://127.0.0.1:{port}/_control/health"
    return Spec("simulator", [PYTHON, "-m", "integration.simulator", *options], 5, ready_url=ready)


def valkey(port: int, data: Path, url: str) -> Spec:
    """The private Valkey; see valkey.py. `url` is where it answers, password included."""
    options = ["--data", str(data / "redis"), "--port", str(port)]
    return Spec("valkey", [PYTHON, "-I", str(HERE / "valkey.py"), *options], 10, ready_url=url)


def prepare() -> Spec:
    """Migrations, static files, demo: what must be done before web, worker and the others start."""
    return Spec("prepare", [PYTHON, str(BASE_DIR / "manage.py"), "prepare"], 30, runs_on=False)
