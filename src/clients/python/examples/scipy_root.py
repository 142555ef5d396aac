"""The number of places at which admissions are 20 % above those without any: a root that SciPy finds."""

from scipy.optimize import brentq

import corridorsim as cs

PLACES = "agreements.us-panama.provisions.referrals.places-per-month"
ADMISSIONS = "admissions:usa-resettlement"


def places_for(scenario, goal, low=0.0, high=2000.0, replicates=8):
    """The root of the median less the goal. The same random draws at every step makes it a smooth function of the places."""

    def excess(places):
        return scenario.evaluate({PLACES: [places]}, ADMISSIONS, replicates=replicates).medians(ADMISSIONS)[0] - goal

    return brentq(excess, low, high, xtol=0.5)


if __name__ == "__main__":
    pact = cs.Scenario("us-panama-2022").set("horizon.to", "2022-12")
    without = pact.evaluate({PLACES: [0]}, ADMISSIONS, replicates=8).medians(ADMISSIONS)[0]
    print(f"{places_for(pact, 1.2 * without):.1f} places a month")
