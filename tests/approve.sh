#!/usr/bin/env bash
# Writes the approved outputs anew: help, tables and report of a shipped scenario, hashes of the shipped sweeps and calibrations.
# Read what changed with git diff before you commit it.
set -euo pipefail
cd -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")/.."
dotnet build tests/CorridorSim.Cli.Tests -c Release -v q --nologo
CORRIDORSIM_APPROVE=yes tests/CorridorSim.Cli.Tests/bin/Release/net10.0/CorridorSim.Cli.Tests -noLogo -namespace CorridorSim.Cli.Tests.Approving
git diff --stat -- tests/CorridorSim.Cli.Tests/Approving/Approved
