#!/usr/bin/env bash
# The same sweep in a single process and on one, two and three workers, all held to the same two cores, in turns (none with TURNS=0); then how soon
# a worker that joins takes its share of the blocks. Prints Markdown.
# Usage: [POINTS=8192] [TURNS=3] bash tests/cluster-efficiency.sh
set -euo pipefail

cd -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")/.."
source tests/cluster.bash
points=${POINTS:-8192}
turns=${TURNS:-3}
size=64
blocks=$(((points + size - 1) / size))
prefix=(taskset -c 0,1)

start_redis
write_sweep "$points"

# seconds NAME [OPTIONS...]: wall-clock seconds of the sweep, from the start of its program to its end
seconds() {
  local begun=$EPOCHREALTIME
  sweep "$@" --block-size $size >"$work/$1.json"
  awk -v a="$begun" -v b="$EPOCHREALTIME" 'BEGIN { printf "%.2f", b - a }'
}

start_silo() { start_worker "$1" "${prefix[@]}"; }

blocks_of() { grep -c ' block ' "$work/worker-$1.log" || true; }

echo "$points lanes in $blocks blocks of $size, $(nproc) cores, load $(cut -d' ' -f1 /proc/loadavg)"
echo
echo "| turn | single process, s | 1 worker, s | 2 workers, s | 3 workers, s |"
echo "| ---: | ---: | ---: | ---: | ---: |"
for turn in $(seq "$turns"); do
  row="| $turn | $(seconds "alone-$turn") |"
  for workers in 1 2 3; do
    worker_options=(--threads $((workers == 1 ? 2 : 1)))
    for worker in $(seq "$workers"); do start_silo "$turn-$workers-$worker"; done
    await_ready "$turn-$workers" "$workers"
    row+=" $(seconds "on-$turn-$workers" --cluster "$cluster") |"
    [[ $(hash_of "$work/on-$turn-$workers.json") == "$(hash_of "$work/alone-$turn.json")" ]] || { echo "cluster-efficiency.sh: the hashes differ." >&2; exit 1; }
    for worker in $(seq "$workers"); do leave "$turn-$workers-$worker"; done
  done
  echo "$row"
done

# How soon a worker that joins two others has its share: as many blocks as lines of its log, of all that were done since it was ready.
worker_options=(--threads 1 --verbose)
for worker in 1 2; do start_silo "share-$worker"; done
await_ready share 2
sweep share --block-size 16 --cluster "$cluster" >"$work/share.json" &
pids[sweep]=$!
until [[ $(journal_lines share) -ge 8 ]]; do sleep 0.1; done
start_silo share-3
await_ready share 3
joined=$EPOCHREALTIME
at_ready=$(($(blocks_of share-1) + $(blocks_of share-2)))
until [[ $(blocks_of share-3) -ge 1 ]]; do sleep 0.05; done
first=$EPOCHREALTIME
at_first=$(($(blocks_of share-1) + $(blocks_of share-2)))
wait "${pids[sweep]}"
mine=$(blocks_of share-3)
others=$(($(blocks_of share-1) + $(blocks_of share-2)))
awk -v a="$joined" -v b="$first" -v m="$mine" -v r=$((others - at_ready)) -v f=$((others - at_first)) 'BEGIN {
  printf "\nA third worker had done its first block %.1f s after it was ready. Of the %d blocks done since it was ready it did %d (%.0f %%), ", b - a, m + r, m, 100 * m / (m + r)
  printf "of the %d since its first %d (%.0f %%); a fair third is 33 %%.\n", m + f, m, 100 * m / (m + f) }'
