#!/bin/sh
# Every check of the sources. Runs all of them, then names those that failed.
set -eu
cd "$(dirname "$0")/.."
failed=

# Arguments: a name to show, then the command.
check() {
    name=$1
    shift
    printf 'lint: %s\n' "$name"
    "$@" || failed="$failed
  $name"
}

check "style (ruff)" .venv/bin/ruff check .
check "format (ruff)" .venv/bin/ruff format --check --quiet .
check "layers (import-linter)" .venv/bin/lint-imports
check "Django checks" env DEMO=1 .venv/bin/python manage.py check --fail-level WARNING
check "Django checks, production" sh scripts/check_production.sh
check "migrations complete" .venv/bin/python manage.py makemigrations --check --dry-run
check "translations complete" .venv/bin/python scripts/messages.py check
check "texts marked for translation" .venv/bin/python scripts/lint_texts.py
check "dependencies (pip-audit, npm audit)" .venv/bin/python scripts/audit.py
check "front end (eslint, tsc)" sh scripts/npm.sh run --silent lint
check "deploy files" .venv/bin/python scripts/lint_deploy.py
check "documents keep up" .venv/bin/python scripts/lint_docs.py

[ -z "$failed" ] || { printf 'lint: failed:%s\n' "$failed" >&2; exit 1; }
echo "lint: all clean"
