"""`manage.py process NAME` becomes the process, as containers and systemd want it."""

import os
import signal
import subprocess
import sys

import pytest

from cms.processes import ports, readiness
from cms.processes.specs import BASE_DIR

COMMAND = [sys.executable, "manage.py", "process"]


@pytest.mark.parametrize(("name", "variable"), [("web", "PORTAL_PORT"), ("events", "EVENTS_PORT")])
def test_serves_until_it_is_told_to_stop(tmp_path, marked, name, variable):
    port = ports.free_port()
    own = {
        variable: str(port),
        "PORTAL_DATA": str(tmp_path),
        "WEB_WORKERS": "1",
        "DJANGO_SETTINGS_MODULE": "cms.settings.dev",
    }
    program = subprocess.Popen([*COMMAND, name], env={**marked.environment, **own}, cwd=BASE_DIR)
    readiness.wait_until(lambda: readiness.answers(f"http://127.0.0.1:{port}/healthz"), 60, name)
    program.send_signal(signal.SIGTERM)
    assert program.wait(20) == 0
    assert marked.wait_until_gone(2) == {}


def test_production_does_not_start_on_a_development_secret(tmp_path):
    own = {"DJANGO_SETTINGS_MODULE": "cms.settings.production", "PORTAL_DATA": str(tmp_path)}
    environment = {key: value for key, value in os.environ.items() if key not in ("SECRET_KEY", "DEMO", "DEBUG")} | own
    done = subprocess.run([*COMMAND, "web"], env=environment, cwd=BASE_DIR, capture_output=True, text=True, timeout=60)
    assert done.returncode != 0
    assert "SECRET_KEY" in done.stderr
