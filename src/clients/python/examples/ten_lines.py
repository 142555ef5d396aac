"""A clause of the shipped agreement changed, run, and held against the world without the agreement."""

import corridorsim as cs

places = "agreements.us-panama.provisions.referrals.places-per-month.value"
pact = cs.Scenario("us-panama-2022").set("horizon.to", "2022-12")
run = pact.set(places, 1000).run(replicates=8)
effect = run.effect("admissions:usa-resettlement")
print(effect.median, effect.interval, effect.verdict, effect.odds())
run.effects()  # A notebook shows a table with intervals.
