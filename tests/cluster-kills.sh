#!/usr/bin/env bash
# One sweep on three workers while workers are killed (kill -9) and started again at random, KILLS times, and Redis is restarted
# empty half way; then the hash is compared with that of an undisturbed single process, and lanes and blocks are counted.
# The kills are spread over the blocks of the sweep, so that all fall into it however fast the machine; SEED chooses them.
# A worker that ends by itself, as one may that finds no Redis, is started again, as a service manager does.
# Usage: [KILLS=20] [SEED=1] [BLOCKS=240] bash tests/cluster-kills.sh
set -euo pipefail

cd -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")/.."
source tests/cluster.bash
kills=${KILLS:-20}
blocks=${BLOCKS:-240}
RANDOM=${SEED:-1}

start_redis
for worker in 1 2 3; do start_worker $worker; done
await_workers 3
write_sweep $((blocks * 8))
sweep alone >"$work/alone.json"
alone=$(hash_of "$work/alone.json")
echo "alone           $alone"

sweep together --block-size 8 --cluster "$cluster" >"$work/together.json" &
pids[sweep]=$!
killed=0
restarts=0
while [[ $killed -lt $kills ]]; do
  kill -0 "${pids[sweep]}" 2>/dev/null || { echo "cluster-kills.sh: the sweep ended after $killed kills; give it more BLOCKS." >&2; exit 1; }
  keep_workers 1 2 3
  if [[ $(journal_lines together) -le $((killed * (blocks - 6) / kills)) ]]; then
    sleep 0.1
    continue
  fi

  worker=$((1 + RANDOM % 3))
  sleep "0.$((RANDOM % 10))"
  stop $worker
  start_worker $worker
  killed=$((killed + 1))
  if [[ $killed -eq $(((kills + 1) / 2)) ]]; then
    stop redis
    sleep 2
    start_redis
    restarts=$((restarts + 1))
  fi
done

while kill -0 "${pids[sweep]}" 2>/dev/null; do
  keep_workers 1 2 3
  sleep 0.2
done
code=0
wait "${pids[sweep]}" || code=$?
if [[ $code -eq 4 ]]; then
  # A block was lost as often as it was sent, which looks as if it killed its workers: it is tried again.
  echo "some blocks were given up; resumed"
  sweep together --resume --cluster "$cluster" >"$work/together.json"
fi

together=$(hash_of "$work/together.json")
echo "on the cluster  $together"
lanes=$("$program" query "select count(*) as n, count(distinct lane) as d from (select distinct lane, variant, replicate from outcomes)" --runs "$work/together" | tail -n 1)
lines=$(journal_lines together)
distinct=$(sed -n 's/.*"block":\([0-9]*\).*/\1/p' "$work"/together/*/blocks.jsonl | sort -un | wc -l)
echo "$killed workers killed, Redis restarted $restarts times, $revived workers that ended by themselves started again; $distinct blocks, $lines journal lines, lanes (all, distinct) $lanes"
[[ -n $alone && $together == "$alone" && $lines -eq $distinct && $distinct -eq $blocks ]] || { echo "cluster-kills.sh: the sweep is not whole." >&2; exit 1; }
echo "equal"
