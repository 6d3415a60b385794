"""The portal under measurement: real processes as in production, and the floor beside them."""

import os
import shutil
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from cms.processes import specs
from cms.processes.testing import Portal
from integration.simulator.clock import Clock
from integration.simulator.filling import ensure_filled
from integration.simulator.options import Options
from integration.simulator.store import Store
from tests.bench.database import bench_database
from tests.bench.load import Request
from tests.bench.memory import descendants, memory_mb

WARM, UNCACHED, FLOOR, PLAIN = "web", "web:uncached", "web:floor", "web:plain"
PLENTY = str(10**9)  # requests a minute: the throttles count, and stop nobody
PRODUCTION = {
    "DJANGO_SETTINGS_MODULE": "tests.bench.settings",
    "SECRET_KEY": "measured on a portal that is gone a minute later, hence no secret",
    "DEMO": "0",
    "SECURE_SSL_REDIRECT": "0",
    "MFA_REQUIRED_FOR": "none",
    "LOG_LEVEL": "WARNING",
    "THROTTLE_ACCOUNT": PLENTY,
    "THROTTLE_ADDRESS": PLENTY,
    "THROTTLE_WRITE": PLENTY,
    "THROTTLE_SEARCH": PLENTY,
}


class BenchPortal(Portal):
    """`size` is the simulator's. "web:uncached" is a second web process; "web:floor" is the floor;
    "web:plain" serves the same pages by Wagtail's own APIs."""

    def __init__(self, folder: Path, size: str, database: str = ""):
        super().__init__(folder, tick=0, **PRODUCTION)
        self.size = size
        self.database = database

    def __enter__(self) -> "BenchPortal":
        for name in ("static", "media", "floor"):
            (self.folder / name).mkdir(parents=True, exist_ok=True)
        (self.folder / "floor" / "healthz").write_bytes(b"")
        self.database_url = self._stack.enter_context(bench_database(self.database, self.folder))
        self._stack.callback(self._end_all)
        self.environment = self._environment()
        return self

    def spec(self, name: str) -> specs.Spec:
        if name == FLOOR:
            return on_the_floor(specs.web(self._port(name)))
        if name == UNCACHED:
            web = specs.web(self._port(name))
            return replace(web, env={**web.env, "BENCH_UNCACHED": "1"})
        if name == PLAIN:
            web = specs.web(self._port(name))
            return replace(web, env={**web.env, "DJANGO_SETTINGS_MODULE": "tests.bench.plain_settings"})
        if name == WARM:
            return specs.web(self._port(name))
        spec = super().spec(name)
        return replace(spec, argv=[*spec.argv, "--size", self.size]) if name == "simulator" else spec

    def fill_simulator(self) -> None:
        """Make the 1C base's data; kept in build/ for the next run of the same size and sources."""
        kept = specs.BASE_DIR / "build" / "bench" / f"onec-{self.size}-{sources_digest()}.sqlite3"
        if not kept.exists():
            kept.parent.mkdir(parents=True, exist_ok=True)
            for old in kept.parent.glob(f"onec-{self.size}-*"):
                old.unlink()
            draft = kept.with_suffix(".draft")
            store = Store(str(draft), Clock())
            ensure_filled(store, Options(size=self.size))
            store.close()
            draft.rename(kept)
        shutil.copyfile(kept, self.folder / "onec.sqlite3")

    def become(self) -> None:
        """Make this very process one of the portal's, without a cache of answers: it prepares data, counts queries."""
        os.environ.update(self.environment, BENCH_UNCACHED="1")
        import django

        django.setup()

    def port_of(self, process: str) -> int:
        return self._port(process)

    def request(self, process: str, path: str, headers: dict[str, str] | None = None) -> Request:
        """A request to one of the web processes."""
        return Request(f"http://127.0.0.1:{self._port(process)}{path}", headers or {})

    def floor_of(self, name: str, body: bytes, headers: dict[str, str] | None = None) -> Request:
        """The request to the floor that is answered with these bytes. Each name is for one body."""
        (self.folder / "floor" / name).write_bytes(body)
        return self.request(FLOOR, f"/{name}", headers)

    def resident(self, name: str) -> float:
        """The largest resident memory among the processes below `name`, in MB."""
        return max(memory_mb(pid) for pid in descendants(self._running[name].guard.pid))


def on_the_floor(web: specs.Spec) -> specs.Spec:
    """The floor under the very options of the portal's web process."""
    argv = ["tests.bench.floor:application" if word == "cms.wsgi:application" else word for word in web.argv]
    return replace(web, argv=argv)


def sources_digest() -> str:
    """Changes with the simulator's sources."""
    total = sha256()
    for path in sorted((specs.BASE_DIR / "integration" / "simulator").rglob("*.py")):
        total.update(path.read_bytes())
    return total.hexdigest()[:12]
