"""Which factor matters: Sobol' indices of a stored sweep with a saltelli design, computed from its table.

First order by Saltelli et al. (Comput. Phys. Commun. 181 (2010) 259), total by Jansen (Comput. Phys. Commun. 117 (1999) 35).
"""

import sys
from statistics import fmean

import corridorsim as cs


def indices(sweep, indicator):
    """{factor: (first, total)} of the mean over the replicates of each point."""
    values = {}
    for row in sweep.rows():
        values.setdefault(row["point"], []).append(row[indicator])
    outputs = [fmean(values[point]) for point in sorted(values)]
    factors = [factor["id"] for factor in sweep.factors]
    count = len(outputs) // (len(factors) + 2)
    middle = fmean(outputs[: 2 * count])
    a, b, *exchanged = ([value - middle for value in outputs[i * count : (i + 1) * count]] for i in range(len(factors) + 2))
    variance = fmean(value * value for value in a + b) - fmean(a + b) ** 2
    return {
        factor: (
            fmean(y * (x - z) for x, y, z in zip(block, b, a)) / variance,
            fmean((x - z) ** 2 for x, z in zip(block, a)) / 2 / variance,
        )
        for factor, block in zip(factors, exchanged)
    }


if __name__ == "__main__":
    for name, (first, total) in indices(cs.Sweep.run(sys.argv[1]), sys.argv[2]).items():
        print(f"{name}: {first:.2f} alone, {total:.2f} with others")
