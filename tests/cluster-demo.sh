#!/usr/bin/env bash
# A cluster on this machine: Redis on a free port, three workers, the same sweep alone and on the cluster, hashes compared.
set -euo pipefail

cd -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")/.."
source tests/cluster.bash

start_redis
for worker in 1 2 3; do start_worker $worker; done
await_workers 3
cat "$work"/worker-*.log
write_sweep "${POINTS:-256}"

sweep alone >"$work/alone.json"
alone=$(hash_of "$work/alone.json")
echo "alone           $alone"
sweep together --block-size 8 --cluster "$cluster" >"$work/together.json"
together=$(hash_of "$work/together.json")
echo "on the cluster  $together"
[[ -n $alone && $together == "$alone" ]] || { echo "cluster-demo.sh: the hashes differ." >&2; exit 1; }
echo "equal"
