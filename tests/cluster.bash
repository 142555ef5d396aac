# Sourced by the scripts about clusters: a Redis and workers of their own, ended with the script. Not to be run by itself.
. tests/program.bash
redis=${REDIS_SERVER_PATH:-$(command -v redis-server || true)}
[[ -x $redis ]] || { echo "$0: redis-server is needed (apt-get install redis-server)." >&2; exit 1; }

work=$(mktemp -d)
declare -A pids=()

stop() {
  kill -9 "${pids[$1]}" 2>/dev/null || true
  wait "${pids[$1]}" 2>/dev/null || true
}

stop_all() {
  local name
  for name in "${!pids[@]}"; do stop "$name"; done
  rm -rf "$work"
}
trap stop_all EXIT

# Below the ports that the system deals out, and nobody listens there.
while :; do
  port=$((20000 + RANDOM % 10000))
  (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || break
done
cluster=redis://127.0.0.1:$port

start_redis() {
  "$redis" --port "$port" --bind 127.0.0.1 --save '' --appendonly no >>"$work/redis.log" 2>&1 &
  pids[redis]=$!
  until (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do sleep 0.1; done
}

worker_options=(--threads 1)

# start_worker NAME [COMMAND BEFORE THE PROGRAM...]
start_worker() {
  local name=$1
  shift
  "$@" "$program" silo --cluster "$cluster" "${worker_options[@]}" >>"$work/worker-$name.log" 2>&1 &
  pids[$name]=$!
}

# keep_workers NAME...: starts again those that ended by themselves, as a service manager does; revived counts how often
revived=0
keep_workers() {
  local name
  for name in "$@"; do
    kill -0 "${pids[$name]}" 2>/dev/null && continue
    wait "${pids[$name]}" 2>/dev/null || true
    start_worker "$name"
    revived=$((revived + 1))
  done
}

# leave NAME: the worker ends what it has begun and goes
leave() {
  kill -TERM "${pids[$1]}"
  wait "${pids[$1]}" || true
}

# await_ready PREFIX COUNT: so many of the workers whose names begin so are ready
await_ready() {
  until [[ $(cat "$work/worker-$1"-*.log | grep -c 'worker ready') -ge $2 ]]; do sleep 0.1; done
}

await_workers() {
  until [[ $(cat "$work"/worker-*.log | grep -c 'worker ready') -ge $1 ]]; do sleep 0.2; done
}

# write_sweep POINTS: a sweep over two levers of the US-Panama arrangement
write_sweep() {
  cat >"$work/clustered.sweep.yaml" <<SWEEP
corridorsim: 1
id: clustered
base: $(realpath --relative-to="$work" scenarios/us-panama-2022.yaml)
set: { horizon.to: 2023-12 }
factors:
  referrals: { path: agreements.us-panama.referrals.places-per-month, kind: lever, range: [0, 2000] }
  elasticity: { path: behaviour.arrival-elasticity, kind: uncertainty, range: [0.6, 1.4] }
design: { kind: latin-hypercube, points: $1 }
replicates: 1
record: [deaths]
SWEEP
}

sweep() { "${prefix[@]}" "$program" sweep "$work/clustered.sweep.yaml" --runs "$work/$1" --json --quiet "${@:2}"; }
prefix=()
hash_of() { sed -nE 's/.*"resultHash": "([0-9a-f]+)".*/\1/p' "$1" | head -n 1; }
journal_lines() { cat "$work/$1"/*/blocks.jsonl 2>/dev/null | wc -l; }
