"""`manage.py run`, whole: what it prints, how it ends, and that nothing stays behind."""

import os
import signal
import socket
import subprocess
import sys
import threading
from contextlib import ExitStack

import httpx
import pytest

from cms.processes import ports, readiness
from cms.processes.private_database import private_database
from cms.processes.specs import BASE_DIR, Ports

COMMAND = [sys.executable, "manage.py", "run"]
UP = "Ctrl-C stops everything"
PATIENCE = 240


class Machine:
    """A machine with the portal's data on it; `run` starts the portal there."""

    def __init__(self, folder, marked, database_url):
        self.numbers = {variable: str(ports.free_port()) for variable in Ports.VARIABLES.values()}
        own = {"PORTAL_DATA": str(folder), "DATABASE_URL": database_url, "DJANGO_SETTINGS_MODULE": "cms.settings.dev"}
        self.environment = {**marked.environment, **self.numbers, **own, "DEMO": "1"}
        for name in ("REDIS_URL", "PORTAL_URL", "EVENTS_URL", "ONEC_URL"):
            self.environment.pop(name, None)

    def run(self) -> subprocess.Popen:
        options = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "text": True, "start_new_session": True}
        return subprocess.Popen(COMMAND, env=self.environment, cwd=BASE_DIR, **options)


@pytest.fixture
def machine(tmp_path, marked):
    with ExitStack() as stack:
        yield Machine(tmp_path, marked, stack.enter_context(private_database(tmp_path)))


def output_until_up(program: subprocess.Popen) -> str:
    """What it prints until all is up; fails with it when the program ends before, or takes too long."""
    timer = threading.Timer(PATIENCE, program.terminate)
    timer.start()
    lines = []
    for line in program.stdout:
        lines.append(line)
        if UP in line:
            timer.cancel()
            return "".join(lines)
    timer.cancel()
    pytest.fail("it ended:\n" + "".join(lines))


def test_starts_is_killed_starts_again_and_stops(machine, marked):
    program = machine.run()
    shown = output_until_up(program)
    portal = f"http://localhost:{machine.numbers['PORTAL_PORT']}"
    for address in (f"{portal}/ru/", f"{portal}/kk/", f"{portal}/admin/", machine.numbers["SIMULATOR_PORT"]):
        assert address in shown
    assert shown.count("@demo.kabinet") == 13
    assert readiness.answers(f"{portal}/healthz")
    onec = f"http://127.0.0.1:{machine.numbers['SIMULATOR_PORT']}/_control/webhooks"
    assert httpx.get(onec, trust_env=False).json()["url"] == portal, "what changes in 1C is pushed"

    program.kill()
    program.wait(5)
    assert marked.wait_until_gone(30) == {}

    program = machine.run()
    assert output_until_up(program).count("@demo.kabinet") == 13
    os.killpg(program.pid, signal.SIGINT)
    rest, _ = program.communicate(timeout=60)
    assert (program.returncode, "has stopped" in rest) == (0, True)
    assert marked.wait_until_gone() == {}


def test_a_taken_port_stops_it_before_anything_starts(machine, marked, tmp_path):
    taken = int(machine.numbers["EVENTS_PORT"])
    with socket.create_server(("127.0.0.1", taken)):
        shown, _ = (program := machine.run()).communicate(timeout=60)
    assert program.returncode == 1
    assert f"Port {taken}, wanted for the event stream, is taken by process {os.getpid()}" in shown
    assert f"EVENTS_PORT={taken + 100}" in shown
    assert not (tmp_path / "onec.sqlite3").exists()
    assert marked.wait_until_gone(1) == {}
