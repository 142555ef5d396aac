#!/usr/bin/env bash
# Draws the plots of docs/validation.md anew: backtests as SVG, then a browser (CHROMIUM_PATH or chromium) takes the pictures.
set -euo pipefail

cd -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")/.."
browser=${CHROMIUM_PATH:-$(command -v chromium || command -v chromium-browser)}
observations=scenarios/worlds/americas/observations.csv
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

# draw SCENARIO FROM MONTHS PICTURE=SERIES...
draw() {
  local scenario=$1 from=$2 months=$3 pair height
  shift 3
  ./corridorsim backtest "scenarios/$scenario.yaml" --observations "$observations" --from "$from" --months "$months" \
    --plots "$folder/$scenario" --quiet >/dev/null 2>&1
  for pair in "$@"; do
    height=$(sed -nE '1s/.* height="([0-9]+)".*/\1/p' "$folder/$scenario/${pair#*=}.svg")
    "$browser" --headless --no-sandbox --disable-gpu --hide-scrollbars --window-size="900,$height" --user-data-dir="$folder/browser" \
      --screenshot="docs/images/${pair%%=*}.png" "file://$folder/$scenario/${pair#*=}.svg" >/dev/null 2>&1
  done
}

border=encounters-between-ports-MEX-USA
darien=irregular-entries-COL-PAN
draw americas-history 2021-01 36 fit-border-all=$border-ALL fit-darien-all=$darien-ALL fit-border-venezuela=$border-VEN
draw holdout-2021 2022-01 12 holdout-a-border=$border-VEN holdout-a-darien=$darien-VEN
draw holdout-2022-09 2022-10 3 holdout-b-border=$border-VEN holdout-b-darien=$darien-VEN
draw holdout-2022 2023-01 12 holdout-2023-border=$border-ALL holdout-2023-darien=$darien-ALL
