# shellcheck shell=bash
# What the commands share. Sourced by ./boligsosial, which sets ROOT and STATE.

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 ASPIRE_CLI_TELEMETRY_OPTOUT=true
# Build nodes would outlive the command.
export MSBUILDDISABLENODEREUSE=1

say() {
    printf '%s\n' "$*" >&2
}

fail() {
    printf '\n%s\n' "boligsosial: $*" >&2
    exit 1
}

has() {
    command -v "$1" >/dev/null 2>&1
}

# http_request METHOD PORT PATH [FILE CONTENT-TYPE]: the status on the first line, then headers, a blank line and the
# body. With TOKEN set, it is sent. HTTP/1.0, so that the answer comes in one piece. Plain bash, because a fresh machine may lack curl.
http_request() {
    local method="$1" port="$2" path="$3" file="${4:-}" type="${5:-}" connection
    { exec {connection}<>"/dev/tcp/localhost/$port"; } 2>/dev/null || return 1
    {
        printf '%s %s HTTP/1.0\r\nHost: localhost:%s\r\n' "$method" "$path" "$port"
        if [[ -n "${TOKEN:-}" ]]; then
            printf 'Authorization: Bearer %s\r\n' "$TOKEN"
        fi
        if [[ -n "$file" ]]; then
            printf 'Content-Type: %s\r\nContent-Length: %s\r\n\r\n' "$type" "$(stat -c %s "$file")"
            cat "$file"
        else
            printf '\r\n'
        fi
    } >&"$connection"
    # «HTTP/1.1 200 OK» becomes «200».
    timeout 120 cat <&"$connection" | tr -d '\r' | sed '1s/^HTTP[^ ]* \([0-9]*\).*/\1/'
    exec {connection}>&-
}

http_status() {
    local answer
    answer="$(http_request "$@" 2>/dev/null)" || return 1
    printf '%s\n' "${answer%%$'\n'*}"
}

port_answers() {
    (exec 3<>"/dev/tcp/localhost/$1") 2>/dev/null
}
