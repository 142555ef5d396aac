"""The fewest places a month with which admissions pass a level: a bisection, with the same random draws at every step."""

import corridorsim as cs

PLACES = "agreements.us-panama.provisions.referrals.places-per-month"
ADMISSIONS = "admissions:usa-resettlement"


def fewest_places(scenario, goal, low=0.0, high=2000.0, steps=8, replicates=8):
    """Two numbers of places so close together as steps allow: with the first the median stays below the goal, with the second not."""
    for _ in range(steps):
        middle = (low + high) / 2
        median = scenario.evaluate({PLACES: [middle]}, ADMISSIONS, replicates=replicates).medians(ADMISSIONS)[0]
        low, high = (low, middle) if median >= goal else (middle, high)
    return low, high


if __name__ == "__main__":
    pact = cs.Scenario("us-panama-2022").set("horizon.to", "2022-12")
    without = pact.evaluate({PLACES: [0]}, ADMISSIONS, replicates=8).medians(ADMISSIONS)[0]
    print("between {:.1f} and {:.1f} places a month bring 20 % more than none".format(*fewest_places(pact, 1.2 * without)))
