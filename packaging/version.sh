#!/bin/sh
# The version by the tags: of a commit with the tag v1.2.3 it is 1.2.3; of later ones 1.2.4-dev.N, N commits after it; without any
# tag 0.1.0-dev.N.
set -eu

cd "$(dirname "$0")/.."
if exact=$(git describe --tags --exact-match --match 'v[0-9]*.[0-9]*.[0-9]*' 2>/dev/null); then
  echo "${exact#v}"
elif near=$(git describe --tags --long --match 'v[0-9]*.[0-9]*.[0-9]*' 2>/dev/null); then
  count=${near%-*}
  count=${count##*-}
  tag=${near%-*-*}
  tag=${tag#v}
  echo "${tag%.*}.$((${tag##*.} + 1))-dev.$count"
else
  echo "0.1.0-dev.$(git rev-list --count HEAD 2>/dev/null || echo 0)"
fi
