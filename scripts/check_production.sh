#!/bin/sh
# Django's deployment checks on the production settings, with a secret that is good enough and of no use.
set -eu
cd "$(dirname "$0")/.."
DJANGO_SETTINGS_MODULE=cms.settings.production
SECRET_KEY=$(.venv/bin/python -c 'import secrets; print(secrets.token_urlsafe(64))')
ALLOWED_HOSTS=portal.example.com
PORTAL_URL=https://portal.example.com
PORTAL_DATA=$(mktemp -d)
export DJANGO_SETTINGS_MODULE SECRET_KEY ALLOWED_HOSTS PORTAL_URL PORTAL_DATA
trap 'rm -rf "$PORTAL_DATA"' EXIT
env -u DEMO -u DEBUG .venv/bin/python manage.py check --deploy --fail-level WARNING
