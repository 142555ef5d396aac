#!/usr/bin/env bash
# One sweep in a single process and on workers whose processors differ: the hash must be the same, and every worker must have done blocks.
# Usage: [POINTS=512] bash tests/cluster-mixed.sh
set -euo pipefail

cd -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")/.."
source tests/cluster.bash
without=(NOTHING DOTNET_EnableAVX512 DOTNET_EnableAVX2 DOTNET_EnableFMA DOTNET_EnableAVX DOTNET_EnableHWIntrinsic)

start_redis
write_sweep "${POINTS:-512}"
sweep alone >"$work/alone.json"
worker_options+=(--verbose)
for name in "${without[@]}"; do start_worker "$name" env "$name=0"; done
await_workers ${#without[@]}
sweep together --block-size 8 --cluster "$cluster" >"$work/together.json"

idle=0
for name in "${without[@]}"; do
  blocks=$(grep -c ' block ' "$work/worker-$name.log" || true)
  echo "without ${name#DOTNET_Enable}: $blocks blocks"
  [[ $blocks -gt 0 ]] || idle=$((idle + 1))
done
echo "alone           $(hash_of "$work/alone.json")"
echo "on the cluster  $(hash_of "$work/together.json")"
[[ $idle -eq 0 && -n $(hash_of "$work/alone.json") && $(hash_of "$work/together.json") == "$(hash_of "$work/alone.json")" ]] || { echo "cluster-mixed.sh: the hashes differ, or a worker did nothing." >&2; exit 1; }
echo "equal"
