#!/usr/bin/env bash
# Prints docs/licences.md from the lock files and the restored packages' own descriptions: bash docs/make-licences.sh > docs/licences.md
set -euo pipefail

cd -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")/.."
export LC_ALL=C
packages=${NUGET_PACKAGES:-$HOME/.nuget/packages}

# name, version and "direct" or "transitive" of every package that projects under a folder restore
packages_under() {
  find "$1" -name packages.lock.json -not -path '*/obj/*' -print0 | xargs -0 awk '
    /^      "[^"]+": \{/ { split($0, part, "\""); name = part[2] }
    /"type": /           { split($0, part, "\""); type = part[4] }
    /"resolved": /       { split($0, part, "\""); print name "\t" part[4] "\t" (type == "Direct" ? "direct" : "transitive") }' |
    sort -u | awk -F '\t' '!seen[$1 FS $2]++' # direct sorts before transitive
}

licence_of() {
  local nuspec text
  nuspec=$packages/${1,,}/${2,,}/${1,,}.nuspec
  [[ -f $nuspec ]] || { echo "docs/make-licences.sh: $1 $2 is not restored; run 'dotnet restore CorridorSim.sln' first." >&2; return 1; }
  text=$(<"$nuspec")
  if [[ $text =~ \<license\ type=\"expression\"\>([^\<]*)\< ]]; then
    licence=${BASH_REMATCH[1]}
  elif [[ $text =~ \<license\ type=\"file\"\>([^\<]*)\< ]]; then
    licence="file ${BASH_REMATCH[1]} in the package"
  elif [[ $text =~ \<licenseUrl\>([^\<]*)\< ]]; then
    licence=${BASH_REMATCH[1]}
  else
    licence="not stated"
  fi
}

table() {
  local name version kind licence
  echo "| package | version | needed | licence |"
  echo "| --- | --- | --- | --- |"
  while IFS=$'\t' read -r name version kind; do
    licence_of "$name" "$version"
    echo "| $name | $version | $kind | $licence |"
  done
}

used=$(packages_under src)
cat <<'TEXT'
# Licences

Every NuGet package that is restored, direct or transitive, with the licence that its own description names. Made by
`bash docs/make-licences.sh > docs/licences.md` from the lock files; a test fails when this page is not up to date.
.NET itself (SDK, runtime, ASP.NET Core) is under MIT.

## In the program

TEXT
table <<<"$used"
cat <<'TEXT'

## In tests and benchmarks alone

TEXT
packages_under tests | awk -F '\t' 'NR == FNR { used[$1 FS $2]; next } !($1 FS $2 in used)' <(echo "$used") - | table
