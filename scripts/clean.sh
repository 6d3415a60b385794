#!/bin/sh
# Deletes what the commands installed, built and cached. The demo's data (var/) stays; it goes by `rm -rf var`.
set -eu
cd "$(dirname "$0")/.."
rm -rf .venv build frontend/node_modules frontend/dist .pytest_cache .ruff_cache .hypothesis .import_linter_cache .schemathesis
find . -name __pycache__ -type d -prune -exec rm -rf {} +
find locale -name '*.mo' -delete
