#!/bin/sh
# Finds a Python, makes .venv, and hands over to scripts/setup.py, which installs and builds.
# May be interrupted and repeated at any point: an unusable .venv is made anew.
set -eu
cd "$(dirname "$0")/.."

fail() {
    printf '\nsetup: %s\n' "$1" >&2
    shift
    for line in "$@"; do printf '       %s\n' "$line" >&2; done
    exit 1
}

# Arguments: a command. True when it is a Python this project runs on.
is_new_enough() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; }

# Arguments: a command. True when that Python can make a virtual environment with pip in it.
can_make_venv() { "$1" -c 'import ensurepip, venv' >/dev/null 2>&1; }

find_python() {
    found=
    for candidate in ${KABINET_PYTHON:-} python3.13 python3.12 python3.11 python3 python; do
        is_new_enough "$candidate" || continue
        found=$candidate
        can_make_venv "$candidate" && return 0
    done
    [ -n "$found" ] || fail "Python 3.11 or newer was not found." \
        "Debian 12+, Ubuntu 24.04+:  apt install python3 python3-venv" \
        "elsewhere:                  https://www.python.org/downloads/" \
        "It is installed under another name? KABINET_PYTHON=/path/to/python3 make setup"
    fail "$found cannot make a virtual environment: its ensurepip module is missing." \
        "Debian, Ubuntu:  apt install python3-venv"
}

if ! .venv/bin/python -c 'import sys, pip; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then
    find_python
    printf 'setup: making .venv with %s\n' "$("$found" --version 2>&1)"
    rm -rf .venv
    "$found" -m venv .venv || fail "making .venv failed; the lines above say why." \
        "Mend that, then repeat the command. Nothing else has to be undone."
fi
exec .venv/bin/python scripts/setup.py "$@"
