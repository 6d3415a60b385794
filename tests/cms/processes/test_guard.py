"""The guard ends its command together with whoever started it."""

import signal
import subprocess
import sys
import time

import pytest

from cms.processes.specs import Spec

STUBBORN = "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('up', flush=True); time.sleep(60)"
FAMILY = (
    "import subprocess, sys, time;"
    "child = [sys.executable, '-c', 'import time; time.sleep(60)'];"
    "subprocess.Popen(child); print('up', flush=True); time.sleep({seconds})"
)


def guarded(code: str, marked, grace: float = 5) -> subprocess.Popen:
    """Starts Python code behind a guard and waits until it has printed its first line."""
    spec = Spec("test", [sys.executable, "-c", code], grace)
    options = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True, "start_new_session": True}
    process = subprocess.Popen(spec.guarded(), env=marked.environment, **options)
    assert process.stdout.readline() == "up\n"
    return process


def test_ends_the_command_when_its_starter_is_gone(marked):
    process = guarded(FAMILY.format(seconds=60), marked)
    process.stdin.close()
    assert process.wait(10) == 128 + signal.SIGTERM
    assert marked.wait_until_gone(2) == {}


def test_kills_a_command_that_ignores_the_request_after_the_grace(marked):
    process = guarded(STUBBORN, marked, grace=0.5)
    started = time.monotonic()
    process.terminate()
    assert process.wait(10) == 128 + signal.SIGKILL
    assert time.monotonic() - started >= 0.5
    assert marked.wait_until_gone(2) == {}


def test_a_power_cut_waits_for_nobody(marked):
    process = guarded(STUBBORN, marked, grace=30)
    process.send_signal(signal.SIGUSR1)
    assert process.wait(5) == 128 + signal.SIGKILL
    assert marked.wait_until_gone(2) == {}


def test_leaves_no_grandchild_when_the_command_ends_by_itself(marked):
    process = guarded(FAMILY.format(seconds=0.2), marked)
    assert process.wait(10) == 0
    assert marked.wait_until_gone(2) == {}


def test_dies_hard_and_takes_the_command_along(marked):
    process = guarded("import time; print('up', flush=True); time.sleep(60)", marked)
    process.kill()
    assert process.wait(5) == -signal.SIGKILL
    assert marked.wait_until_gone(2) == {}


@pytest.mark.parametrize("arguments", [[], ["--grace", "1", "--"], ["sleep", "1"]])
def test_says_how_it_is_used(arguments):
    guard = Spec("test", []).guarded()[:4]
    done = subprocess.run([*guard, *arguments], capture_output=True, text=True, stdin=subprocess.DEVNULL)
    assert (done.returncode, "usage" in done.stderr) == (2, True)


def test_names_a_command_that_does_not_exist():
    guard = Spec("test", ["no-such-command"]).guarded()
    done = subprocess.run(guard, capture_output=True, text=True)
    assert (done.returncode, "no-such-command" in done.stderr) == (127, True)
