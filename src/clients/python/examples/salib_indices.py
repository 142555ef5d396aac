"""Sobol' indices with SALib: its sampler chooses the points, one batch evaluates them, its analyser reads the outputs."""

import numpy
from SALib.analyze import sobol as analyser
from SALib.sample import sobol as sampler

import corridorsim as cs

PROBLEM = {
    "names": [
        "agreements.us-panama.provisions.referrals.places-per-month",
        "agreements.us-panama.provisions.safe-transit.factor",
    ],
    "bounds": [[0, 1000], [0.5, 1.0]],
}


def deaths_by_factor(scenario, rows=64, replicates=8):
    """What SALib says of the deaths in transit."""
    problem = {**PROBLEM, "num_vars": len(PROBLEM["names"])}
    points = sampler.sample(problem, rows, calc_second_order=False)
    columns = {name: points[:, i].tolist() for i, name in enumerate(problem["names"])}
    means = numpy.mean(scenario.evaluate(columns, "deaths", replicates=replicates).values("deaths"), axis=1)
    return analyser.analyze(problem, means, calc_second_order=False)


if __name__ == "__main__":
    print(deaths_by_factor(cs.Scenario("us-panama-2022").set("horizon.to", "2022-12")))
