#!/usr/bin/env bash
# One Postgres server over one data folder, until told to stop or until whoever started it is gone.
# DATA: its folder · PORT · SERVER_USER and PASSWORD_FILE: its superuser, made at first start
set -euo pipefail

fail() { echo "$1" >&2; exit 78; }
bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1 || true)
PATH=${bin:+$bin:}$PATH
command -v postgres >/dev/null || fail "Postgres is not installed (Debian: postgresql)."

mkdir -p "$DATA"
identity=()
if [ "$(id -u)" = 0 ]; then # Postgres refuses to run as root.
    identity=(--reuid=postgres --regid=postgres --init-groups)
    chown postgres: "$DATA"
    setpriv "${identity[@]}" -- test -w "$DATA" || fail "The user postgres cannot reach $DATA: choose another folder with the setting Data:Mappe."
fi
as_owner() { setpriv "${identity[@]}" -- "$@"; }

if [ ! -e "$DATA/db" ]; then # Made aside and moved into place: never half there.
    rm -rf "$DATA/new"
    as_owner install -m 600 /dev/null "$DATA/password"
    cat "$PASSWORD_FILE" > "$DATA/password"
    as_owner initdb -D "$DATA/new" --username="$SERVER_USER" --pwfile="$DATA/password" \
        --auth=scram-sha-256 --encoding=UTF8 --locale=C.UTF-8 --no-instructions
    rm "$DATA/password"
    mv "$DATA/new" "$DATA/db"
fi

for _ in $(seq 100); do # A predecessor may still be stopping.
    pid=$(head -1 "$DATA/db/postmaster.pid" 2>/dev/null || true)
    [ -n "$pid" ] && kill -0 "$pid" 2>/dev/null || break
    sleep 0.1
done

setpriv "${identity[@]}" --pdeathsig INT -- postgres -D "$DATA/db" -p "$PORT" \
    -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c cluster_name=boligsosial \
    -c max_connections=300 -c shared_buffers=256MB -c effective_cache_size=1GB -c random_page_cost=1.1 \
    -c max_wal_size=2GB -c checkpoint_timeout=15min -c fsync=on -c synchronous_commit=on -c log_timezone=UTC -c timezone=UTC &
server=$!
trap 'kill -INT $server 2>/dev/null || true' TERM INT HUP # INT: stop at once, in good order
status=0
while kill -0 $server 2>/dev/null; do
    status=0
    wait $server || status=$?
done
exit $status
