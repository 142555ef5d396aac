#!/usr/bin/env bash
# Processor time of a sweep with telemetry against without, in turns: bash tests/telemetry-cost.sh ENDPOINT [sweep file] [rounds]
# ENDPOINT takes OTLP over HTTP, such as http://127.0.0.1:4318. Processor time is told because other jobs disturb it less than the clock.
set -euo pipefail

cd -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")/.."
endpoint=${1:?name an endpoint that takes OTLP over HTTP, such as http://127.0.0.1:4318}
sweep=${2:-scenarios/quota-enforcement.sweep.yaml}
rounds=${3:-5}
program=${CORRIDORSIM:-./corridorsim}
"$program" --version >/dev/null
store=$(mktemp -d)
trap 'rm -rf "$store"' EXIT

# User and system time of one sweep in an empty store, seconds.
seconds() {
  local TIMEFORMAT='%U %S' spent
  rm -rf "${store:?}/runs"
  spent=$({ time env "$@" "$program" sweep "$sweep" --runs "$store/runs" --quiet >/dev/null 2>&1; } 2>&1)
  awk '{ print $1 + $2 }' <<<"$spent"
}

seconds NOTHING=1 >/dev/null
for ((round = 1; round <= rounds; round++)); do
  without=$(seconds NOTHING=1)
  with=$(seconds OTEL_EXPORTER_OTLP_ENDPOINT="$endpoint" OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf)
  awk -v w="$with" -v o="$without" -v r="$round" 'BEGIN { printf "round %d: without %.2f s, with %.2f s, ratio %.3f\n", r, o, w, w / o }'
done | tee "$store/rounds"
sed 's/.*ratio //' "$store/rounds" | sort -n | awk '{ r[NR] = $1 } END { print "median ratio " (NR % 2 ? r[(NR + 1) / 2] : (r[NR / 2] + r[NR / 2 + 1]) / 2) }'
