"""python -m tests.chaos [--orders 1000] [--seed N]: orders through every trouble; exit status 1 if one went astray."""

import argparse
import os
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from cms.processes.testing import Portal


def arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="make chaos", description="Order while everything breaks; count what arrived."
    )
    parser.add_argument("--orders", type=int, default=1000)
    parser.add_argument("--seconds", type=float, default=180, help="over how long people order")
    parser.add_argument("--seed", type=int, default=int(f"{datetime.now(UTC):%Y%m%d}"), help="another one each day")
    return parser


def main() -> int:
    asked, started = arguments().parse_args(), time.monotonic()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings.test")
    import django

    django.setup()
    from tests.chaos.storm.run import ENVIRONMENT, say, storm

    with (
        tempfile.TemporaryDirectory(prefix="kabinet-chaos-") as folder,
        Portal(Path(folder) / "portal", tick=0, **ENVIRONMENT) as portal,
    ):
        verdict = storm(portal, asked)
    for line in verdict.wrong:
        say(f"  {line}")
    say(f"{time.monotonic() - started:.0f} s")
    print(verdict)
    return 0 if verdict.holds(asked.orders) else 1


if __name__ == "__main__":
    sys.exit(main())
