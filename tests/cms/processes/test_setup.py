"""`make setup` on a machine that lacks something says what to install."""

import os
import shutil
import subprocess

import pytest

from cms.processes.specs import BASE_DIR

# A Python whose version and modules are as told: it answers the two questions that setup.sh asks.
PYTHON = """#!/bin/sh
case "$2" in
    *version_info*) exit {too_old} ;;
    *ensurepip*) exit {no_ensurepip} ;;
esac
exit 1
"""


@pytest.fixture
def machine(tmp_path):
    """A checkout's scripts on a machine that has a shell and nothing else; returns a function that runs setup there."""
    shutil.copytree(BASE_DIR / "scripts", tmp_path / "scripts")
    commands = tmp_path / "bin"
    commands.mkdir()
    for name in ("sh", "dirname", "rm"):
        (commands / name).symlink_to(shutil.which(name))

    def set_up(**pythons: dict) -> subprocess.CompletedProcess:
        for name, answers in pythons.items():
            (commands / name).write_text(PYTHON.format(**answers))
            (commands / name).chmod(0o755)
        environment = {"PATH": str(commands), "HOME": os.environ.get("HOME", "/")}
        command = ["sh", str(tmp_path / "scripts" / "setup.sh")]
        return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60)

    return set_up


@pytest.mark.parametrize("pythons", [{}, {"python3": {"too_old": 1, "no_ensurepip": 0}}], ids=["none", "too old"])
def test_asks_for_a_python_that_is_new_enough(machine, pythons):
    done = machine(**pythons)
    assert done.returncode == 1
    assert "Python 3.11 or newer was not found" in done.stderr
    assert "apt install python3" in done.stderr


def test_asks_for_the_package_that_debian_splits_off(machine):
    done = machine(python3={"too_old": 0, "no_ensurepip": 1})
    assert done.returncode == 1
    assert "apt install python3-venv" in done.stderr


def test_says_what_to_do_when_the_environment_cannot_be_made(machine):
    done = machine(python3={"too_old": 0, "no_ensurepip": 0})
    assert done.returncode == 1
    assert "repeat the command" in done.stderr
