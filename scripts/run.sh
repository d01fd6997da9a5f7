# shellcheck shell=bash
# Starting and stopping. AppHost owns every other process; this owns AppHost.

LOG="$STATE/apphost.log"
PID_FILE="$STATE/apphost.pid"
DATA="$STATE/data"
DEMO_STOCK="$ROOT/demo/aalesund-boliger.csv"
REGISTER=/api/v1/boligregister/boliger
LEASES=/api/v1/boligregister/leieforhold
READY_WITHIN=300
STOPPED_WITHIN=60
GATEWAY_PORT="${Gateway__Port:-8080}"
ISSUER_PORT="${Utsteder__Port:-8090}"
DASHBOARD_PORT="${Dashboard__Port:-18888}"

run() {
    local detach=false open=false reset=false
    for option in "$@"; do
        case "$option" in
            --detach) detach=true ;;
            --open-dashboard) open=true ;;
            --reset) reset=true ;;
            *) fail "run does not know $option" ;;
        esac
    done

    if [[ -n "$(running_processes)" ]]; then
        fail "it already runs from this clone; end it with ./boligsosial stop"
    fi
    if port_answers "$GATEWAY_PORT"; then
        fail "port $GATEWAY_PORT is in use by another program; set Gateway__Port to a free one"
    fi
    if port_answers "$ISSUER_PORT"; then
        fail "port $ISSUER_PORT is in use by another program; set Utsteder__Port to a free one"
    fi
    for port in "$DASHBOARD_PORT" $((DASHBOARD_PORT + 1)) $((DASHBOARD_PORT + 2)); do
        if port_answers "$port"; then
            fail "port $port is in use by another program; set Dashboard__Port to the first of three free ones"
        fi
    done
    if $open; then
        export ASPIRE_DASHBOARD_UNSECURED_ALLOW_ANONYMOUS=true
    fi

    set_up
    build_app
    if $reset; then
        say "Deleting $DATA …"
        rm -rf "$DATA" "$ANCHORS"
    fi

    trap 'say "Stopping …"; stop; exit 130' INT TERM HUP
    start_app
    wait_until_ready
    load_demo_stock
    load_demo_life
    local dashboard
    dashboard="$(dashboard_url)"
    printf 'Boligsosial is ready: http://localhost:%s · dashboard %s\n' "$GATEWAY_PORT" "$dashboard"

    if ! $detach; then
        say "Ctrl-C ends it. Its log: $LOG"
        local code=0
        wait "$(<"$PID_FILE")" || code=$?
        stop
        exit "$code"
    fi
    trap - INT TERM HUP
}

# A digest of name, size and time of every file that AppHost and what it starts are built from.
source_digest() {
    {
        aspire_packages
        find . -maxdepth 1 -type f \( -name '*.props' -o -name '*.targets' -o -name '*.json' -o -name .editorconfig \) \
            -printf '%p %s %T@\n'
        find AppHost ServiceDefaults gateway services standins utsteder \( -name bin -o -name obj \) -prune \
            -o -type f -printf '%p %s %T@\n' 2>/dev/null || true
    } | LC_ALL=C sort | sha256sum
}

build_app() {
    local digest
    digest="$(source_digest)"
    if [[ -f AppHost/bin/Release/net10.0/AppHost.dll && "$digest" == "$(cat "$STATE/built" 2>/dev/null)" ]]; then
        return
    fi
    say "Building …"
    rm -f "$STATE/built"
    dotnet build AppHost --configuration Release --verbosity quiet -consoleLoggerParameters:NoSummary >&2 || fail "it does not build"
    printf '%s\n' "$digest" >"$STATE/built"
}

# A session of its own: Ctrl-C in this terminal must reach AppHost once, as our SIGTERM, and its children not at all.
# BOLIGSOSIAL_RUN is inherited by everything started, and is how stop knows them.
start_app() {
    say "Starting …"
    # Development: with the issuer of utsteder/, which gives everyone a token. For a municipality's own issuers see docs/drift.md.
    export DOTNET_ENVIRONMENT="${DOTNET_ENVIRONMENT:-Development}"
    export ASPNETCORE_URLS="${ASPNETCORE_URLS:-http://localhost:$DASHBOARD_PORT}"
    export ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL="${ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL:-http://localhost:$((DASHBOARD_PORT + 1))}"
    export ASPIRE_RESOURCE_SERVICE_ENDPOINT_URL="${ASPIRE_RESOURCE_SERVICE_ENDPOINT_URL:-http://localhost:$((DASHBOARD_PORT + 2))}"
    export ASPIRE_ALLOW_UNSECURED_TRANSPORT="${ASPIRE_ALLOW_UNSECURED_TRANSPORT:-true}"

    (
        cd "$ROOT/AppHost" || exit
        BOLIGSOSIAL_RUN="$ROOT" exec setsid dotnet bin/Release/net10.0/AppHost.dll
    ) </dev/null >"$LOG" 2>&1 &
    printf '%s\n' "$!" >"$PID_FILE"
}

wait_until_ready() {
    local pid deadline=$((SECONDS + READY_WITHIN))
    pid="$(<"$PID_FILE")"
    until [[ "$(http_status GET "$GATEWAY_PORT" /health)" == 200 ]]; do
        if ! kill -0 "$pid" 2>/dev/null; then
            give_up "it ended before it was ready"
        elif ((SECONDS > deadline)); then
            give_up "it was not ready within $READY_WITHIN seconds"
        fi
        sleep 0.2
    done
}

give_up() {
    say "--- the end of $LOG"
    tail -n 30 "$LOG" >&2
    say "---"
    stop
    fail "$1"
}

# Only into an empty register: what somebody has changed is theirs.
load_demo_stock() {
    local count answer TOKEN
    if [[ ! -f "$DEMO_STOCK" ]]; then
        return
    fi
    TOKEN="$(token aake-utleie)"
    count="$(http_request GET "$GATEWAY_PORT" "$REGISTER/antall")" || give_up "the register does not answer"
    if [[ "${count%%$'\n'*}" != 200 ]]; then
        say "$count"
        give_up "the register does not let us in"
    fi
    if ! grep -qE '"totalt": *0[^0-9]' <<<"$count"; then
        return
    fi
    say "Loading the demo stock …"
    answer="$(http_request POST "$GATEWAY_PORT" "$REGISTER/import" "$DEMO_STOCK" text/csv)" || answer="no answer"
    if [[ "${answer%%$'\n'*}" != 200 ]]; then
        say "$answer"
        give_up "the demo stock was not accepted"
    fi
}

# A year of life in the demo stock, played through the API: only where nobody rents yet.
load_demo_life() {
    local count
    if [[ ! -f "$DEMO_STOCK" ]]; then
        return
    fi
    count="$(TOKEN="$(token aake-utleie)" http_request GET "$GATEWAY_PORT" "$LEASES/antall")" || give_up "the register does not answer"
    if ! grep -qE '"totalt": *0[^0-9]' <<<"$count"; then
        return
    fi
    say "Playing a year of life …"
    dotnet build demo/Demoliv --configuration Release --verbosity quiet -consoleLoggerParameters:NoSummary >&2 || give_up "the demo does not build"
    BOLIGSOSIAL_TOKEN="$(token aake-utleie)" dotnet demo/Demoliv/bin/Release/net10.0/Demoliv.dll \
        "http://localhost:$GATEWAY_PORT" "$(TZ=Europe/Oslo date +%F)" >&2 ||
        say "The year of life was not played to its end; the system runs with what there is."
}

# The link that lets one in: with the token, or, where the dashboard is open to everyone, without.
dashboard_url() {
    local url="" said="Login to the dashboard at" deadline=$((SECONDS + 20))
    if [[ "${ASPIRE_DASHBOARD_UNSECURED_ALLOW_ANONYMOUS:-}" == true ]]; then
        said="Now listening on:"
    fi
    while [[ -z "$url" ]] && ((SECONDS < deadline)); do
        url="$(sed -n "s/.*$said \(http[^ ]*\).*/\1/p" "$LOG" | tail -n 1)"
        [[ -n "$url" ]] || sleep 0.2
    done
    printf '%s\n' "${url:-not started}"
}

stop() {
    local left pid=""
    left="$(running_processes)"
    if [[ -z "$left" ]]; then
        rm -f "$PID_FILE"
        say "Nothing runs."
        return
    fi
    if [[ -f "$PID_FILE" ]]; then
        pid="$(<"$PID_FILE")"
    fi
    # AppHost tells the engine, and the engine ends the rest. Without AppHost, the engine notices by itself.
    if [[ -n "$pid" && $'\n'"$left"$'\n' == *$'\n'"$pid"$'\n'* ]]; then
        kill -TERM "$pid" 2>/dev/null || true
    fi

    local deadline=$((SECONDS + STOPPED_WITHIN))
    while left="$(still_running "$left")" && [[ -n "$left" ]]; do
        if ((SECONDS > deadline)); then
            say "Not ended within $STOPPED_WITHIN seconds, killing: $(tr '\n' ' ' <<<"$left")"
            xargs kill -KILL <<<"$left" 2>/dev/null || true
            deadline=$((SECONDS + STOPPED_WITHIN))
        fi
        sleep 0.1
    done
    rm -f "$PID_FILE"
    say "Stopped."
}

# Every process that carries our mark, and all below them: a server may have overwritten its own environment.
running_processes() {
    local marked
    marked="$(grep -lszxF "BOLIGSOSIAL_RUN=$ROOT" /proc/[0-9]*/environ 2>/dev/null | cut -d/ -f3)" || true
    if [[ -z "$marked" ]]; then
        return
    fi
    awk -v marked="$marked" '
        $1 == "Pid:" { pid = $2 }
        $1 == "State:" { dead[FILENAME] = ($2 == "Z") }
        $1 == "PPid:" && !dead[FILENAME] { parent[pid] = $2 }
        END {
            count = split(marked, roots, "\n")
            for (i = 1; i <= count; i++) if (roots[i] in parent) ours[roots[i]] = 1
            do {
                found = 0
                for (pid in parent) if (!(pid in ours) && (parent[pid] in ours)) { ours[pid] = 1; found = 1 }
            } while (found)
            for (pid in ours) print pid
        }' /proc/[0-9]*/status 2>/dev/null || true
}

# Those of the given that are left, and what they may have started meanwhile.
still_running() {
    {
        running_processes
        for pid in $1; do
            if grep -qs '^State:[[:space:]]*[^Z]' "/proc/$pid/status"; then
                printf '%s\n' "$pid"
            fi
        done
    } | sort -u
}
