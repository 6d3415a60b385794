#!/bin/sh
# Sees to it that the local PostgreSQL (Debian's packages) answers and lets this user make databases.
# Starts the cluster and makes the role when run as root; otherwise says what to do.
set -eu

answers() { psql -qAtd postgres -c 'SELECT 1' >/dev/null 2>&1; }
advise() {
    echo "postgres: $1" >&2
    echo "          Or name a server: DATABASE_URL=postgres://user:password@host/database make test-postgres" >&2
    exit 1
}

command -v psql >/dev/null || advise "psql is missing. Debian, Ubuntu: apt install postgresql"
answers && exit 0
[ "$(id -u)" = 0 ] || advise "the local server does not let $(id -un) in. Start it, then: sudo -u postgres createuser -s $(id -un)"

if command -v pg_lsclusters >/dev/null; then
    pg_lsclusters -h | while read -r version cluster _ state _; do
        [ "$state" = online ] || pg_ctlcluster "$version" "$cluster" start
    done
fi
tries=0
until runuser -u postgres -- psql -qAtc 'SELECT 1' >/dev/null 2>&1; do
    tries=$((tries + 1))
    [ $tries -lt 30 ] || advise "the local server does not answer; see /var/log/postgresql"
    sleep 1
done
runuser -u postgres -- createuser -s "$(id -un)" 2>/dev/null || true
answers || advise "the local server does not let $(id -un) in"
