"""The examples, run as they stand and with small sizes; where a verb answers the same question, with the same answer."""

import ast
import importlib.util
import json
import sys
import types
import unittest
import unittest.mock

import support
from support import ADMISSIONS, EXAMPLES, PLACES, command, pact

import corridorsim as cs


def example(name):
    """An example as a module."""
    spec = importlib.util.spec_from_file_location(name, EXAMPLES / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class ExampleTest(unittest.TestCase):
    def test_the_ten_lines_say_what_compare_says(self):
        source = (EXAMPLES / "ten_lines.py").read_text()
        lines = [line for line in source.split('"""', 2)[2].splitlines() if line.strip()]
        with unittest.mock.patch.object(sys.modules["corridorsim.scenario"], "default_server", lambda: support.SERVER):
            ran = {}
            exec(compile(source, "ten_lines.py", "exec"), ran)
        effect = ran["effect"]
        made = json.loads(command(
            "run", "scenarios/us-panama-2022.yaml", "--set", f"{PLACES}.value=1000", "--to", "2022-12", "--replicates", "8", "--quiet", "--json", "--runs", "made",
        ))["runId"]
        said = json.loads(command("compare", f"{made}:americas-history", made, "--indicator", ADMISSIONS, "--runs", "made", "--json"))["effects"][0]

        self.assertLessEqual(len(lines), 10)
        self.assertEqual(
            (said["differenceMedian"], (said["p05"], said["p95"]), said["verdict"], said["shareSameSign"]),
            (effect.median, effect.interval, effect.verdict, effect.odds()),
        )

    def test_a_bisection_and_a_root_finder_agree(self):
        scenario, goal = pact(), None
        goal = 1.2 * scenario.evaluate([{PLACES: 0}], ADMISSIONS, replicates=4).medians(ADMISSIONS)[0]

        low, high = example("bisection").fewest_places(scenario, goal, steps=8, replicates=4)
        root = example("scipy_root").places_for(scenario, goal, replicates=4)

        self.assertAlmostEqual(2000 / 2**8, high - low)
        self.assertTrue(low - 0.5 <= root <= high + 0.5, (low, root, high))

    def test_a_search_of_all_candidates_finds_what_optimise_finds(self):
        search = example("random_search")
        grid = search.candidates(range(0, 801, 200), range(0, 401, 200), budget=800)
        settings, deaths = search.fewest_deaths(pact(), grid, at="2022", replicates=8)
        said = json.loads(command("optimise", "scenarios/small.optimise.yaml", "--set", "horizon.to=2022-12", "--json", "--quiet"))

        self.assertEqual({lever["path"]: lever["best"] for lever in said["levers"]}, settings)
        self.assertAlmostEqual(said["goals"][0]["best"], deaths, delta=1e-9 * deaths)

    def test_indices_of_a_sweep_are_those_of_sensitivity(self):
        sweep = cs.Sweep.run("shares", server=support.SERVER)
        found = example("sobol").indices(sweep, "deaths")
        said = json.loads(command("sensitivity", sweep.id, "--method", "sobol", "--indicator", "deaths", "--runs", support.RUNS, "--json"))

        ranked = {factor["factor"]: factor for factor in said["results"][0]["factors"]}
        self.assertEqual(set(ranked), set(found))
        for name, (first, total) in found.items():
            self.assertAlmostEqual(ranked[name]["second"], first, places=9)
            self.assertAlmostEqual(ranked[name]["importance"], total, places=9)

    def test_the_sampler_and_analyser_of_another_library_drive_the_client(self):
        # SALib is no package of Debian: two functions stand in for it, with its arguments and shapes.
        import numpy

        def sample(problem, rows, calc_second_order):
            self.assertFalse(calc_second_order)
            low, high = numpy.array(problem["bounds"]).T
            return low + (high - low) * numpy.linspace(0, 1, rows * (problem["num_vars"] + 2))[:, None]

        def analyze(problem, outputs, calc_second_order):
            return {"outputs": outputs}

        fakes = {name: types.ModuleType(name) for name in ("SALib", "SALib.analyze", "SALib.sample")}
        fakes["SALib.sample"].sobol = types.SimpleNamespace(sample=sample)
        fakes["SALib.analyze"].sobol = types.SimpleNamespace(analyze=analyze)
        with unittest.mock.patch.dict(sys.modules, fakes):
            outputs = example("salib_indices").deaths_by_factor(pact(), rows=2, replicates=2)["outputs"]

        self.assertEqual((8,), outputs.shape)
        self.assertTrue((outputs > 0).all())

    def test_every_example_can_be_parsed(self):
        names = sorted(path.stem for path in EXAMPLES.glob("*.py"))
        self.assertGreaterEqual(len(names), 6)
        for name in names:
            self.assertTrue(ast.get_docstring(ast.parse((EXAMPLES / f"{name}.py").read_text())), name)
