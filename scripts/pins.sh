#!/bin/sh
# Compiles requirements*.in into requirements*.txt: every package pinned, for each Python and platform the portal runs on.
# UPGRADE="package package" raises those; UPGRADE=all raises all.
set -eu
cd "$(dirname "$0")/.."

.venv/bin/python -m venv build/pins
build/pins/bin/pip install --quiet --disable-pip-version-check uv==0.13.9

set --
for package in ${UPGRADE:-}; do
    if [ "$package" = all ]; then set -- --upgrade; else set -- "$@" --upgrade-package "$package"; fi
done
compile() {
    SSL_CERT_FILE=${SSL_CERT_FILE:-/etc/ssl/certs/ca-certificates.crt} build/pins/bin/uv pip compile --quiet \
        --universal --python-version 3.11 --no-header --no-emit-index-url "$@"
}
compile "$@" requirements.in -o requirements.txt
compile "$@" requirements-dev.in -o requirements-dev.txt
rm -rf build/pins
