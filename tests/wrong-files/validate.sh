#!/usr/bin/env bash
# Validates every wrong file of this folder beside a copy of the Americas world; ends with 3 and one line for each mistake.
# Two more are made here: a file of 10 MB, and one that extends a file outside its folder through a symbolic link.
set -euo pipefail

here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder" "$folder-outside.yaml"' EXIT
mkdir "$folder/worlds"
cp -r "$here/../../scenarios/worlds/americas" "$folder/worlds/"
cp "$here"/*.yaml "$folder/"
head -c 10000000 /dev/zero | tr '\0' 'x' >"$folder/ten-megabytes.yaml"
echo 'corridorsim: 1' >"$folder-outside.yaml"
ln -s "$folder-outside.yaml" "$folder/link.yaml"
echo 'extends: link.yaml' >"$folder/through-a-link.yaml"
cd "$folder"
"$here/../../corridorsim" validate ./*.yaml
