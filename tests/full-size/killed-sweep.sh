#!/usr/bin/env bash
# Runs a sweep undisturbed, then again while it is killed (kill -9) at random moments, and compares the result hashes.
# Usage: killed-sweep.sh [SWEEP FILE] [KILLS]; the full size is the default and takes hours where a kill leaves little time.
set -euo pipefail

cd -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")/../.."
file=${1:-tests/full-size/ten-thousand.sweep.yaml}
kills=${2:-20}
program=${CORRIDORSIM:-src/CorridorSim.Cli/bin/Release/net10.0/corridorsim}
runs=$(mktemp -d)
trap 'rm -rf "$runs"' EXIT

hash_of() { sed -n 's/.*"resultHash": "\([0-9a-f]*\)".*/\1/p' | head -n 1; }

begin=$SECONDS
undisturbed=$("$program" sweep "$file" --runs "$runs/a" --json | hash_of)
took=$((SECONDS - begin))
echo "undisturbed: $undisturbed, $took s"

# Between two and about twenty kills' worth of work is left to each process.
most=$((took * 1000 / (kills + 1) + 4000))
killed=0
while [[ $killed -lt $kills ]]; do
  "$program" sweep "$file" --runs "$runs/b" --resume --quiet >/dev/null 2>&1 &
  process=$!
  sleep "$(awk -v s="$RANDOM" -v m="$most" 'BEGIN { printf "%.3f", (500 + s / 32768 * m) / 1000 }')"
  if kill -KILL "$process" 2>/dev/null; then killed=$((killed + 1)); fi
  wait "$process" 2>/dev/null || true
done

resumed=$("$program" sweep "$file" --runs "$runs/b" --resume --json | hash_of)
journal=("$runs"/b/*/blocks.jsonl)
lines=$(wc -l <"${journal[0]}")
blocks=$(sed -n 's/.*"block":\([0-9]*\).*/\1/p' "${journal[0]}" | sort -un | wc -l)
echo "killed $killed times: $resumed, $blocks blocks, $lines journal lines, ${#journal[@]} folder"
[[ $resumed == "$undisturbed" && $lines -eq $blocks && ${#journal[@]} -eq 1 ]]
