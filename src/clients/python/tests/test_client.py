"""The client against the built program. Run by tests/run.sh under Debian's python3; standard library only."""

import json
import math
import os
import subprocess
import sys
import tempfile
import unittest
import unittest.mock
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[3]
sys.path.insert(0, str(HERE.parent))

import corridorsim as cs  # noqa: E402

PROGRAM = os.environ.get("CORRIDORSIM", str(ROOT / "src/CorridorSim.Cli/bin/Release/net10.0/corridorsim"))
PLACES = "agreements.us-panama.provisions.referrals.places-per-month"


class ClientTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.runs = tempfile.TemporaryDirectory()
        cls.server = cs.Server(program=PROGRAM, scenarios=ROOT / "scenarios", runs=cls.runs.name)
        cls.pact = cs.Scenario("us-panama-2022", server=cls.server).set("horizon.to", "2022-12")

    @classmethod
    def tearDownClass(cls):
        cls.server.close()
        cls.runs.cleanup()

    def test_effects_are_those_of_compare_to_the_last_digit(self):
        run = self.pact.set(PLACES + ".value", 1000).run(replicates=8)
        answer = self.command("compare", f"{run.id}:americas-history", run.id, "--json", "--indicator", "deaths", "--indicator", "admissions:usa-resettlement")

        effects = run.effects(["deaths", "admissions:usa-resettlement"])

        expected = json.loads(answer)["effects"]
        self.assertEqual(len(expected), len(effects))
        for said, effect in zip(expected, effects):
            self.assertEqual(said["differenceMedian"], effect.median)
            self.assertEqual((said["p05"], said["p95"]), effect.interval)
            self.assertEqual(said["verdict"], effect.verdict)
            self.assertEqual(said["shareSameSign"], effect.odds())
        self.assertIn("<svg", effects._repr_html_())
        self.assertEqual(64, len(run.result_hash))

    def test_a_batch_gives_the_figures_of_runs_replicate_by_replicate(self):
        batch = self.pact.evaluate([{PLACES: 0}, {PLACES: 1000}], ["admissions:usa-resettlement"], replicates=4)
        alone = self.pact.evaluate([{PLACES: 1000}], ["admissions:usa-resettlement"], replicates=4)

        self.assertEqual(batch.values("admissions:usa-resettlement")[1], alone.values("admissions:usa-resettlement")[0])
        self.assertLess(batch.medians("admissions:usa-resettlement")[0], batch.medians("admissions:usa-resettlement")[1])
        self.assertEqual(8, len(list(batch.rows())))

    def test_frames_are_of_pandas_where_it_is_and_lists_where_it_is_not(self):
        batch = self.pact.evaluate([{PLACES: 0}, {PLACES: 1000}], ["admissions:usa-resettlement"], replicates=2)
        import pandas

        frame = batch.frame()
        with unittest.mock.patch.dict(sys.modules, {"pandas": None}):
            rows = batch.frame()

        self.assertIsInstance(frame, pandas.DataFrame)
        self.assertEqual(rows, frame.to_dict("records"))
        self.assertEqual(["point", "replicate", PLACES, "admissions:usa-resettlement"], list(frame.columns))

    def test_columns_and_rows_mean_the_same_points(self):
        rows = self.pact.evaluate([{PLACES: 0}, {PLACES: 500}], ["deaths"], replicates=2)
        columns = self.pact.evaluate({PLACES: [0, 500]}, ["deaths"], replicates=2)

        self.assertEqual(rows.values("deaths"), columns.values("deaths"))

    def test_a_wrong_name_or_value_is_an_exception_with_place_and_remedy(self):
        for path, value in [(PLACES + "x.value", 1), (PLACES + ".value", "1,000"), ("ensemble.replicatez", 3)]:
            with self.assertRaises(cs.RequestError, msg=path) as caught:
                self.pact.set(path, value)
            self.assertTrue(caught.exception.mistakes)
        with self.assertRaises(cs.RequestError):
            self.pact.set(PLACES + ".value", math.nan)
        with self.assertRaises(cs.RequestError):
            self.pact.set(PLACES + ".value", None)
        with self.assertRaises(cs.NotFoundError):
            cs.Scenario("us-panama-2023", server=self.server)
        with self.assertRaises(cs.RequestError):
            self.pact.run(replicates=0)

    def test_mistakes_of_a_batch_are_told_all_at_once(self):
        with self.assertRaises(cs.RequestError) as caught:
            self.pact.evaluate([{PLACES: 1e9, "x.y": 1}], ["deaths"])
        self.assertEqual(2, len(caught.exception.mistakes))
        with self.assertRaises(cs.RequestError) as caught:
            self.pact.evaluate([{PLACES: 1}], ["deathz"])
        self.assertIn("deathz", str(caught.exception))
        for points in ([], [{PLACES: math.inf}], [{PLACES: "1,000"}], {PLACES: [1, 2], "agreements.us-panama.provisions.safe-transit.factor": [1]}):
            with self.assertRaises(cs.RequestError, msg=repr(points)):
                self.pact.evaluate(points, ["deaths"])

    def test_unknown_indicators_are_never_an_empty_result(self):
        run = self.pact.run(replicates=2)

        with self.assertRaises(cs.RequestError):
            run.effects(["deathz"])
        with self.assertRaises(cs.RequestError):
            run.effects(["deathz*"])

    def test_without_an_agreement_its_clauses_are_gone(self):
        gone = self.pact.without("us-panama")

        self.assertNotEqual(self.pact.run(replicates=2).result_hash, gone.run(replicates=2).result_hash)

    def test_a_bisection_with_common_random_numbers_finds_the_threshold(self):
        goal = 1.2 * self.pact.evaluate([{PLACES: 0}], ["admissions:usa-resettlement"], replicates=4).medians("admissions:usa-resettlement")[0]
        low, high = 0.0, 2000.0
        for _ in range(8):
            middle = (low + high) / 2
            reached = self.pact.evaluate([{PLACES: middle}], ["admissions:usa-resettlement"], replicates=4).medians("admissions:usa-resettlement")[0] >= goal
            low, high = (low, middle) if reached else (middle, high)

        medians = self.pact.evaluate([{PLACES: low}, {PLACES: high}], ["admissions:usa-resettlement"], replicates=4).medians("admissions:usa-resettlement")
        self.assertLess(medians[0], goal)
        self.assertGreaterEqual(medians[1], goal)

    def command(self, *arguments):
        done = subprocess.run([PROGRAM, *arguments, "--runs", self.runs.name], cwd=ROOT, capture_output=True, text=True, check=False)
        self.assertEqual(0, done.returncode, done.stderr)
        return done.stdout


class ServerTest(unittest.TestCase):
    def test_a_program_that_is_not_there_is_told(self):
        with self.assertRaises(cs.ProgramError):
            cs.Server(program="/nowhere/corridorsim", scenarios=ROOT / "scenarios")
        with self.assertRaises(cs.ProgramError):
            cs.Server("http://127.0.0.1:1").get("/scenarios")

    def test_why_a_start_failed_is_told(self):
        with self.assertRaisesRegex(cs.ProgramError, "no folder"):
            cs.Server(program=PROGRAM, scenarios="/nowhere/scenarios")

    def test_what_was_started_ends_with_its_starter_even_when_that_is_killed(self):
        code = (
            "import corridorsim as cs, sys, os, signal\n"
            f"server = cs.Server(program={PROGRAM!r}, scenarios={str(ROOT / 'scenarios')!r})\n"
            "print(server._process.pid, flush=True)\n"
            "os.kill(os.getpid(), signal.SIGKILL)\n"
        )
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env={**os.environ, "PYTHONPATH": str(HERE.parent)}, check=False)
        pid = int(done.stdout)

        # tail --pid ends when the process has ended.
        subprocess.run(["tail", f"--pid={pid}", "-f", "/dev/null"], timeout=60, check=True)


class PackageTest(unittest.TestCase):
    def test_the_wheel_installs_without_a_network(self):
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run([sys.executable, "-m", "venv", folder], check=True, capture_output=True)
            python = Path(folder) / "bin" / "python"
            done = subprocess.run(
                [python, "-m", "pip", "install", "--no-index", str(HERE.parent)], capture_output=True, text=True, check=False
            )
            self.assertEqual(0, done.returncode, done.stdout + done.stderr)
            said = subprocess.run([python, "-c", "import corridorsim; print(corridorsim.__version__)"], capture_output=True, text=True, check=True, cwd=folder)
            self.assertEqual(cs.__version__, said.stdout.strip())


if __name__ == "__main__":
    unittest.main()
