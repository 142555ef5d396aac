#!/usr/bin/env bash
# Starts equal runs and equal sweeps at once in one store, then counts what is there and proves all of it; then the same where locks do nothing,
# as on some network file systems: there each is kept or refused with a line. Usage: bash tests/equal-at-once.sh [runs, 50] [sweeps, 20]
set -euo pipefail

cd -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")/.."
. tests/program.bash
runs=${1:-50}
sweeps=${2:-20}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
. tests/store.bash
make_small equal 6

at_once() {
  local number=$1 folder=$2 i
  shift 2
  mkdir -p "$folder"
  for ((i = 0; i < number; i++)); do
    { "$program" "$@" >"$folder/$i.out" 2>"$folder/$i.err" && echo 0 >"$folder/$i.rc" || echo $? >"$folder/$i.rc"; } &
  done
  wait
}

count() {
  local what=$1 number=$2 folder=$3 store=$4 done kept said
  done=$(grep -lx 0 "$folder"/*.rc | wc -l)
  kept=$("$program" list --runs "$store" --json | grep -c '"id": "')
  said=$(for rc in "$folder"/*.rc; do grep -qx 0 "$rc" || { [[ $(wc -l <"${rc%.rc}.err") -ge 1 ]] && echo said; }; done | wc -l)
  echo "$number equal $what: $done ended well, $kept are in the store, $said were refused with a line"
  [[ $done -eq $kept && $((done + said)) -eq $number ]]
}

prove() {
  local id
  "$program" list --runs "$1" --json | sed -nE 's/^ *"id": "([^"]+)".*/\1/p' | while read -r id; do
    "$program" verify "$id" --runs "$1" --scenarios "$work/made" >/dev/null || { echo "equal-at-once.sh: $id is not what was written" >&2; exit 1; }
  done
}

for locks in 0 1; do
  export DOTNET_SYSTEM_IO_DISABLEFILELOCKING=$locks
  [[ $locks -eq 0 ]] || echo "where locks do nothing:"
  at_once "$runs" "$work/run$locks" run "$work/made/mine.yaml" --replicates 1 --to 2022-11 --runs "$work/runs$locks" --quiet
  count runs "$runs" "$work/run$locks" "$work/runs$locks"
  at_once "$sweeps" "$work/sweep$locks" sweep "$work/made/equal.sweep.yaml" --runs "$work/sweeps$locks" --quiet
  count sweeps "$sweeps" "$work/sweep$locks" "$work/sweeps$locks"
done
unset DOTNET_SYSTEM_IO_DISABLEFILELOCKING
for store in runs0 sweeps0 runs1 sweeps1; do prove "$work/$store"; done
echo "everything in the stores is proven"
