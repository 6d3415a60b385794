"""Prints the path of a Chromium for the browser tests; exits 1 when there is none. Standard library only."""

import os
import shutil
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def find() -> str | None:
    """CHROMIUM names one; otherwise the first known name on PATH."""
    named = os.environ.get("CHROMIUM")
    return named or next((path for path in map(shutil.which, NAMES) if path), None)


if __name__ == "__main__":
    found = find()
    if not found:
        sys.exit(1)
    print(found)
