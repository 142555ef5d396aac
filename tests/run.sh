#!/usr/bin/env bash
# Builds CorridorSim once and runs every test; the last line is "N passed, N failed".
# CHROMIUM_PATH, REDIS_SERVER_PATH and HAPROXY_PATH may name an existing browser, server and proxy; else Debian's packages are installed.
set -uo pipefail

cd -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")/.." || exit 1
# Test programs at once: a third on two cores gains little, and pages answer later than tests of them should wait.
at_most=2

stop() {
  echo "tests/run.sh: $1" >&2
  exit 1
}

as_root() {
  if [[ $(id -u) -eq 0 ]]; then "$@"; else sudo -n "$@"; fi
}

first_of() {
  local name
  for name in "$@"; do command -v "$name" && return 0; done
  return 1
}

install_what_is_missing() {
  local packages=()
  [[ -n ${CHROMIUM_PATH:-} ]] || first_of chromium chromium-browser >/dev/null || packages+=(chromium)
  [[ -n ${REDIS_SERVER_PATH:-} ]] || first_of redis-server >/dev/null || packages+=(redis-server)
  [[ -n ${HAPROXY_PATH:-} ]] || first_of haproxy /usr/sbin/haproxy >/dev/null || packages+=(haproxy)
  first_of pdftotext >/dev/null && first_of pdftoppm >/dev/null || packages+=(poppler-utils)
  if command -v dpkg-query >/dev/null; then
    local package
    for package in fonts-dejavu-core fonts-liberation python3 python3-venv python3-pip python3-pandas python3-scipy r-base-core r-cran-jsonlite; do
      dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || packages+=("$package")
    done
  fi
  [[ ${#packages[@]} -gt 0 ]] || return 0

  local wanted="${packages[*]}" log
  command -v apt-get >/dev/null || stop "the tests need $wanted and there is no apt-get; install them, or set CHROMIUM_PATH, REDIS_SERVER_PATH and HAPROXY_PATH."
  [[ $(id -u) -eq 0 ]] || command -v sudo >/dev/null || stop "the tests need $wanted; install them as root (apt-get install $wanted)."
  echo "Installing $wanted"
  log=$(mktemp)
  # The server must not be started by its installation: the tests start their own on a free port.
  if ! { as_root apt-get update -q &&
         as_root env DEBIAN_FRONTEND=noninteractive RUNLEVEL=1 apt-get install -q -y --no-install-recommends "${packages[@]}"; } </dev/null >"$log" 2>&1; then
    local reason
    reason=$(grep -m 1 -E '^(E:|sudo:)' "$log")
    rm -f "$log"
    stop "could not install $wanted (${reason:-apt-get failed}); install them by hand and try again."
  fi
  rm -f "$log"
}

install_what_is_missing
CHROMIUM_PATH=${CHROMIUM_PATH:-$(first_of chromium chromium-browser)}
REDIS_SERVER_PATH=${REDIS_SERVER_PATH:-$(first_of redis-server)}
HAPROXY_PATH=${HAPROXY_PATH:-$(first_of haproxy /usr/sbin/haproxy)}
[[ -x $CHROMIUM_PATH ]] || stop "CHROMIUM_PATH names no program: '$CHROMIUM_PATH'."
[[ -x $REDIS_SERVER_PATH ]] || stop "REDIS_SERVER_PATH names no program: '$REDIS_SERVER_PATH'."
[[ -x $HAPROXY_PATH ]] || stop "HAPROXY_PATH names no program: '$HAPROXY_PATH'."
export CHROMIUM_PATH REDIS_SERVER_PATH HAPROXY_PATH

dotnet build CorridorSim.sln -c Release -v q --nologo </dev/null || stop "the build failed; the lines above say where."

# Most tests start the program many times over; machine code made ahead of time halves each start. Only code is taken over.
# It needs one more package: without it the tests run the program as it was built, and take longer.
precompile() {
  local ready assembly folder
  local publish=(dotnet publish src/CorridorSim.Cli -c Release -p:PublishReadyToRun=true -v q --nologo)
  ready=$(mktemp -d)
  if "${publish[@]}" --no-build -o "$ready" </dev/null >/dev/null 2>&1 || "${publish[@]}" -o "$ready" </dev/null >/dev/null 2>&1; then
    for folder in src/CorridorSim.Cli tests/CorridorSim.Cli.Tests tests/CorridorSim.Dashboard.Tests; do
      for assembly in "$ready"/*.dll; do
        [[ ! -e $folder/bin/Release/net10.0/${assembly##*/} ]] || cp -f "$assembly" "$folder/bin/Release/net10.0/"
      done
    done
  fi
  rm -rf "$ready"
}
precompile
# Counting calls for a second compilation pays in long runs only.
export DOTNET_TieredPGO=0

# Started in the background a shell ignores interrupts, and so would all that the tests start and interrupt.
afresh=(env --default-signal=INT)
"${afresh[@]}" true 2>/dev/null || afresh=()

results=$(mktemp -d)
begun_at=$results/begun
touch "$begun_at"
trap 'rm -rf "$results"' EXIT

run_project() {
  local name=$1 begun=$SECONDS
  # A skipped test is a test that nobody runs: it counts as failed.
  "${afresh[@]}" "tests/$name/bin/Release/net10.0/$name" -noColor -noLogo -failSkips </dev/null >"$results/$name.log" 2>&1
  echo $? >"$results/$name.exit"
  echo $((SECONDS - begun)) >"$results/$name.seconds"
}

# The client for Python, under Debian's Python where there is one; its tests start the program that was built above.
run_python() {
  local python=/usr/bin/python3 begun=$SECONDS ran bad
  [[ -x $python ]] || python=python3
  CORRIDORSIM=$PWD/src/CorridorSim.Cli/bin/Release/net10.0/corridorsim "${afresh[@]}" "$python" -m unittest discover src/clients/python/tests \
    </dev/null >"$results/python.log" 2>&1
  echo $? >"$results/python.exit"
  echo $((SECONDS - begun)) >"$results/python.seconds"
  ran=$(sed -nE 's/^Ran ([0-9]+) tests?.*/\1/p' "$results/python.log" | tail -n 1)
  # Failures, errors and skipped tests, as its last line counts them.
  bad=$(tail -n 1 "$results/python.log" | tr -c '0-9\n' ' ' | awk '{ for (i = 1; i <= NF; i++) sum += $i } END { print sum + 0 }')
  [[ -z $ran ]] || echo "   python Total: $ran, Errors: 0, Failed: $bad" >>"$results/python.log"
}

# The longest first: begun late, one of them would run on alone.
names=(CorridorSim.Dashboard.Tests CorridorSim.Cli.Tests)
for project in tests/*.Tests/*.csproj; do
  name=$(basename "$project" .csproj)
  [[ " ${names[*]} " == *" $name "* ]] || names+=("$name")
done
for name in "${names[@]}"; do
  while [[ $(jobs -rp | wc -l) -ge $at_most ]]; do wait -n; done
  run_project "$name" &
done
while [[ $(jobs -rp | wc -l) -ge $at_most ]]; do wait -n; done
run_python &
wait
names+=(python)

passed=0
failed=0
for name in "${names[@]}"; do
  counts=$(grep -E "^ +$name +Total: " "$results/$name.log" | tail -n 1)
  count() { sed -nE "s/.*\\b$1: ([0-9]+).*/\\1/p" <<<"$counts"; }
  total=$(count Total)
  bad=$(($(count Failed) + $(count Errors) + 0))
  # A project that crashed, or that failed without a count, is one failure.
  if [[ -z $total ]] || [[ $(<"$results/$name.exit") != 0 && $bad -eq 0 ]]; then bad=$((bad + 1)); fi
  good=$((${total:-0} > bad ? ${total:-0} - bad : 0))
  if [[ $bad -gt 0 ]]; then cat "$results/$name.log"; fi
  echo "$name: $good passed, $bad failed, $(<"$results/$name.seconds") s"
  passed=$((passed + good))
  failed=$((failed + bad))
done

# What ships is read by many tests at once: one that writes there, if only for a moment, makes others fail now and then.
changed=$(find scenarios docs -newer "$begun_at")
if [[ -n $changed ]]; then
  echo "A test wrote where it should only read; it must write to a copy. Changed: ${changed//$'\n'/, }"
  failed=$((failed + 1))
else
  passed=$((passed + 1))
fi

if [[ $((passed + failed)) -eq 0 ]]; then echo "tests/run.sh: no test ran." >&2; fi
echo "$passed passed, $failed failed"
[[ $failed -eq 0 && $passed -gt 0 ]]
