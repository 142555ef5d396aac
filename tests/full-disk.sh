#!/usr/bin/env bash
# A sweep on a disk that is too small, in a tmpfs of its own (needs the right to mount): whatever file the disk ends at, the sweep says so
# in one line with exit code 10, leaves nothing half-written, is listed, and is resumed to the same result when there is space again.
# Usage: bash tests/full-disk.sh
set -euo pipefail

cd -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")/.."
. tests/program.bash
work=$(mktemp -d)
disk=$work/disk
mkdir "$disk"
mount -t tmpfs -o size=24k tmpfs "$disk" || { echo "full-disk.sh: needs the right to mount." >&2; exit 1; }
trap 'umount "$disk"; rm -rf "$work"' EXIT

cat >"$work/full.sweep.yaml" <<SWEEP
corridorsim: 1
id: full
base: $(realpath --relative-to="$work" scenarios/us-panama-2022.yaml)
set: { horizon.to: 2021-06 }
factors:
  referrals: { path: agreements.us-panama.referrals.places-per-month, kind: lever, range: [0, 2000] }
design: { kind: latin-hypercube, points: 64 }
replicates: 1
record: [deaths]
SWEEP

sweep() { "$program" sweep "$work/full.sweep.yaml" --runs "$1" --block-size 4 --threads 1 --json --quiet "${@:2}"; }
hash_of() { sed -nE 's/.*"resultHash": "([0-9a-f]+)".*/\1/p'; }
stop() {
  echo "full-disk.sh: $1" >&2
  exit 1
}

undisturbed=$(sweep "$work/roomy" | hash_of)
echo "undisturbed $undisturbed"
for size in 8 16 24 32 40 48 56 64 72 80 88 92 96 100; do
  rm -rf "${disk:?}"/*
  mount -o remount,size=${size}k "$disk"
  code=0
  sweep "$disk/runs" >/dev/null 2>"$work/words" || code=$?
  [[ $code -eq 10 && $(wc -l <"$work/words") -eq 1 ]] || stop "with $size KB: code $code and $(wc -l <"$work/words") lines"
  done=$(find "$disk" -name '*.parquet' -path '*/blocks/*' -size +0 | wc -l)
  if [[ -e $disk/runs ]]; then "$program" list --runs "$disk/runs" >/dev/null || stop "with $size KB the store cannot be listed"; fi
  mount -o remount,size=64m "$disk"
  again=$(sweep "$disk/runs" --resume 2>"$work/words.resumed" | hash_of)
  [[ $again == "$undisturbed" ]] || stop "with $size KB: resumed to '$again' ($(cat "$work/words.resumed"))"
  [[ -z $(find "$disk" -name '*.tmp') ]] || stop "with $size KB: $(find "$disk" -name '*.tmp') is left"
  echo "$size KB: exit 10 with $done of 16 blocks, resumed to the same hash"
done
echo "equal"
