"""The settings within a budget that lead to the fewest deaths: a random search in which every candidate meets the same random draws."""

import itertools
import random

import corridorsim as cs

REFERRALS = "agreements.us-panama.provisions.referrals.places-per-month"
PROTECTION = "agreements.us-panama.provisions.protection.places-per-month"


def candidates(referrals, protection, budget):
    """All settings on a grid that keep the budget."""
    return [{REFERRALS: r, PROTECTION: p} for r, p in itertools.product(referrals, protection) if r + p <= budget]


def fewest_deaths(scenario, settings, at, replicates):
    """The best of some settings, and its mean: one batch, compared replicate by replicate."""
    deaths = scenario.evaluate(settings, "deaths", replicates=replicates, at=at).values("deaths")
    means = [sum(values) / len(values) for values in deaths]
    best = min(range(len(settings)), key=means.__getitem__)
    return settings[best], means[best]


if __name__ == "__main__":
    pact = cs.Scenario("us-panama-2022").set("horizon.to", "2022-12")
    grid = candidates(range(0, 1001, 100), range(0, 1001, 100), budget=1000)
    settings, deaths = fewest_deaths(pact, random.Random(1).sample(grid, 12), at="2022", replicates=8)
    print(f"{deaths:.1f} deaths with {settings}")
