"""Asking one address as fast as it answers: by wrk where there is one, else by sockets of our own."""

import json
import math
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from tests.bench import sockets

SCRIPT = Path(__file__).with_name("report.lua")
WARM_UP = 0.5  # seconds
PATIENCE = (1, 5, 20, 60)
PATIENT = "60s"  # wrk counts a slower answer as an error after two by default


@dataclass(frozen=True)
class Request:
    """A GET of `url` with these headers."""

    url: str
    headers: Mapping[str, str] = field(default_factory=dict, hash=False)


@dataclass(frozen=True)
class Load:
    """What came of it: requests a second, latencies in milliseconds."""

    per_second: float
    p50: float
    p95: float


@dataclass(frozen=True)
class Effort:
    """How long to try: `runs` times `seconds`, over `connections` kept open."""

    connections: int = 16
    seconds: float = 2
    runs: int = 3

    def alone(self) -> "Effort":
        return Effort(1, self.seconds, self.runs)


class Failed(Exception):
    """Some requests were not answered well; their rate would mean nothing."""


def generator() -> str:
    return "wrk" if shutil.which("wrk") else "python sockets"


def run(request: Request, connections: int, seconds: float) -> Load:
    """One run, longer where not one answer came in time; raises Failed unless every answer was a 2xx or 3xx."""
    tool = _wrk if shutil.which("wrk") else sockets.run
    for patience in PATIENCE:
        found = tool(request.url, request.headers, connections, seconds * patience)
        if found["errors"]:
            break
        if found["requests"]:
            return Load(found["requests"] / found["seconds"], found["p50"], found["p95"])
    raise Failed(f"{request.url}: {found}")


def side_by_side(requests: list[Request], effort: Effort) -> list[Load]:
    """The median run of each; the runs take turns, so that what disturbs the machine disturbs them alike."""
    for request in requests:
        run(request, effort.connections, WARM_UP)
    rounds = [[run(request, effort.connections, effort.seconds) for request in requests] for _ in range(effort.runs)]
    return [middle(list(loads)) for loads in zip(*rounds, strict=True)]


def middle(loads: list[Load]) -> Load:
    return Load(*(median(getattr(load, name) for load in loads) for name in ("per_second", "p50", "p95")))


def _wrk(url: str, headers: Mapping[str, str], connections: int, seconds: float) -> dict:
    words = ["wrk", "-t1", f"-c{connections}", f"-d{math.ceil(seconds)}s", "-s", str(SCRIPT)]
    words += ["--timeout", PATIENT]
    words += [word for name, value in headers.items() for word in ("-H", f"{name}: {value}")]
    done = subprocess.run([*words, url], capture_output=True, text=True, check=True)
    return json.loads(done.stdout.splitlines()[-1])
