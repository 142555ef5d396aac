#!/bin/sh
# Makes what people install without a clone, into a folder: the .NET tool as packages, self-contained archives for four systems,
# their checksums, the page of the manual and completions. Nothing of it touches the folders that builds use.
# Usage: sh packaging/make.sh [-o FOLDER] [-v VERSION] [-r "RID..."] [tool] [archives]
set -eu

here=$(cd "$(dirname "$0")/.." && pwd -P)
out=$here/packages
rids='linux-x64 linux-arm64 win-x64 osx-arm64'
version=
while getopts o:v:r: option; do
  case $option in
    o) mkdir -p "$OPTARG" && out=$(cd "$OPTARG" && pwd -P) ;;
    v) version=$OPTARG ;;
    r) rids=$OPTARG ;;
    *) exit 2 ;;
  esac
done
shift $((OPTIND - 1))
[ $# -gt 0 ] || set -- tool archives
[ -n "$version" ] || version=$(sh "$here/packaging/version.sh")

mkdir -p "$out"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# What git knows, as it stands in the folder.
(cd "$here" && git ls-files -z --cached -- src scenarios Directory.Build.props Directory.Packages.props global.json .editorconfig LICENSE README.md |
  tar -cf - --null -T -) | tar -xf - -C "$work"
cd "$work"
quick='-c Release -p:RunAnalyzers=false -p:NuGetAudit=false -p:DebugType=none -v q --nologo'

# digest FILE: its SHA-256 sum, with what the system has
digest() {
  if command -v sha256sum >/dev/null; then sha256sum "$1"; else shasum -a 256 "$1"; fi
}

for part in "$@"; do
  case $part in
    tool)
      echo "tool $version: $rids" >&2
      # A package for each system with its own database library, and one that chooses among them.
      # shellcheck disable=SC2086
      dotnet pack src/CorridorSim.Cli $quick -p:CorridorSimTool=true -p:Version="$version" -p:UseCurrentRuntimeIdentifier=false \
        "-p:ToolPackageRuntimeIdentifiers=\"$(echo "$rids" | tr ' ' ';')\"" -p:AppendRuntimeIdentifierToOutputPath=true -o "$out"
      ;;
    archives)
      for rid in $rids; do
        echo "archive $version: $rid" >&2
        name=corridorsim-$version-$rid
        rm -rf "${work:?}/$name"
        # shellcheck disable=SC2086
        dotnet publish src/CorridorSim.Cli $quick -p:Version="$version" -p:UseCurrentRuntimeIdentifier=false -p:AppendRuntimeIdentifierToOutputPath=true \
          -r "$rid" --self-contained -o "$work/$name"
        cp LICENSE "$work/$name/"
        rm -f "$out/$name.tar.gz" "$out/$name.zip"
        case $rid in
          win-*) (cd "$work" && python3 -m zipfile -c "$out/$name.zip" "$name") ;;
          *) tar -C "$work" -czf "$out/$name.tar.gz" "$name" ;;
        esac
        rm -rf "${work:?}/$name"
      done
      ;;
    *) echo "make.sh: unknown part '$part'; give tool, archives or both." >&2; exit 2 ;;
  esac
done

cd "$out"
for file in *.nupkg *.tar.gz *.zip; do
  if [ -e "$file" ]; then digest "$file"; fi
done >SHA256SUMS
cat SHA256SUMS
