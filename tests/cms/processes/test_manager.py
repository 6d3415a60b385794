"""The manager starts in order, stops in reverse order, and leaves no process behind, whatever ends it."""

import os
import pty
import signal
import subprocess
import sys

import pytest

from cms.processes.specs import BASE_DIR

PROGRAM = [sys.executable, "-m", "tests.cms.processes.three_processes"]


def start(marked, first_ends_after: float = 120) -> subprocess.Popen:
    """The program, once all of its processes have said hello."""
    command = [*PROGRAM, str(first_ends_after)]
    options = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "text": True, "start_new_session": True}
    return subprocess.Popen(command, env=marked.environment, cwd=BASE_DIR, **options)


def read_until(program: subprocess.Popen, *wanted: str) -> list[str]:
    """Lines up to the one by which all that is wanted has been seen."""
    lines, missing = [], set(wanted)
    while missing:
        line = program.stdout.readline()
        assert line, f"ended without {missing}: {lines}"
        lines.append(line)
        missing = {text for text in missing if text not in line}
    return lines


def running(marked) -> subprocess.Popen:
    program = start(marked)
    read_until(program, "web       | hello", "worker    | hello", "all up")
    return program


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_stops_all_in_reverse_order(marked, number):
    program = running(marked)
    os.killpg(program.pid, number)  # a terminal signals its whole foreground group
    output, _ = program.communicate(timeout=30)
    said_bye = [line.split()[1] for line in output.splitlines() if line.endswith("bye")]
    assert (program.returncode, said_bye[-1], set(said_bye)) == (0, "valkey", {"valkey", "web", "worker"})
    assert marked.wait_until_gone() == {}


def test_a_killed_manager_leaves_nothing_behind(marked):
    program = running(marked)
    program.kill()
    program.wait(5)
    assert marked.wait_until_gone() == {}


def test_a_closed_terminal_ends_all(marked):
    ours, theirs = pty.openpty()
    command = ["setsid", "--ctty", *PROGRAM, "120"]
    program = subprocess.Popen(
        command, env=marked.environment, cwd=BASE_DIR, stdin=theirs, stdout=theirs, stderr=theirs
    )
    os.close(theirs)
    seen = b""
    while b"all up" not in seen:
        seen += os.read(ours, 4096)
    os.close(ours)
    assert program.wait(30) == 0
    assert marked.wait_until_gone() == {}


def test_a_process_that_ends_ends_the_others_and_is_named(marked):
    program = start(marked, first_ends_after=1.5)
    output, _ = program.communicate(timeout=30)
    assert program.returncode == 1
    assert "valkey stopped by itself with code 0" in output
    assert marked.wait_until_gone() == {}
