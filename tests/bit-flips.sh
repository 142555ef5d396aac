#!/usr/bin/env bash
# Flips single bits in the files of a small run and a small sweep, 250 each unless told, and counts what verification and readers
# say of each. The suite does the same with fewer.
set -euo pipefail

cd -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")/.."
dotnet build tests/CorridorSim.Runs.Tests -c Release -v q --nologo
CORRIDORSIM_BIT_FLIPS=${1:-250} tests/CorridorSim.Runs.Tests/bin/Release/net10.0/CorridorSim.Runs.Tests \
  -noColor -noLogo -showLiveOutput -class CorridorSim.Runs.Tests.Proof.BitFlipTests
