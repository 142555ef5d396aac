#!/usr/bin/env bash
# Everything that is installed without a clone: the tool from a folder of packages into an empty folder, archives for four systems and
# the one of this system run, the container file checked and, where there is a builder, built and run; completions and the manual.
# Heavy: a build for each system. Usage: bash tests/packages.sh [RID...]
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
rids=${*:-linux-x64 linux-arm64 win-x64 osx-arm64}
own=$(dotnet --info | sed -nE 's/^ *RID: *(.*)/\1/p' | head -n 1)
own=${own/debian*-/linux-}
failed=0

check() {
  if "${@:2}" >"$work/log" 2>&1; then echo "ok      $1"; else echo "FAILED  $1"; cat "$work/log"; failed=1; fi
}

# Environment without the variables that lead to the clone.
elsewhere() { (cd "$1" && shift && env -u CORRIDORSIM "$@"); }

version=$(sh "$root/packaging/version.sh")
sh "$root/packaging/make.sh" -o "$work/packages" -r "$rids" -v "$version"
cd "$work/packages"
check "checksums" sha256sum -c SHA256SUMS
cd "$work"

mkdir "$work/empty"
# The folder of packages alone, so that nothing is taken from elsewhere.
printf '<configuration><packageSources><clear /><add key="local" value="%s" /></packageSources></configuration>\n' "$work/packages" >"$work/nuget.config"
check "dotnet tool install from the folder" elsewhere "$work/empty" dotnet tool install corridorsim --tool-path "$work/tool" --version "$version" \
  --configfile "$work/nuget.config"
works() {
  local folder=$2 program=$1
  mkdir -p "$folder"
  elsewhere "$folder" "$program" doctor
  elsewhere "$folder" "$program" new mine --from us-panama-2022
  elsewhere "$folder" "$program" run mine/mine.yaml --replicates 2 --to 2021-06
  elsewhere "$folder" "$program" list | grep mine >/dev/null
}
check "the tool makes a folder and runs in it" works "$work/tool/corridorsim" "$work/by-tool"
check "the version is that of the tags" grep -q "^$version" <("$work/tool/corridorsim" --version)

for rid in $rids; do
  name=corridorsim-$version-$rid
  case $rid in
    win-*) check "archive $rid holds program, database and scenarios" grep -cq "" <(python3 -m zipfile -l "$work/packages/$name.zip" | grep -E 'corridorsim.exe|duckdb.dll|us-panama-2022.yaml') ;;
    *) check "archive $rid holds program, database and scenarios" test 3 -le "$(tar -tzf "$work/packages/$name.tar.gz" | grep -cE "^$name/(corridorsim|libduckdb\.(so|dylib)|scenarios/us-panama-2022.yaml)$")" ;;
  esac
  if [[ $rid == "$own" ]]; then
    tar -C "$work" -xzf "$work/packages/$name.tar.gz"
    check "archive $rid runs without .NET installed" env PATH=/usr/bin:/bin DOTNET_ROOT=/nowhere bash -c "$(declare -f works elsewhere); works $work/$name/corridorsim $work/by-archive"
  else
    echo "untried archive $rid: it is built, and cannot be run on this machine"
  fi
done

check "container file" bash "$root/packaging/check-container.sh" "$root/packaging/Containerfile"
builder=$(command -v podman || command -v buildah || true)
if [[ -n $builder && $rids == *linux-x64* ]]; then
  check "container built" "$builder" build -f "$root/packaging/Containerfile" --build-arg "ARCHIVE=corridorsim-$version-linux-x64.tar.gz" -t corridorsim-test "$work/packages"
else
  echo "untried container: there is no podman or buildah here"
fi
exit $failed
