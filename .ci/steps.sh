# The steps of .ci/run, as functions. Read, not run.

JVMS=/usr/lib/jvm
PACKAGES=(
    bubblewrap            # the jail of the simulated machines
    maven
    openjdk-17-jdk-headless
    busybox-static        # the smallest sh that machines have
    openssh-client        # plain ssh and scp, to compare with
    openssh-server        # the real sshd behind the tests of the SSH communicator
    packer                # what we have to match
    procps
    python3-venv          # for moto
)

step() { printf '\n=== %s [%s]\n' "$*" "$(date -u +%T)"; }

fail() {
    echo "$*" >&2
    exit 1
}

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi
}

is_installed() { [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null)" = installed ]; }

# RUNLEVEL=1 keeps Debian from starting the SSH daemon that it has just installed.
install_debian_packages() {
    local missing=() package
    for package in "${PACKAGES[@]}"; do
        is_installed "$package" || missing+=("$package")
    done
    if [ ${#missing[@]} = 0 ]; then
        echo "Debian's packages are all there."
        return
    fi
    echo "Installing ${missing[*]}"
    as_root apt-get update -qq
    as_root env RUNLEVEL=1 DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}"
}

# sshd refuses to start without it.
prepare_sshd() {
    [ -d /run/sshd ] || as_root mkdir -m 0755 /run/sshd
}

oldest_python() {
    local python
    for python in python3.10 python3.11 python3.12 python3.13 /usr/bin/python3; do
        if "$python" -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 10))' 2>/dev/null; then
            echo "$python"
            return
        fi
    done
    fail 'No Python of 3.10 or newer with venv was found; moto needs one.'
}

# Into .venv, which git ignores; MOTO_SERVER tells the tests where it is.
install_moto() {
    export MOTO_SERVER=$ROOT/.venv/bin/moto_server
    if ! cmp -s .ci/requirements.txt .venv/installed.txt; then
        rm -rf .venv
        "$(oldest_python)" -m venv .venv
        .venv/bin/pip install --quiet --disable-pip-version-check --requirement .ci/requirements.txt
        cp .ci/requirements.txt .venv/installed.txt
    fi
    echo "moto: $MOTO_SERVER"
}

# "17 /usr/lib/jvm/openjdk-17" and so on, one JDK with a compiler a line, by version.
jdks() {
    local release
    for release in "$JVMS"/*/release; do
        [ -x "${release%/release}/bin/javac" ] || continue
        echo "$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$release") ${release%/release}"
    done | sort -n
}

newest_jdk() { jdks | tail -1 | cut -d' ' -f1; }

use_jdk() {
    JAVA_HOME=$(jdks | awk -v version="$1" '$1 == version { print $2; exit }')
    [ -n "$JAVA_HOME" ] || fail "No JDK $1 in $JVMS."
    export JAVA_HOME PATH="$JAVA_HOME/bin:$PATH"
    java -version
}

# The line under the heading comment '<!-- command: NAME -->' of README.md, so that what is tested is what is written.
readme_command() {
    local command
    command=$(awk -v mark="<!-- command: $1 -->" '$0 == mark { seen = 1 } seen && fenced { print; exit } seen && /^```/ { fenced = 1 }' README.md)
    [ -n "$command" ] || fail "README.md has no command marked '$1'."
    echo "$command"
}

# Builds the example in simulated clouds; pipefail hands on its exit code.
run_first_command() {
    local command log=target/first-command.log
    command=$(readme_command first)
    mkdir -p target
    echo "\$ $command"
    bash -c "$command" </dev/null 2>&1 | tee "$log"
    grep -qF '==> Builds finished. The artifacts of successful builds are:' "$log" || fail 'The builds have not finished.'
    grep -qE 'us-east-1: ami-[0-9a-f]+' "$log" || fail 'There is no AMI.'
    grep -qE -- '--> digitalocean: A snapshot was created: .*ID: [0-9]+' "$log" || fail 'There is no snapshot.'
    grep -qxF 'Left in the clouds: none' "$log" || fail 'Something is left in the simulated clouds.'
}

# In the folder given: README.md's test command, and that every peer must be there.
run_tests() {
    local command
    command="$(readme_command test) -Dpeers=required"
    if [ -d "$CONTRACTS" ]; then
        command+=" -Dcontracts.dir='$CONTRACTS'"
    else
        echo "There is no $CONTRACTS: the tests that hold us to the providers' API descriptions are skipped."
    fi
    echo "\$ $command"
    (cd "$1" && bash -c "$command" </dev/null)
}

# The sources as they lie here, changed or not, without what was built from them.
copy_of_the_sources() {
    local copy=$ROOT/target/newest-jdk
    rm -rf "$copy"
    mkdir -p "$copy"
    git ls-files -z --cached --others --exclude-standard | tar --null --files-from=- --ignore-failed-read -cf - | tar -xf - -C "$copy"
    echo "$copy"
}

# Marks all that is started from here on, and notes what runs already.
remember_processes() {
    export PACKER_BUILD_CI_RUN=$$-$RANDOM$RANDOM
    PROCESSES_BEFORE=" $(echo $(ps -eo pid=)) "
}

# One line for each process that this run has started and that still lives, but for the shells that look.
left_processes() {
    local pid command
    for pid in $(ps -eo pid=); do
        case "$PROCESSES_BEFORE $$ $BASHPID " in *" $pid "*) continue ;; esac
        command=$(cat "/proc/$pid/cmdline" 2>/dev/null | tr '\0' ' ')
        [ -n "$command" ] || continue
        case "$command" in *.ci/run*) continue ;; esac
        if grep -qzF "PACKER_BUILD_CI_RUN=$PACKER_BUILD_CI_RUN" "/proc/$pid/environ" 2>/dev/null \
            || [[ "$command $(readlink "/proc/$pid/cwd" || true)" == *"$ROOT"* ]]; then
            echo "$pid $command"
        fi
    done
}

check_nothing_is_left() {
    local left attempt
    for attempt in 1 2 3 4 5 6 7 8 9 10; do
        left=$(left_processes)
        [ -n "$left" ] || return 0
        sleep 1
    done
    fail "Still running:
$left"
}
