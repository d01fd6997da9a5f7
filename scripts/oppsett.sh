# shellcheck shell=bash
# Set-up of this machine: which packages the feed has, Aspire's engine, the servers. Done once, safe to repeat and to
# interrupt: everything is made beside its place and moved there when whole.

ENGINE="$STATE/aspire"
ENGINE_VERSION=13.5.4

set_up() {
    has dotnet || fail "the .NET 10 SDK is needed: https://dotnet.microsoft.com/download"
    mkdir -p "$STATE"
    exec {setup_lock}>"$STATE/oppsett.lock"
    flock "$setup_lock"
    choose_packages
    if [[ "$(aspire_packages)" == false ]]; then
        fetch_engine
        # The stand-ins run no containers, also where Docker answers.
        export Infrastruktur__Modus="${Infrastruktur__Modus:-native}"
    fi
    ensure_servers
    exec {setup_lock}>&-
}

# --- Aspire and Refit: packages, or standins/ -------------------------------------------------------------------------

aspire_packages() {
    if [[ -n "${AspirePackages:-}" ]]; then
        printf '%s\n' "$AspirePackages"
    else
        sed -n 's:.*<AspirePackages.*>\(true\|false\)</AspirePackages>.*:\1:p' "$STATE/oppsett.props"
    fi
}

choose_packages() {
    if [[ -n "${AspirePackages:-}" || -f "$STATE/oppsett.props" ]]; then
        return
    fi
    say "Looking for Aspire and Refit in the package feed …"
    local answer
    answer="$(packages_restore)"
    remember_packages "$answer"
    if [[ "$answer" == true ]]; then
        say "  they restore."
    else
        say "  they do not restore: standins/ serves instead."
    fi
}

remember_packages() {
    cat >"$STATE/oppsett.props.new" <<XML
<Project><PropertyGroup><AspirePackages Condition="'\$(AspirePackages)' == ''">$1</AspirePackages></PropertyGroup></Project>
XML
    mv "$STATE/oppsett.props.new" "$STATE/oppsett.props"
}

# Tries a project of its own with every package that has a stand-in, in the versions of Directory.Packages.props.
# Only «no such package» is an answer; a feed out of reach is not.
packages_restore() {
    local probe log
    probe="$(mktemp -d)"
    cat >"$probe/probe.csproj" <<XML
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <TargetFramework>net10.0</TargetFramework>
    <ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally>
  </PropertyGroup>
  <ItemGroup>
    <PackageReference Include="Aspire.Hosting.AppHost;Aspire.Hosting.PostgreSQL;Aspire.Hosting.RabbitMQ" />
    <PackageReference Include="Aspire.Hosting.Testing;Aspire.Npgsql;Aspire.RabbitMQ.Client;Refit" />
    <PackageDownload Include="Aspire.AppHost.Sdk" Version="[\$(AspireVersion)]" />
  </ItemGroup>
</Project>
XML
    cp "$ROOT/Directory.Packages.props" "$probe/"
    printf '<Project />\n' | tee "$probe/Directory.Build.props" >"$probe/Directory.Build.targets"
    find "$ROOT" -maxdepth 1 -iname nuget.config -exec cp {} "$probe/" \;
    if log="$(dotnet restore "$probe/probe.csproj" 2>&1)"; then
        printf 'true\n'
    elif grep -q 'NU110[123]' <<<"$log" && ! grep -q 'NU1301' <<<"$log"; then
        printf 'false\n'
    else
        rm -rf "$probe"
        fail "could not find out which packages the feed has:"$'\n'"$log"
    fi
    rm -rf "$probe"
}

# --- Aspire's engine (DCP) and dashboard, which the packages would have brought ---------------------------------------

engine_is_whole() {
    [[ -x "$ENGINE/bundle/dcp/dcp" && -x "$ENGINE/bundle/managed/aspire-managed" ]]
}

fetch_engine() {
    if engine_is_whole; then
        return
    fi
    has npm || fail "Aspire's engine comes from npm here, and npm is missing: install Node.js 20 or later"
    local package fresh="$ENGINE.new"
    package="@microsoft/aspire-cli-linux-$(engine_architecture)@$ENGINE_VERSION"
    say "Fetching Aspire's engine and dashboard ($package) …"

    rm -rf "$fresh"
    mkdir -p "$fresh/bin" "$fresh/home"
    npm pack --silent --pack-destination "$fresh" "$package" >/dev/null 2>"$fresh/log" ||
        fail "npm could not fetch $package:"$'\n'"$(cat "$fresh/log")"
    tar -xzf "$fresh"/*.tgz -C "$fresh/bin" --strip-components=2 package/bin/aspire
    HOME="$fresh/home" "$fresh/bin/aspire" setup --non-interactive >"$fresh/log" 2>&1 ||
        fail "aspire setup failed:"$'\n'"$(cat "$fresh/log")"

    # The link that it made names this folder by its full path, and the folder moves.
    ln -sfn "versions/$(basename "$(readlink -f "$fresh/bundle")")" "$fresh/bundle"
    rm -rf "${fresh:?}"/{*.tgz,log,home} "$ENGINE"
    mv "$fresh" "$ENGINE"
    engine_is_whole || fail "$package did not unpack as expected; look in $ENGINE"
}

engine_architecture() {
    case "$(uname -m)" in
        x86_64) printf 'x64\n' ;;
        aarch64) printf 'arm64\n' ;;
        *) fail "Aspire's engine is not made for $(uname -m)" ;;
    esac
}

# --- Postgres and RabbitMQ: given, in containers, or as programs of this machine --------------------------------------

ensure_servers() {
    if connection_strings_given || { [[ "${Infrastruktur__Modus:-auto}" != native ]] && container_engine_answers; }; then
        return
    fi
    local missing=()
    postgres_is_here || missing+=(postgresql)
    rabbitmq_is_here || missing+=(rabbitmq-server)
    install_packages "Postgres and RabbitMQ" "${missing[@]}"
}

ensure_browser() {
    if grep -rqs --include='*.csproj' 'Microsoft.Playwright' tests && ! has chromium && ! has chromium-browser; then
        install_packages "the tests in a browser" chromium
    fi
}

connection_strings_given() {
    compgen -e | grep -q '^ConnectionStrings__'
}

container_engine_answers() {
    { has docker && timeout 10 docker info >/dev/null 2>&1; } || { has podman && timeout 10 podman info >/dev/null 2>&1; }
}

postgres_is_here() {
    has postgres || compgen -G '/usr/lib/postgresql/*/bin/postgres' >/dev/null
}

# Not in everyone's PATH: Debian puts it in /usr/sbin.
rabbitmq_is_here() {
    has rabbitmq-server || [[ -x /usr/sbin/rabbitmq-server ]]
}

# install_packages WHAT-FOR PACKAGE…
install_packages() {
    local purpose="$1"
    shift
    if (($# == 0)); then
        return
    fi
    local as_root=()
    if ((EUID != 0)); then
        as_root=(sudo)
    fi
    if ! has apt-get || ! may_become_root; then
        fail "$(what_is_needed "$purpose" "$@")"
    fi

    say "Installing $* for $purpose …"
    local log="$STATE/apt.log"
    if ! "${as_root[@]}" bash -c "$(declare -f install_without_starting); install_without_starting \"\$@\"" - "$@" >"$log" 2>&1; then
        tail -n 20 "$log" >&2
        fail "apt-get could not install $* ($log)"
    fi
}

may_become_root() {
    ((EUID == 0)) || { has sudo && { sudo -n true 2>/dev/null || [[ -t 0 ]]; }; }
}

what_is_needed() {
    local purpose="$1"
    shift
    cat <<TEXT
$purpose: Docker or Podman, servers of your own, or Debian packages, and this user may not install any. One of
  - as root: apt-get install $*
  - start Docker or Podman
  - set ConnectionStrings__* to servers that run
TEXT
}

# Runs as root. Debian starts a service when it installs one; ours run on their own ports, from their own folders.
install_without_starting() {
    set -euo pipefail
    export DEBIAN_FRONTEND=noninteractive
    policy=/usr/sbin/policy-rc.d
    if [[ ! -e "$policy" ]]; then
        trap 'rm -f "$policy"' EXIT
        printf '#!/bin/sh\nexit 101\n' >"$policy"
        chmod +x "$policy"
    fi

    apt-get -o DPkg::Lock::Timeout=300 update
    apt-get -o DPkg::Lock::Timeout=300 install -y --no-install-recommends "$@"

    if [[ -d /run/systemd/system ]]; then
        for service in postgresql rabbitmq-server epmd.socket epmd; do
            if [[ " $* " == *" ${service%%.*} "* || "$service" == epmd* && " $* " == *" rabbitmq-server "* ]]; then
                systemctl disable --now "$service" || true
            fi
        done
    fi
}
