"""One server for all tests: the built program, with a store and scenarios of its own that vanish with it."""

import atexit
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[3]
sys.path.insert(0, str(HERE.parent))

import corridorsim as cs  # noqa: E402

PROGRAM = os.environ.get("CORRIDORSIM", str(ROOT / "src/CorridorSim.Cli/bin/Release/net10.0/corridorsim"))
EXAMPLES = HERE.parent / "examples"
PLACES = "agreements.us-panama.provisions.referrals.places-per-month"
ADMISSIONS = "admissions:usa-resettlement"

_folder = Path(tempfile.mkdtemp(prefix="corridorsim-tests-"))
SCENARIOS = _folder / "scenarios"
RUNS = _folder / "runs"
shutil.copytree(ROOT / "scenarios", SCENARIOS)
(SCENARIOS / "shares.sweep.yaml").write_text(
    """corridorsim: 1
id: shares
title: Shares of two clauses
base: us-panama-2022.yaml
factors:
  referrals: { path: agreements.us-panama.referrals.places-per-month, kind: lever, range: [0, 1000] }
  transit: { path: agreements.us-panama.safe-transit.factor, kind: lever, range: [0.5, 1] }
design: { kind: saltelli, points: 8 }
replicates: 2
record: [deaths, "admissions:usa-resettlement"]
"""
)
(SCENARIOS / "small.optimise.yaml").write_text(
    """corridorsim: 1
id: small
base: us-panama-2022.yaml
replicates: 8
levers:
  referrals: { path: agreements.us-panama.referrals.places-per-month, range: [0, 800], step: 200 }
  protection: { path: agreements.us-panama.protection.places-per-month, range: [0, 400], step: 200 }
budgets:
  places: { at-most: 800, unit: places a month, weights: { referrals: 1, protection: 1 } }
goals:
  deaths: { better: less, at: "2022" }
search: { method: enumerate, population: 8, check-replicates: 8 }
"""
)
atexit.register(shutil.rmtree, _folder, ignore_errors=True)
SERVER = cs.Server(program=PROGRAM, scenarios=SCENARIOS, runs=RUNS)


def pact():
    """The shipped agreement over two years."""
    return cs.Scenario("us-panama-2022", server=SERVER).set("horizon.to", "2022-12")


def command(*arguments):
    """What the program prints."""
    done = subprocess.run([PROGRAM, *map(str, arguments)], cwd=_folder, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise AssertionError(done.stderr)
    return done.stdout
