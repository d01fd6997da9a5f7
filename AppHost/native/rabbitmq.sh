#!/usr/bin/env bash
# One RabbitMQ node over one data folder, with an epmd of its own, until told to stop or until whoever started it is gone.
# DATA: its folder · PORT, EPMD_PORT, DIST_PORT · SERVER_USER and PASSWORD_FILE: its administrator, made at first start
set -euo pipefail

fail() { echo "$1" >&2; exit 78; }
server=/usr/lib/rabbitmq/bin/rabbitmq-server # Debian's on the PATH is a wrapper that changes user and folder.
[ -x $server ] || server=$(command -v rabbitmq-server) || fail "RabbitMQ is not installed (Debian: rabbitmq-server)."

mkdir -p "$DATA"
umask 077
cat > "$DATA/rabbitmq.conf" <<CONF
default_user = $SERVER_USER
default_pass = $(cat "$PASSWORD_FILE")
log.console.level = warning
CONF
echo "[]." > "$DATA/enabled_plugins"
identity=()
if [ "$(id -u)" = 0 ]; then
    identity=(--reuid=rabbitmq --regid=rabbitmq --init-groups)
    chown -R rabbitmq: "$DATA"
    setpriv "${identity[@]}" -- test -w "$DATA" || fail "The user rabbitmq cannot reach $DATA: choose another folder with the setting Data:Mappe."
fi

export HOME=$DATA ERL_EPMD_PORT=$EPMD_PORT ERL_EPMD_ADDRESS=127.0.0.1
export RABBITMQ_NODENAME=boligsosial@localhost RABBITMQ_NODE_IP_ADDRESS=127.0.0.1 RABBITMQ_NODE_PORT=$PORT RABBITMQ_DIST_PORT=$DIST_PORT
export RABBITMQ_MNESIA_BASE=$DATA/mnesia RABBITMQ_LOG_BASE=$DATA/log RABBITMQ_LOGS=- RABBITMQ_CONF_ENV_FILE=/dev/null
export RABBITMQ_CONFIG_FILE=$DATA/rabbitmq.conf RABBITMQ_ENABLED_PLUGINS_FILE=$DATA/enabled_plugins
export RUNNING_UNDER_SYSTEMD=true # The script then becomes the server instead of minding it: one process to stop.
cd "$DATA"

# Should this script be killed, they are killed with it.
setpriv "${identity[@]}" --pdeathsig KILL -- epmd -port "$EPMD_PORT" -address 127.0.0.1 &
epmd=$!
setpriv "${identity[@]}" --pdeathsig KILL -- "$server" &
node=$!
trap 'kill -TERM $node 2>/dev/null || true' TERM INT HUP
status=0
while kill -0 $node 2>/dev/null; do
    status=0
    wait $node || status=$?
done
kill $epmd 2>/dev/null || true
exit $status
