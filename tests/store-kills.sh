#!/usr/bin/env bash
# Kills run, sweep, register, rename, tag and delete at random moments (kill -9) while others work on the same store. After each kill the store
# must be listed without a word on standard error and every run in it must open, after one of register every registered forecast must be whole;
# at the end forecasts are looked at again, every run is verified and nothing half is left.
# Usage: bash tests/store-kills.sh [kills, 100 unless told]
set -euo pipefail

cd -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")/.."
. tests/program.bash
kills=${1:-100}
work=$(mktemp -d)
store=$work/runs
trap 'rm -rf "$work"' EXIT
stop() {
  echo "store-kills.sh: $1" >&2
  exit 1
}

. tests/store.bash
make_small kill 24
run() { "$program" run "$work/made/mine.yaml" --replicates 2 --to 2022-12 --runs "$store" --quiet "$@"; }
run --name steady >/dev/null

forecasts=$work/forecasts
{
  echo series,nationality,month,value,source
  for month in 01 02 03 04 05 06 07 08 09 10 11 12; do echo "irregular-entries:COL>PAN,ALL,2022-$month,1${month}00,made"; done
} >"$work/known.csv"
mkdir "$forecasts"
are_forecasts_whole() {
  local name
  for name in $(ls "$forecasts"); do
    # 5: none of its months has come yet.
    "$program" score "$name" --observations "$work/known.csv" --forecasts "$forecasts" >/dev/null 2>&1 || [[ $? -eq 5 ]] || return 1
  done
}

# A busy machine may need longer than a question may take: such a one is put again.
can_be_asked() {
  local attempt said
  for attempt in {1..60}; do
    said=$("$program" query "select count(*) from series" --runs "$store" 2>&1 >/dev/null) && return 0
    [[ $said == *"and was stopped; ask for less"* ]] || break
  done
  echo "$said" >&2
  return 1
}

declare -A counts
for ((kill = 1; kill <= kills; kill++)); do
  verbs=(run sweep resume register rename tag delete)
  verb=${verbs[$((RANDOM % ${#verbs[@]}))]}
  newest=$("$program" list --runs "$store" --json 2>/dev/null | sed -nE 's/^      "id": "(displaced|mine)(.*)",$/\1\2/p' | head -1)
  case $verb in
    run) command=(run "$work/made/mine.yaml" --replicates 2 --to 2022-12 --runs "$store" --quiet) ;;
    sweep) command=(sweep "$work/made/kill.sweep.yaml" --runs "$store" --quiet --block-size 2) ;;
    resume) command=(sweep "$work/made/kill.sweep.yaml" --runs "$store" --quiet --block-size 2 --resume) ;;
    register)
      command=(register scenarios/americas-history.yaml --until 2023-02 --name "f$kill" --observations "$work/known.csv" --forecasts "$forecasts" --replicates 2 --quiet)
      ;;
    rename) command=(rename steady steady --runs "$store") ;;
    tag) command=(tag steady "t$((RANDOM % 20))" --runs "$store") ;;
    delete) command=(delete "$newest" --runs "$store") ;;
  esac
  [[ $verb != delete || $(ls -d "$store"/*/ | wc -l) -gt 1 ]] || continue
  run >/dev/null 2>&1 &
  beside=$!
  "$program" "${command[@]}" >/dev/null 2>&1 &
  victim=$!
  # A registration simulates two years and more before it writes.
  sleep "$([[ $verb == register ]] && echo $((RANDOM % 9)) || echo 0).$((RANDOM % 10))$((RANDOM % 10))"
  kill -9 "$victim" 2>/dev/null || true
  wait "$victim" 2>/dev/null || true
  wait "$beside" || stop "a run beside kill $kill of $verb failed"
  words=$("$program" list --runs "$store" 2>&1 >/dev/null) || stop "after kill $kill of $verb the store cannot be listed: $words"
  [[ -z $words ]] || stop "after kill $kill of $verb: $words"
  can_be_asked || stop "after kill $kill of $verb the store cannot be asked"
  [[ $verb != register ]] || are_forecasts_whole || stop "after kill $kill of $verb a registered forecast is half"
  counts[$verb]=$((${counts[$verb]:-0} + 1))
  [[ $((kill % 10)) -ne 0 ]] || echo "$kill of $kills: whole so far"
done

run >/dev/null
verified=0
for folder in "$store"/mine-*/; do
  "$program" verify "$(basename "$folder")" --runs "$store" --scenarios "$work/made" >/dev/null || stop "$(basename "$folder") is not what was written"
  verified=$((verified + 1))
done
are_forecasts_whole || stop "at the end a registered forecast is half"
[[ -z $(find "$store" -maxdepth 1 -name '.tmp-*') ]] || stop "$(find "$store" -maxdepth 1 -name '.tmp-*') is left"
for verb in "${!counts[@]}"; do echo "$verb killed ${counts[$verb]} times"; done
echo "the store was whole after each; $verified runs verified, $(ls "$forecasts" | wc -l) forecasts registered"
