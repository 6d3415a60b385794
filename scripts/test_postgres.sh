#!/bin/sh
# The tests on PostgreSQL: the server that DATABASE_URL names, else the local one over its socket. Arguments go to pytest.
# Those of the architecture, of the simulator and of the process manager say nothing of it: `make test` has run them.
set -eu
cd "$(dirname "$0")/.."

if [ -z "${DATABASE_URL:-}" ]; then
    sh scripts/local_postgres.sh
    DATABASE_URL=postgres:////var/run/postgresql/kabinet
    export DATABASE_URL
fi
echo "test-postgres: $(echo "$DATABASE_URL" | sed 's#//[^@/]*@#//#')"
WITHOUT_FRONT_END=1 exec sh scripts/test.sh --ignore tests/architecture --ignore tests/integration/simulator \
    --ignore tests/cms/processes "$@"
