#!/usr/bin/env bash
# A cluster on this machine: Redis on a free port, three workers, the same run alone and on the cluster, hashes compared.
# KILLS=20 bash tests/cluster-demo.sh kills and restarts workers at random that many times meanwhile, and Redis once.
set -euo pipefail

cd -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")/.."
scenario=${SCENARIO:-scenarios/us-panama-2022.yaml}
replicates=${REPLICATES:-256}
kills=${KILLS:-0}
program=src/CorridorSim.Cli/bin/Release/net10.0/corridorsim
redis=${REDIS_SERVER_PATH:-$(command -v redis-server || true)}
[[ -x $redis ]] || { echo "cluster-demo.sh: redis-server is needed (apt-get install redis-server)." >&2; exit 1; }
./corridorsim --help >/dev/null

work=$(mktemp -d)
declare -A pids=()
stop_all() {
  for pid in "${pids[@]}"; do kill -9 "$pid" 2>/dev/null || true; done
  rm -rf "$work"
}
trap stop_all EXIT

port=$((20000 + RANDOM % 10000))
cluster=redis://127.0.0.1:$port
start_redis() {
  "$redis" --port "$port" --bind 127.0.0.1 --save '' --appendonly no >"$work/redis.log" 2>&1 &
  pids[redis]=$!
}
start_worker() {
  "$program" silo --cluster "$cluster" --threads 1 >>"$work/worker-$1.log" 2>&1 &
  pids[$1]=$!
}
stop() {
  kill -9 "${pids[$1]}" 2>/dev/null || true
  wait "${pids[$1]}" 2>/dev/null || true
}
hash_of() { sed -nE 's/.*"resultHash": "([0-9a-f]+)".*/\1/p' "$1"; }

start_redis
until (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do sleep 0.1; done
for worker in 1 2 3; do start_worker $worker; done
until [[ $(cat "$work"/worker-*.log | grep -c 'worker ready') -ge 3 ]]; do sleep 0.2; done
cat "$work"/worker-*.log

echo "alone:"
"$program" run "$scenario" --replicates "$replicates" --runs "$work/alone" --json --quiet >"$work/alone.json"
alone=$(hash_of "$work/alone.json")
echo "  $alone"

echo "on the cluster:"
again=1
killed=0
while [[ $again -eq 1 ]]; do
  rm -rf "$work/cluster"
  "$program" run "$scenario" --replicates "$replicates" --block-size 8 --runs "$work/cluster" --json --cluster "$cluster" >"$work/cluster.json" &
  run=$!
  while kill -0 "$run" 2>/dev/null; do
    if [[ $killed -lt $kills ]]; then
      worker=$((1 + RANDOM % 3))
      stop $worker
      sleep "0.$((RANDOM % 10))"
      start_worker $worker
      killed=$((killed + 1))
      if [[ $killed -eq $(((kills + 1) / 2)) ]]; then
        stop redis
        sleep 2
        start_redis
        echo "  Redis restarted empty"
      fi
    fi
    sleep 1
  done
  wait "$run"
  together=$(hash_of "$work/cluster.json")
  echo "  $together ($killed workers killed so far)"
  [[ $together == "$alone" ]] || { echo "cluster-demo.sh: the hashes differ." >&2; exit 1; }
  [[ $killed -ge $kills ]] && again=0
done
echo "equal"
