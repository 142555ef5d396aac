"""The client for R, which is one file beside this package: its own test, and its figures beside those of this client."""

import subprocess
import unittest

import support
from support import ADMISSIONS, PLACES, PROGRAM, ROOT


class RTest(unittest.TestCase):
    def test_the_client_for_r_says_what_this_one_says(self):
        folder = ROOT / "src/clients/r"
        done = subprocess.run(
            ["Rscript", "--vanilla", folder / "test.R", folder / "corridorsim.R", PROGRAM, support.SCENARIOS], capture_output=True, text=True, check=False
        )
        self.assertEqual(0, done.returncode, done.stderr)
        effects = support.pact().set(PLACES + ".value", 1000).run(replicates=4).effects([ADMISSIONS, "deaths"])

        said = [line.split(" ", 4) for line in done.stdout.splitlines()]
        self.assertEqual(
            [(e.name, e.median, *e.interval, e.verdict) for e in effects],
            [(name, float(median), float(low), float(high), verdict) for name, median, low, high, verdict in said],
        )
