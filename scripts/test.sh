# shellcheck shell=bash
# All test projects of the solution, counted together.

RESULTS="$STATE/testresultater"

run_tests() {
    local filter=() ended=0
    if (($# > 0)); then
        filter=(--filter "$(as_expression "$1")")
    fi

    set_up
    ensure_browser
    dotnet build Boligsosial.sln --configuration Release --verbosity quiet -consoleLoggerParameters:NoSummary || fail "it does not build"

    rm -rf "$RESULTS"
    # One project at a time: several of them start servers.
    dotnet test Boligsosial.sln --configuration Release --no-build -maxcpucount:1 \
        --logger trx --results-directory "$RESULTS" "${filter[@]}" || ended=$?
    report "$ended"
}

# A bare word is part of a name; an expression of dotnet test is taken as it is.
as_expression() {
    if [[ "$1" == *[=~]* ]]; then
        printf '%s\n' "$1"
    else
        printf 'FullyQualifiedName~%s\n' "$1"
    fi
}

# A run that broke off counts as a failure, though no test says so.
report() {
    local ended="$1" passed failed
    passed="$(sum_of passed)"
    failed="$(sum_of failed)"
    # Of what is found when the tests are over (a fødselsnummer in a log), dotnet test shows no more than that it was.
    { grep -rhE --include='*.trx' -A 25 '^\[xUnit.net .* threw in ' "$RESULTS" || true; } | sed -nE 's/^\[xUnit.net [0-9:.]+\] +//p'
    if ((ended != 0 && failed == 0)); then
        say "A test run broke off without a result, or failed when its tests were over."
        failed=1
    fi
    printf '%s passed, %s failed\n' "$passed" "$failed"
    ((failed == 0 && passed > 0))
}

# sum_of passed|failed, over the <Counters> of every result file.
sum_of() {
    { grep -rohsE --include='*.trx' '<Counters [^>]*>' "$RESULTS" || true; } |
        sed -E "s/.* $1=\"([0-9]+)\".*/\1/" | awk '{ sum += $1 } END { print sum + 0 }'
}
