#!/usr/bin/env bash
# Kills run, sweep, rename, tag and delete at random moments (kill -9) while others work on the same store. After each kill the store must be
# listed without a word on standard error, and every run in it must open; at the end every run is verified and nothing half is left.
# Usage: bash tests/store-kills.sh [kills, 100 unless told]
set -euo pipefail

cd -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")/.."
program=${CORRIDORSIM:-./corridorsim}
"$program" --version >/dev/null
kills=${1:-100}
work=$(mktemp -d)
store=$work/runs
trap 'rm -rf "$work"' EXIT
stop() {
  echo "store-kills.sh: $1" >&2
  exit 1
}

"$program" new "$work/made" --tiny >/dev/null
cat >"$work/made/kill.sweep.yaml" <<'SWEEP'
corridorsim: 1
id: kill
base: displaced-schemes.yaml
set: { horizon.to: 2022-12 }
factors:
  places: { path: measures.GBR.family-scheme.places-per-month, kind: lever, range: [2000, 20000] }
design: { kind: latin-hypercube, points: 24 }
replicates: 1
record: [admissions]
SWEEP
run() { "$program" run "$work/made/mine.yaml" --replicates 2 --to 2022-12 --runs "$store" --quiet "$@"; }
run --name steady >/dev/null

declare -A counts
for ((kill = 1; kill <= kills; kill++)); do
  verbs=(run sweep resume rename tag delete)
  verb=${verbs[$((RANDOM % ${#verbs[@]}))]}
  newest=$("$program" list --runs "$store" --json 2>/dev/null | sed -nE 's/^      "id": "(displaced|mine)(.*)",$/\1\2/p' | head -1)
  case $verb in
    run) command=(run "$work/made/mine.yaml" --replicates 2 --to 2022-12 --runs "$store" --quiet) ;;
    sweep) command=(sweep "$work/made/kill.sweep.yaml" --runs "$store" --quiet --block-size 2) ;;
    resume) command=(sweep "$work/made/kill.sweep.yaml" --runs "$store" --quiet --block-size 2 --resume) ;;
    rename) command=(rename steady steady --runs "$store") ;;
    tag) command=(tag steady "t$((RANDOM % 20))" --runs "$store") ;;
    delete) command=(delete "$newest" --runs "$store") ;;
  esac
  [[ $verb != delete || $(ls -d "$store"/*/ | wc -l) -gt 1 ]] || continue
  run >/dev/null 2>&1 &
  beside=$!
  "$program" "${command[@]}" >/dev/null 2>&1 &
  victim=$!
  sleep "0.$((RANDOM % 10))$((RANDOM % 10))"
  kill -9 "$victim" 2>/dev/null || true
  wait "$victim" 2>/dev/null || true
  wait "$beside" || stop "a run beside kill $kill of $verb failed"
  words=$("$program" list --runs "$store" 2>&1 >/dev/null) || stop "after kill $kill of $verb the store cannot be listed: $words"
  [[ -z $words ]] || stop "after kill $kill of $verb: $words"
  "$program" query "select count(*) from series" --runs "$store" >/dev/null || stop "after kill $kill of $verb the store cannot be asked"
  counts[$verb]=$((${counts[$verb]:-0} + 1))
done

run >/dev/null
verified=0
for folder in "$store"/mine-*/; do
  "$program" verify "$(basename "$folder")" --runs "$store" --scenarios "$work/made" >/dev/null || stop "$(basename "$folder") is not what was written"
  verified=$((verified + 1))
done
[[ -z $(find "$store" -maxdepth 1 -name '.tmp-*') ]] || stop "$(find "$store" -maxdepth 1 -name '.tmp-*') is left"
for verb in "${!counts[@]}"; do echo "$verb killed ${counts[$verb]} times"; done
echo "the store was whole after each; $verified runs verified"
