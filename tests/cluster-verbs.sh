#!/usr/bin/env bash
# Every verb that takes --cluster, alone and on two workers of this machine: both must say the same to the last digit.
# Usage: bash tests/cluster-verbs.sh
set -euo pipefail

cd -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")/.."
source tests/cluster.bash
differences=0

worker_options+=(--verbose)
start_redis
for worker in 1 2; do start_worker $worker; done
await_workers 2

blocks_at_workers() { cat "$work"/worker-*.log | grep -c ' block ' || true; }

# What may differ between two runs of the same: when, how long, where it was written and so under which name.
comparable() { tr ',' '\n' <"$1" | sed -E 's/("(runId|run|folder|[a-zA-Z]*[sS]econds)": *)[^}]*/\1-/'; }

# compare NAME BLOCKS: what it said alone and together, and that the workers did something meanwhile
compare() {
  local blocks=$(($(blocks_at_workers) - $2))
  if [[ -s $work/$1.alone && $blocks -gt 0 ]] && diff <(comparable "$work/$1.alone") <(comparable "$work/$1.together") >"$work/differences"; then
    echo "$1: equal, $blocks blocks by the workers"
  else
    echo "$1: DIFFERS, $blocks blocks by the workers"
    head -n 20 "$work/differences" "$work/$1.error" | cut -c1-300
    differences=$((differences + 1))
  fi
}

# both VERB ARGUMENTS...: STORE stands for a folder of runs, another one each time, so that nothing is taken from the first
both() {
  local verb=$1 before
  before=$(blocks_at_workers)
  "$program" "${@//STORE/$work/store-alone}" >"$work/$verb.alone" 2>"$work/$verb.error" || echo "$verb ended with $?"
  "$program" "${@//STORE/$work/store-together}" --cluster "$cluster" >"$work/$verb.together" 2>>"$work/$verb.error" || echo "$verb on the cluster ended with $?"
  compare "$verb" "$before"
}

scenario=scenarios/us-panama-2022.yaml
small=(--replicates 8 --block-size 4 --json --quiet)
base=$(realpath --relative-to="$work" scenarios)
write_sweep 32

cat >"$work/small.optimise.yaml" <<SEARCH
corridorsim: 1
id: small
base: $base/us-panama-2022.yaml
replicates: 8
levers:
  referrals: { path: agreements.us-panama.referrals.places-per-month, range: [0, 800], step: 200 }
goals:
  admissions:usa-resettlement: { better: more }
search: { method: enumerate, population: 8, check-replicates: 8 }
SEARCH

# A calibration names nothing outside its folder.
cp -r scenarios "$work/scenarios"
cat >"$work/scenarios/small.calibration.yaml" <<FIT
corridorsim: 1
id: small
base: americas-history.yaml
window: { from: 2021-01, to: 2021-06 }
observations: worlds/americas/observations.csv
method: kalman
ensemble: { members: 16, updates: 2, seed: 1, localisation: 2, error-factor: 1.5 }
write: small.csv
series:
  irregular-entries:COL>PAN: { nationalities: [VEN, HTI] }
parameters:
  behaviour.arrival-elasticity: { lognormal: [0.9, 0.3], source: 'of this test' }
  nationality.HTI.pull: { normal: [0, 1.5] }
FIT

both run "$scenario" --runs STORE "${small[@]}"
both compare "$scenario" scenarios/no-pacts.yaml --runs STORE "${small[@]}"
both sweep "$work/clustered.sweep.yaml" --runs STORE --block-size 4 --json --quiet
both why "$scenario" "${small[@]}"
both optimise "$work/small.optimise.yaml" --block-size 8 --json --quiet
both calibrate "$work/scenarios/small.calibration.yaml" --dry --json --quiet
both backtest scenarios/americas-history.yaml --observations scenarios/worlds/americas/observations.csv --from 2022-07 --months 6 --replicates 16 --json --quiet
both verify latest --runs STORE --json

# post URL BODY
post() { curl -sf -H 'content-type: application/json' -d "$2" "$1"; }

# ask NAME [OPTIONS...]: a run and two questions to a server
ask() {
  local name=$1 url job
  "$program" serve --urls http://127.0.0.1:0 --no-example --runs "$work/serve-$name" "${@:2}" >"$work/serve-$name.out" 2>"$work/serve.error" &
  pids[serve]=$!
  until grep -q '^dashboard' "$work/serve-$name.out"; do kill -0 "${pids[serve]}"; sleep 0.1; done
  url=$(sed -nE 's/^dashboard +([^ ]+).*/\1/p' "$work/serve-$name.out")
  until curl -sf "$url/health/ready" >/dev/null; do sleep 0.1; done
  {
    post "$url/api/v1/what-if" '{"scenario":"us-panama-2022","replicates":8}'
    post "$url/api/v1/why" '{"scenario":"us-panama-2022","replicates":8}'
  } >"$work/serve.$name"
  post "$url/api/v1/runs" '{"scenario":"us-panama-2022","replicates":8}' >/dev/null
  until job=$(curl -sf "$url/api/v1/jobs"); grep -qiE '"state":"(done|failed)"' <<<"$job"; do sleep 0.1; done
  curl -sf "$url/api/v1/runs" | grep -oE '"resultHash":"[0-9a-f]{64}"' >>"$work/serve.$name"
  stop serve
}
before=$(blocks_at_workers)
ask alone
ask together --cluster "$cluster"
compare serve "$before"

[[ $differences -eq 0 ]] || { echo "cluster-verbs.sh: $differences verbs differ." >&2; exit 1; }
echo "all equal"
