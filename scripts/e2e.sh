#!/bin/sh
# Browser tests: the whole portal in Chromium. Arguments go to pytest.
set -eu
cd "$(dirname "$0")/.."

CHROMIUM=$(.venv/bin/python scripts/browser.py) || {
    echo "e2e: no Chromium was found. Debian, Ubuntu: apt install chromium. Installed elsewhere? CHROMIUM=/path/to/it make e2e" >&2
    exit 1
}
export CHROMIUM
mkdir -p build
exec .venv/bin/python -m pytest tests/e2e "$@"
