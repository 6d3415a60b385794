#!/bin/sh
# The tests on PostgreSQL: the server that DATABASE_URL names, else the local one over its socket. Arguments go to pytest.
# Those of the architecture, the simulator, the process manager, the client of 1C and the bench say nothing of it, and the
# walks through business processes ask the same of it as the tests of modules: `make test` has run them.
set -eu
cd "$(dirname "$0")/.."

if [ -z "${DATABASE_URL:-}" ]; then
    sh scripts/local_postgres.sh
    DATABASE_URL=postgres:////var/run/postgresql/kabinet
    export DATABASE_URL
fi
echo "test-postgres: $(echo "$DATABASE_URL" | sed 's#//[^@/]*@#//#')"
WITHOUT_FRONT_END=1 exec sh scripts/test.sh --ignore tests/architecture --ignore tests/integration/simulator \
    --ignore tests/cms/processes --ignore tests/integration/client --ignore tests/bench --ignore tests/processes "$@"
