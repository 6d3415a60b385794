"""The private Valkey: starts anywhere, keeps its data, belongs to one portal, and goes when the portal goes."""

import signal
import stat
import subprocess
import sys
from contextlib import contextmanager

import pytest
import redis

from cms.processes import ports, readiness, specs
from cms.processes.valkey import FOLDER, PASSWORD_FILE, private_redis_url


class Server:
    """A private Valkey on a port of its own."""

    def __init__(self, data, environment=None):
        self.port = ports.free_port()
        self.url = private_redis_url(data, self.port)
        self.spec = specs.valkey(self.port, data, self.url)
        self.guard = subprocess.Popen(self.spec.guarded(), stdin=subprocess.PIPE, env=environment)
        readiness.wait_until(lambda: readiness.answers(self.url), 15, "valkey")

    def client(self) -> redis.Redis:
        return redis.Redis.from_url(self.url, decode_responses=True)

    def end(self, number: signal.Signals = signal.SIGTERM) -> None:
        self.guard.send_signal(number)
        self.guard.wait(10)
        self.guard.stdin.close()


@contextmanager
def running(data, environment=None):
    server = Server(data, environment)
    try:
        yield server
    finally:
        server.end()


def test_answers_with_its_password_alone(tmp_path):
    with running(tmp_path) as server:
        assert server.client().ping()
        with pytest.raises(redis.AuthenticationError):
            redis.Redis(port=server.port).ping()


def test_keeps_its_secrets_to_its_owner(tmp_path):
    with running(tmp_path):
        for name in (PASSWORD_FILE, "valkey.conf"):
            assert stat.S_IMODE((tmp_path / FOLDER / name).stat().st_mode) == 0o600


def test_the_password_is_made_once(tmp_path):
    assert private_redis_url(tmp_path, 1) == private_redis_url(tmp_path, 1)


def test_never_evicts_a_queued_task(tmp_path):
    with running(tmp_path) as server:
        assert server.client().config_get("maxmemory-policy") == {"maxmemory-policy": "noeviction"}


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGUSR1], ids=["stopped", "power cut"])
def test_keeps_its_data_over_a_restart(tmp_path, number):
    server = Server(tmp_path)
    server.client().set("order", "placed")
    server.client().execute_command("WAITAOF", 1, 0, 5000)  # written to disk, as happens by itself every second
    server.end(number)
    with running(tmp_path) as again:
        assert again.client().get("order") == "placed"


def test_a_folder_serves_one_server(tmp_path):
    with running(tmp_path) as server:
        second = specs.valkey(ports.free_port(), tmp_path, server.url)
        done = subprocess.run(second.argv, capture_output=True, text=True, timeout=15)
    assert done.returncode == 1
    assert "is in use" in done.stderr
    assert "PORTAL_DATA" in done.stderr


STARTER = """
import subprocess, sys, time
guard = subprocess.Popen(sys.argv[1:], stdin=subprocess.PIPE)
print("up", flush=True)
time.sleep(60)
"""


def test_goes_when_its_starter_is_killed(tmp_path, marked):
    port = ports.free_port()
    url = private_redis_url(tmp_path, port)
    command = [sys.executable, "-c", STARTER, *specs.valkey(port, tmp_path, url).guarded()]
    starter = subprocess.Popen(command, env=marked.environment)
    readiness.wait_until(lambda: readiness.answers(url), 15, "valkey")
    starter.kill()
    starter.wait(5)
    assert marked.wait_until_gone() == {}
    assert not readiness.answers(url)


def test_a_machine_without_any_server_is_told_what_to_do(tmp_path):
    python, isolated, *rest = specs.valkey(ports.free_port(), tmp_path, "").argv
    command = [python, isolated, "-S", *rest]  # -S: without installed packages
    done = subprocess.run(command, capture_output=True, text=True, env={"PATH": "/nonexistent"}, timeout=15)
    assert done.returncode == 1
    assert "REDIS_URL" in done.stderr
