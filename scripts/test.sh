#!/bin/sh
# Every test this machine can run, and a word on each part that it cannot. Arguments go to pytest.
set -eu
cd "$(dirname "$0")/.."

left_out=
if [ -z "${DATABASE_URL:-}" ]; then
    left_out="$left_out
  PostgreSQL: these tests ran on SQLite; make test-postgres runs them on PostgreSQL"
fi
browser=$(.venv/bin/python scripts/browser.py || true)
if [ -z "$browser" ]; then
    left_out="$left_out
  browser tests: no Chromium was found (Debian: apt install chromium), then: make e2e"
else
    left_out="$left_out
  browser tests: make e2e runs them"
fi

started=$(date +%s)
status=0
if [ -z "${WITHOUT_FRONT_END:-}" ] && [ $# -eq 0 ]; then
    echo "test: front end"
    sh scripts/npm.sh run --silent test || status=1
fi
# One process more than cores: a good part of the tests wait for processes of their own.
.venv/bin/python -m pytest -n "${TEST_PROCESSES:-$(($(nproc) + 1))}" --ignore tests/e2e "$@" || status=$?
echo "test: $(($(date +%s) - started)) s. Left out here:$left_out"
exit $status
