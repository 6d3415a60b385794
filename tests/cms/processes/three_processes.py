"""A program that runs three processes under the portal's manager, as `manage.py run` does with more of them."""

import os
import sys

from cms.processes.manager import PortalManager, ProcessEnded, Stop
from cms.processes.specs import Spec

# A process with a child of its own that is not told of the end: a web server or a worker pool.
CODE = """
import signal, subprocess, sys, time
child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(120)"])
def end(*_):
    print("bye", flush=True)
    sys.exit(0)
signal.signal(signal.SIGTERM, end)
print("hello", flush=True)
time.sleep(float(sys.argv[1]))
"""


def process(name: str, seconds: float = 120) -> Spec:
    return Spec(name, [sys.executable, "-c", CODE, str(seconds)], grace=5)


def main(first_ends_after: float) -> int:
    try:
        with PortalManager(dict(os.environ), os.getcwd()) as manager:
            manager.start(process("valkey", first_ends_after))
            manager.once(Spec("prepare", [sys.executable, "-c", "print('prepared')"], runs_on=False))
            manager.start(process("web"), process("worker"))
            manager.say("all up")
            manager.watch()
    except Stop:
        print("stopped")
        return 0
    except ProcessEnded as error:
        print(error)
        return 1


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1])))
