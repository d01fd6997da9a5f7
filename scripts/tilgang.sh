# shellcheck shell=bash
# Tokens for what runs here, and the access logs.

ANCHORS="$STATE/loggankre"

# token ROLE [--navn NAME] [--skjermet] [--enhet UNIT] [--scope SCOPES]: a bearer token, alone on its line.
token() {
    local form answer file role="${1:-}"
    [[ -n "$role" ]] || fail "which role? ./boligsosial help"
    form="rolle=$role"
    shift
    while (($# > 0)); do
        case "$1" in
            --skjermet) form+="&skjermet=true" ;;
            --navn | --enhet | --scope)
                (($# > 1)) || fail "$1 needs a value"
                form+="&${1#--}=${2// /+}"
                shift
                ;;
            *) fail "token does not know $1" ;;
        esac
        shift
    done

    file="$(mktemp)"
    printf '%s' "$form" >"$file"
    answer="$(http_request POST "$ISSUER_PORT" /token "$file" application/x-www-form-urlencoded)" || answer=""
    rm -f "$file"
    if [[ "${answer%%$'\n'*}" != 200 ]]; then
        fail "no token: ${answer:-the development issuer does not answer on port $ISSUER_PORT; does the system run?}"
    fi
    sed -n 's/.*"access_token": *"\([^"]*\)".*/\1/p' <<<"$answer"
}

# Every service's chain, held against the end that was noted last time: what is kept here is outside the databases.
verify_log() {
    local TOKEN="${BOLIGSOSIAL_TOKEN:-}" service anchor answer broken=0
    TOKEN="${TOKEN:-$(token drift)}"
    mkdir -p "$ANCHORS"
    for service in $(services); do
        anchor="$(cat "$ANCHORS/$service" 2>/dev/null || true)"
        answer="$(http_request GET "$GATEWAY_PORT" "/api/v1/$service/drift/tilgangslogg/verifisering${anchor:+?$anchor}")" || answer="no answer"
        if [[ "${answer%%$'\n'*}" != 200 ]]; then
            fail "$service: $answer"
        fi
        answer="${answer##*$'\n'}"
        if [[ "$answer" == *'"hel":true'* ]]; then
            printf '%s: whole, %s rows\n' "$service" "$(json_value antall <<<"$answer")"
            printf 'nr=%s&hash=%s' "$(json_value sisteNr <<<"$answer")" "$(json_value sisteHash <<<"$answer")" >"$ANCHORS/$service"
        else
            printf '%s: BROKEN: %s\n' "$service" "$(json_value brudd <<<"$answer")"
            broken=1
        fi
    done
    return "$broken"
}

# BoligsosialEnhet → boligsosial-enhet, of those that are programs.
services() {
    local program
    for program in services/*/Program.cs; do
        program="$(basename "$(dirname "$program")")"
        sed 's/\([a-z]\)\([A-Z]\)/\1-\2/g' <<<"$program" | tr '[:upper:]' '[:lower:]'
    done
}

json_value() {
    sed -n "s/.*\"$1\": *\"\([^\"]*\)\".*/\1/p; t; s/.*\"$1\": *\([^,}]*\).*/\1/p"
}
