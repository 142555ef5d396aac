# The client for R against a program that runs: Rscript test.R CLIENT PROGRAM SCENARIOS. Ends with an error when something is not as it should be.
arguments <- commandArgs(trailingOnly = TRUE)
source(arguments[1])

server <- cs_start(arguments[2], scenarios = arguments[3])
places <- "agreements.us-panama.provisions.referrals.places-per-month"
refused <- function(expression, words) {
  error <- tryCatch({ expression; NULL }, corridorsim_error = identity)
  stopifnot(!is.null(error), grepl(words, conditionMessage(error), fixed = TRUE))
}

pact <- cs_set(cs_scenario(server, "us-panama-2022"), "horizon.to", "2022-12")
run <- cs_run(cs_set(pact, paste0(places, ".value"), 1000), replicates = 4)
effects <- cs_effects(run, c("admissions:usa-resettlement", "deaths"))
stopifnot(identical(effects$name, c("admissions:usa-resettlement", "deaths")), effects$differenceMedian[1] > 0, effects$p05 <= effects$p95)
batch <- cs_evaluate(pact, setNames(data.frame(c(0, 1000)), places), c("admissions:usa-resettlement", "deaths"), replicates = 4)
stopifnot(identical(names(batch), c("point", "replicate", places, "admissions:usa-resettlement", "deaths")), nrow(batch) == 8)
stopifnot(median(batch$deaths[batch$point == 1]) == effects$otherMedian[2])
forecast <- cs_forecast(server, "americas-2024-01")
stopifnot(identical(names(forecast), c("model_id", "origin", "horizon", "target", "location", "output_type", "output_type_id", "value")))
stopifnot("us-panama-2022" %in% cs_scenarios(server)$name)

refused(cs_scenario(server, "us-panama-2023"), "us-panama-2023")
refused(cs_set(pact, paste0(places, "x.value"), 1), "places-per-month")
refused(cs_set(pact, paste0(places, ".value"), "1,000"), "write 1000")
refused(cs_without(pact, "us-panma"), "us-panma")
refused(cs_run(pact, replicates = "8"), "whole number")
refused(cs_evaluate(pact, data.frame(x.y = 1), "deaths"), "x.y")
refused(cs_evaluate(pact, setNames(data.frame("1,000"), places), "deaths"), "finite numbers")
refused(cs_effects(run, "deathz"), "deathz")
refused(cs_scenarios(cs_connect("http://127.0.0.1:1")), "no CorridorSim answers")
cs_stop(server)

# What the command line says, to the last digit, for whoever compares.
cat(sprintf("%s %.17g %.17g %.17g %s\n", effects$name, effects$differenceMedian, effects$p05, effects$p95, effects$verdict), sep = "")
