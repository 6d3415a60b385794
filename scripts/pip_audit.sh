#!/bin/sh
# Known vulnerabilities of the pinned packages. Those that do not concern the portal are listed here, each with its reason.
set -eu
cd "$(dirname "$0")/.."
exec .venv/bin/pip-audit --progress-spinner off --disable-pip --no-deps -r requirements.txt
