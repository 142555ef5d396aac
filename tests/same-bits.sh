#!/usr/bin/env bash
# Simulates every shipped scenario with the vector instructions of this processor taken away one after another, and compares the result hashes.
# The suite does the same with one scenario. Usage: bash tests/same-bits.sh [replicates, 2 unless told]
set -euo pipefail

cd -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")/.."
. tests/program.bash
replicates=${1:-2}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
settings=(CORRIDORSIM_TAKEN_AWAY=none DOTNET_EnableAVX512=0 DOTNET_EnableFMA=0 DOTNET_EnableAVX2=0 DOTNET_EnableAVX=0 DOTNET_EnableHWIntrinsic=0)

different=0
count=0
for file in scenarios/*.yaml; do
  case $file in *.sweep.yaml | *.compare.yaml | *.calibration.yaml | *.optimise.yaml | *.suite.yaml) continue ;; esac
  # All at once: each has a store of its own and writes its hash.
  for setting in "${settings[@]}"; do
    env "$setting" "$program" run "$file" --replicates "$replicates" --runs "$work/$setting" --json --quiet 2>/dev/null |
      sed -nE 's/^ *"resultHash": "([0-9a-f]+)".*/\1/p' | head -n 1 >"$work/$setting.hash" &
  done
  wait
  first=$(<"$work/${settings[0]}.hash")
  for setting in "${settings[@]}"; do
    hash=$(<"$work/$setting.hash")
    [[ -n $hash ]] || { echo "same-bits.sh: $file does not run with $setting" >&2; exit 1; }
    if [[ $hash != "$first" ]]; then
      echo "$file: $hash with $setting, $first without" >&2
      different=$((different + 1))
    fi
  done
  count=$((count + 1))
done
echo "$count scenarios, $replicates replicates, ${#settings[@]} sets of instructions: $different differ"
[[ $different -eq 0 && $count -gt 0 ]]
