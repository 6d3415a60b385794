"""The tests' own portal: real processes that can be killed one by one, and are gone afterwards."""

import subprocess
import sys

import pytest
import redis

from cms.processes import readiness
from cms.processes.specs import BASE_DIR
from cms.processes.testing import Portal

PROGRAM = """
import sys, time
from pathlib import Path
from cms.processes.testing import Portal
with Portal(Path(sys.argv[1])) as portal:
    portal.start("valkey", "worker")
    print("up", flush=True)
    time.sleep(120)
"""


@pytest.fixture
def portal(tmp_path, marked, monkeypatch):
    monkeypatch.setenv(*marked.variable)
    with Portal(tmp_path) as portal:
        yield portal
    assert marked.wait_until_gone(5) == {}


def test_a_killed_process_starts_again_on_the_same_data(portal):
    portal.start("valkey", "worker", "web")
    with redis.Redis.from_url(portal.redis_url) as client:
        client.set("kept", "1")
        client.execute_command("WAITAOF", 1, 0, 5000)
    for name in ("worker", "valkey"):
        portal.kill(name)
        assert not portal.is_running(name)
    portal.start("valkey", "worker")
    with redis.Redis.from_url(portal.redis_url) as client:
        assert client.get("kept") == b"1"
    assert portal.log("worker").count(" ready.") == 2
    assert readiness.answers(f"{portal.url}/healthz")


def test_a_process_that_cannot_start_shows_its_log(portal):
    portal.environment["DATABASE_URL"] = "nonsense://"
    with pytest.raises(readiness.NotReady, match="web ended with code"):
        portal.start("web")


def test_leaves_nothing_behind_when_the_tests_are_killed(tmp_path, marked):
    command = [sys.executable, "-c", PROGRAM, str(tmp_path)]
    environment = dict(marked.environment, DATABASE_URL="")  # SQLite: the killed cannot drop a database on a server
    program = subprocess.Popen(command, env=environment, cwd=BASE_DIR, stdout=subprocess.PIPE, text=True)
    assert program.stdout.readline() == "up\n"
    program.kill()
    program.wait(5)
    assert marked.wait_until_gone() == {}
