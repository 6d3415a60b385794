"""What every test may ask for: the people, a clean memory of access, a private Valkey."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.core.cache import cache

from cms import broker
from cms.access import holder
from cms.processes import valkey as valkey_server
from cms.processes.ports import free_port
from cms.processes.readiness import answers, wait_until
from cms.realtime import publish
from tests.world import World

OF_REAL_PROCESSES = ("tests/chaos/", "tests/processes/", "tests/e2e/", "tests/cms/processes/", "tests/cms/realtime/")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What depends on the clock of a busy machine may try again; a defect fails every time, and reruns are reported."""
    for item in items:
        real = item.nodeid.startswith(OF_REAL_PROCESSES)
        item.add_marker(pytest.mark.flaky(reruns=2 if real else 1))


@pytest.fixture(autouse=True)
def forgotten_access() -> Iterator[None]:
    """The database is rolled back under the process's caches, so they are emptied with it."""
    holder.forget_all()
    cache.clear()
    yield
    holder.forget_all()


@pytest.fixture(autouse=True)
def no_redis_missed(monkeypatch) -> None:
    """What the process found out about Redis in one test is nothing to the next."""
    monkeypatch.setattr(publish, "_missed", False)
    monkeypatch.setattr(broker, "_silent_until", 0.0)


@pytest.fixture
def world(db) -> World:
    """The people of `tests.world`, in the test's own transaction."""
    return World()


@contextmanager
def running_valkey(folder: Path, port: int) -> Iterator[subprocess.Popen]:
    """The portal's private Valkey as a process of its own, ended with the block."""
    command = [sys.executable, "-I", valkey_server.__file__, "--data", str(folder), "--port", str(port)]
    process = subprocess.Popen(command)
    try:
        url = f"redis://:{valkey_server.password(folder)}@127.0.0.1:{port}/0"
        wait_until(lambda: answers(url), 15, "Valkey")
        yield process
    finally:
        process.terminate()
        process.wait(10)


@pytest.fixture(scope="session")
def valkey(tmp_path_factory) -> Iterator[str]:
    """URL of a Valkey that this test process alone uses."""
    folder, port = tmp_path_factory.mktemp("valkey"), free_port()
    with running_valkey(folder, port):
        yield f"redis://:{valkey_server.password(folder)}@127.0.0.1:{port}/0"
