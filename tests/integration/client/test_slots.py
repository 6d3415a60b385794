"""Never more calls to 1C at once than it grants, over threads, processes and machines; who is waited for goes first."""

import os
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager

import pytest
import redis

from cms.processes.readiness import wait_until
from cms.processes.specs import BASE_DIR
from integration.client import Crowded, PortalService, counted, slots

CALLERS = """
import sys
from concurrent.futures import ThreadPoolExecutor
import django
django.setup()
from integration.client import PortalService
print("ready", flush=True)
sys.stdin.readline()
with ThreadPoolExecutor(4) as threads:
    print(sum(bool(answer) for answer in threads.map(lambda _: PortalService().ping(timeout=30), range(8))))
"""
HOLDER = """
import time
import django
django.setup()
from integration.client import slots
with slots.slot("base", 1):
    print("held", flush=True)
    time.sleep(60)
"""
NOBODY = "redis://127.0.0.1:9/0"


@contextmanager
def program(text: str, folder, redis_url: str, onec=None, limit: int = 2):
    """A process of a portal whose data lies in the folder."""
    own = {
        "DJANGO_SETTINGS_MODULE": "cms.settings.dev",
        "PORTAL_DATA": str(folder),
        "REDIS_URL": redis_url,
        "ONEC_URL": onec.base_url if onec else "http://localhost:9/base",
        "ONEC_CONNECTIONS": str(limit),
        "LOG_LEVEL": "ERROR",
    }
    command = [sys.executable, "-c", text]
    streams = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    process = subprocess.Popen(command, env={**os.environ, **own}, cwd=BASE_DIR, **streams)
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def calls_answered(processes: list[subprocess.Popen]) -> int:
    for process in processes:
        assert process.stdout.readline() == "ready\n"
    for process in processes:
        process.stdin.write("go\n")
        process.stdin.flush()
    return sum(int(process.stdout.readline()) for process in processes)


@pytest.mark.parametrize("place", ["one machine without Redis", "three machines with Redis"])
def test_processes_keep_to_the_limit_together(onec, tmp_path, valkey, place):
    """Three processes of four threads each: two calls at a time, and all 24 are answered."""
    apart = place.startswith("three")
    onec.fault({"channel": "B", "path": "ping"}, {"delay": 0.05})
    onec.control("DELETE", "log")
    with ExitStack() as stack:
        folders = [tmp_path / (str(number) if apart else "same") for number in range(3)]
        started = [
            stack.enter_context(program(CALLERS, folder, valkey if apart else NOBODY, onec)) for folder in folders
        ]
        assert calls_answered(started) == 24
    assert onec.at_once() == 2


@pytest.fixture
def limited(settings, onec, tmp_path):
    """limited(n): this process may make n calls to 1C at once."""

    def limit(connections: int) -> None:
        settings.ONEC_CONNECTIONS = connections

    settings.PORTAL_DATA = tmp_path
    return limit


def test_who_waits_in_vain_is_told_that_1c_is_there(limited):
    limited(1)
    started = time.monotonic()
    with slots.slot("base", 1), pytest.raises(Crowded, match="all 1 connections"), slots.slot("base", 0.3):
        pass
    assert 0.3 <= time.monotonic() - started < 2
    with slots.slot("base", 0):
        pass  # what was held is free again
    with slots.slot("base", 1), slots.slot("another base", 0):
        pass


@pytest.mark.parametrize("connections", [1, 3])
def test_an_order_does_not_queue_behind_loads(limited, onec, connections):
    """Eight loads call without a pause, a tenth of a second each; an order is let in at once or after one of them."""
    limited(connections)
    onec.fault({"channel": "B", "path": "ping"}, {"delay": 0.1})
    over = threading.Event()

    def load() -> None:
        with slots.bulk():
            while not over.is_set():
                PortalService().ping(timeout=30)

    with ThreadPoolExecutor(8) as loads:
        running = [loads.submit(load) for _ in range(8)]
        try:
            time.sleep(0.5)
            waited = [_seconds_of_an_urgent_call() for _ in range(5)]
        finally:
            over.set()
        [future.result() for future in running]
    assert sorted(waited)[2] < 0.5  # its own tenth of a second, that of the load before it, and a busy machine


def _seconds_of_an_urgent_call() -> float:
    started = time.monotonic()
    PortalService().ping(timeout=30)
    return time.monotonic() - started


def test_loads_leave_one_connection(limited):
    limited(2)
    with slots.bulk(), slots.slot("base", 0), pytest.raises(Crowded), slots.slot("base", 0.1):
        pass
    with slots.bulk():
        loading = slots.slot("base", 0)
        loading.__enter__()
    with slots.slot("base", 0):
        pass
    loading.__exit__(None, None, None)


def test_the_slots_of_a_killed_process_come_back(limited, tmp_path, valkey, settings):
    limited(1)
    settings.REDIS_URL = valkey
    with program(HOLDER, tmp_path / "elsewhere", valkey, limit=1) as process:
        assert process.stdout.readline() == "held\n"
        with pytest.raises(Crowded), slots.slot("base", 0.1):
            pass
        process.kill()
        process.wait()
    with slots.slot("base", counted.LEASE + 2):
        pass


def test_a_redis_that_forgot_everything_soon_knows_who_calls(limited, valkey, settings, tmp_path):
    limited(1)
    settings.REDIS_URL = valkey
    server = redis.Redis.from_url(valkey)
    with slots.slot("emptied", 1):
        server.flushall()
        wait_until(lambda: server.zcard("kabinet:onec-slots:emptied"), counted.RENEW + 2, "renewal")
    assert not server.zcard("kabinet:onec-slots:emptied")
