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

import support
from support import HERE, PLACES, PROGRAM, ROOT, SERVER, command

import corridorsim as cs


class ClientTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.server = SERVER
        cls.pact = support.pact()

    def test_effects_are_those_of_compare_in_every_figure_to_the_last_digit(self):
        run = self.pact.set(PLACES + ".value", 1000).run(replicates=8)
        answer = command("compare", f"{run.id}:americas-history", run.id, "--json", "--runs", support.RUNS)

        effects = run.effects()

        expected = json.loads(answer)["effects"]
        self.assertGreater(len(expected), 10)
        self.assertEqual(expected, [{key: effect.to_dict()[key] for key in said} for said, effect in zip(expected, effects)])
        self.assertEqual(len(expected), len(effects))
        deaths = effects["deaths"]
        self.assertEqual((deaths.to_dict()["differenceMedian"], deaths.to_dict()["verdict"]), (deaths.median, deaths.verdict))
        self.assertEqual(8, sum(deaths.counts))
        self.assertIn("<svg", effects._repr_html_())
        self.assertEqual(64, len(run.result_hash))

    def test_a_run_is_saved_in_the_format_of_the_ending(self):
        run = self.pact.run(replicates=2)
        with tempfile.TemporaryDirectory() as folder:
            for ending, start in [("csv", b"run,"), ("parquet", b"PAR1"), ("arrow", b"\xff\xff\xff\xff")]:
                file = Path(folder) / f"run.{ending}"
                run.save(file)
                self.assertTrue(file.read_bytes().startswith(start), ending)
            with self.assertRaisesRegex(cs.RequestError, "csv, parquet"):
                run.save(Path(folder) / "run.xls")

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
        for path, value, remedy in [
            (PLACES + "x.value", 1, "places-per-month"),
            (PLACES + ".value", "many", "number"),
            (PLACES + ".value", "1,000", "write 1000"),
            (PLACES + ".value", "1,5", "a point before decimals"),
            ("ensemble.replicatez", 3, "replicates"),
            ("horizon.to", "2022-13", "2022-13"),
            (PLACES + ".value", [1], "give a number"),
            ("", 1, "give the way"),
            (3, 1, "give the way"),
        ]:
            with self.assertRaises(cs.RequestError, msg=path) as caught:
                self.pact.set(path, value)
            self.assertIn(remedy, str(caught.exception))
            if path:
                self.assertIn(str(path).rsplit(".", 2)[-1].replace("value", "places-per-month"), str(caught.exception))
        with self.assertRaisesRegex(cs.RequestError, "us-panma"):
            self.pact.without("us-panma")
        for replicates in ("8", 2.5, True):
            with self.assertRaisesRegex(cs.RequestError, "replicates is .*; give a whole number"):
                self.pact.run(replicates=replicates)
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

    def test_points_are_streamed_and_leaving_stops_the_simulation(self):
        points = {PLACES: list(range(1000))}
        seen = []
        for point in self.pact.stream(points, "deaths", replicates=16):
            seen.append(point)
            if len(seen) == 2:
                break

        batch = self.pact.evaluate({PLACES: [0, 1]}, "deaths", replicates=16)
        self.assertEqual(batch.values("deaths"), [point.values["deaths"] for point in seen])
        self.assertEqual(batch.medians("deaths"), [point.median("deaths") for point in seen])
        self.assertEqual([[0.0], [1.0]], [point.settings for point in seen])

    def test_the_world_offers_its_scenarios_and_their_levers(self):
        world = cs.World(SERVER)

        self.assertIn("us-panama-2022", [entry["name"] for entry in world.scenarios()])
        self.assertIn(PLACES, {lever["path"] for lever in world["us-panama-2022"].levers()})

    def test_a_sweep_is_a_table_of_its_factors_and_figures(self):
        sweep = cs.Sweep.run("shares", server=SERVER)
        rows = sweep.frame("rows")

        self.assertEqual(len(sweep) * 2, len(rows))
        self.assertEqual(["point", "replicate", "referrals", "transit", "deaths", support.ADMISSIONS], list(rows[0]))
        self.assertEqual(["deaths", support.ADMISSIONS], sweep.indicators)
        with self.assertRaises(cs.NotFoundError):
            cs.Sweep("no-such-sweep", server=SERVER)
        with self.assertRaises(cs.NotFoundError):
            cs.Sweep.run("no-such-file", server=SERVER)

    def test_a_forecast_is_read_scored_and_refused_when_it_was_changed(self):
        forecast = cs.Forecast("americas-2024-01", server=SERVER)
        columns = ["model_id", "origin", "horizon", "target", "location", "output_type", "output_type_id", "value"]
        first = next(forecast.rows())
        with tempfile.TemporaryDirectory() as folder:
            counted = Path(folder) / "counted.csv"
            counted.write_text(f"series,nationality,month,value\n{first['target']},{first['location']},{first['origin']},100000\n")
            score = forecast.score(counted)
            with self.assertRaisesRegex(cs.RequestError, "give a CSV file"):
                forecast.score(Path(folder) / "none.csv")

        self.assertEqual(columns, list(first))
        self.assertEqual(1, score["scoredMonths"])
        self.assertEqual(0, forecast.score()["scoredMonths"])
        copy = support.SCENARIOS / "forecasts" / "changed"
        support.shutil.copytree(support.SCENARIOS / "forecasts" / "americas-2024-01", copy)
        with open(copy / "forecasts.csv", "a", encoding="utf-8") as file:
            file.write(" ")
        with self.assertRaisesRegex(cs.RequestError, "was changed after it was registered"):
            cs.Forecast("changed", server=SERVER)
        self.assertIn("changed", cs.Forecast.names(server=SERVER))

    def test_kinds_of_tables_that_are_not_there_are_named(self):
        batch = self.pact.evaluate([{PLACES: 0}], "deaths", replicates=2)
        for missing, kind in [("polars", "polars"), ("pyarrow", "arrow"), ("pandas", "pandas")]:
            with unittest.mock.patch.dict(sys.modules, {missing: None}), self.assertRaisesRegex(cs.CorridorSimError, f"{missing} is not installed"):
                batch.frame(kind)
        with self.assertRaisesRegex(cs.CorridorSimError, "choose one of"):
            batch.frame("excel")


class ServerTest(unittest.TestCase):
    def test_a_program_that_is_not_there_is_told(self):
        with self.assertRaises(cs.ProgramError):
            cs.Server(program="/nowhere/corridorsim", scenarios=ROOT / "scenarios")
        with self.assertRaises(cs.ProgramError):
            cs.Server("http://127.0.0.1:1").get("/scenarios")

    def test_why_a_start_failed_is_told(self):
        with self.assertRaisesRegex(cs.ProgramError, "there is no folder"):
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
    def test_it_installs_without_a_network_and_without_a_compiler(self):
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run([sys.executable, "-m", "venv", folder], check=True, capture_output=True)
            python = Path(folder) / "bin" / "python"
            # Neither an index nor a compiler can be reached.
            nothing = {**os.environ, "CC": "/bin/false", "PIP_INDEX_URL": "http://127.0.0.1:1", "HTTPS_PROXY": "http://127.0.0.1:1", "HTTP_PROXY": "http://127.0.0.1:1"}
            done = subprocess.run(
                [python, "-m", "pip", "install", "--retries", "0", str(HERE.parent)], capture_output=True, text=True, check=False, env=nothing
            )
            self.assertEqual(0, done.returncode, done.stdout + done.stderr)
            said = subprocess.run([python, "-c", "import corridorsim; print(corridorsim.__version__)"], capture_output=True, text=True, check=True, cwd=folder)
            self.assertEqual(cs.__version__, said.stdout.strip())


if __name__ == "__main__":
    unittest.main()
