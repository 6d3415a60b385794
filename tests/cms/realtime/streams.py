"""A client of the event stream, and the real process that serves it."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

import httpx
from django.db import connection

from cms.processes.ports import free_port
from cms.processes.readiness import answers, wait_until

ORIGIN = "http://localhost:8000"


class Event(NamedTuple):
    id: str
    type: str
    data: str


class Stream:
    """One open stream, read event by event."""

    def __init__(self, response: httpx.Response, patience: float) -> None:
        self.response = response
        self._patience = patience
        self._lines = response.iter_lines()

    def next(self) -> Event:
        """The next event; StopIteration when the stream has ended. Comments and retry hints are passed over."""
        fields: dict[str, str] = {}
        deadline = time.monotonic() + self._patience
        for line in self._lines:
            if time.monotonic() > deadline:
                raise TimeoutError("no event came")
            name, _colon, value = line.partition(": ")
            if name in ("id", "event", "data"):
                fields[name] = value
            elif not line and fields.get("event"):
                return Event(fields["id"], fields["event"], fields["data"])
        raise StopIteration

    def next_line(self) -> str:
        """The next line that is not empty, comments too."""
        return next(line for line in self._lines if line)

    def until(self, type: str) -> Event:
        while (event := self.next()).type != type:
            pass
        return event

    def ended(self) -> bool:
        """Reads on until the server closes; False when an event came instead."""
        try:
            self.next()
        except (StopIteration, httpx.RemoteProtocolError):
            return True
        return False


@contextmanager
def opened(base: str, session_key: str | None, *, last: str = "", timeout: float = 10) -> Iterator[Stream]:
    """The stream of whoever is signed in by this session; `last` is a Last-Event-ID."""
    cookies = {"sessionid": session_key} if session_key else {}
    headers = {"Origin": ORIGIN, **({"Last-Event-ID": last} if last else {})}
    client = httpx.Client(trust_env=False, timeout=timeout, cookies=cookies)
    with client, client.stream("GET", f"{base}/events", headers=headers) as response:
        yield Stream(response, timeout)


@contextmanager
def serving(redis_url: str, **settings: str) -> Iterator[tuple[str, subprocess.Popen]]:
    """granian with the event streams on a free port, on the test's own database; gives its address and process."""
    port = free_port()
    process = subprocess.Popen(_command(port), env=_environment(redis_url, settings))
    base = f"http://127.0.0.1:{port}"
    try:
        wait_until(lambda: answers(f"{base}/healthz"), 30, "the event streams")
        yield base, process
    finally:
        process.terminate()
        process.wait(15)


def _command(port: int) -> list[str]:
    options = ["--host", "127.0.0.1", "--port", str(port), "--workers-kill-timeout", "3"]
    options += ["--backlog", "8192", "--backpressure", "8192", "--interface", "asgi", "--no-ws"]
    return [sys.executable, "-m", "granian", "cms.realtime.asgi:application", *options]


def _environment(redis_url: str, settings: dict[str, str]) -> dict[str, str]:
    given = {
        "DJANGO_SETTINGS_MODULE": "cms.settings.dev",
        "SECRET_KEY": "tests-only-secret",
        "DATABASE_URL": database_url(),
        "REDIS_URL": redis_url,
        "PORTAL_URL": ORIGIN,
    }
    return {**os.environ, **given, **settings}


def database_url() -> str:
    """The test database as another process names it."""
    values = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{values['NAME']}"
    host = values["HOST"].replace("/", "%2F")
    return f"postgres://{values['USER']}:{values['PASSWORD']}@{host}:{values['PORT']}/{values['NAME']}"
