"""100 callers in two processes: one load."""

import json
import os
import subprocess
import sys


def test_100_callers_in_two_processes_one_load(in_valkey, tmp_path):
    command = [sys.executable, "-m", "tests.integration.cache.caller", in_valkey, str(tmp_path), "50"]
    options = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True, "env": os.environ}
    processes = [subprocess.Popen(command, **options) for _ in range(2)]
    try:
        assert [process.stdout.readline() for process in processes] == ["ready\n"] * 2
        for process in processes:
            process.stdin.write("go\n")
            process.stdin.flush()
        answers = [json.loads(process.stdout.readline()) for process in processes]
    finally:
        for process in processes:
            process.kill()
            process.communicate()
    (made,) = [path.name for path in tmp_path.iterdir()]
    assert answers == [{made: 50}, {made: 50}]
