# CorridorSim from R, in one file: source("corridorsim.R"). Needs the package jsonlite and nothing else.
#
#   server <- cs_start()                                   # starts the program; ends it with R, at the latest
#   pact <- cs_scenario(server, "us-panama-2022")
#   bolder <- cs_set(pact, "agreements.us-panama.provisions.referrals.places-per-month.value", 1000)
#   run <- cs_run(bolder, replicates = 16)
#   cs_effects(run, "admissions:usa-resettlement")          # the figures of compare --json
#   places <- "agreements.us-panama.provisions.referrals.places-per-month"
#   cs_evaluate(pact, setNames(data.frame(c(0, 500, 1000)), places), "deaths", replicates = 16)
#
# What is wrong is an error of the class corridorsim_error with $mistakes: file, line, column, cause and remedy of each.

# ---- the program -------------------------------------------------------------------------------------------------------------

#' Starts the program on a free port. It ends when cs_stop() is called or R ends, even when R is killed.
#' program: path of the executable; else the variable CORRIDORSIM, else corridorsim on the PATH.
#' scenarios, runs: folders; the scenarios that come with the program, and a temporary folder of runs, when not given.
cs_start <- function(program = NULL, scenarios = NULL, runs = tempfile("corridorsim-runs-")) {
  if (is.null(program)) program <- Sys.getenv("CORRIDORSIM", Sys.which("corridorsim"))
  if (!nzchar(program) || !file.exists(program)) {
    .cs_fail("there is no program 'corridorsim'; put it on the PATH, set CORRIDORSIM to its path, or give cs_start(program = ...)")
  }
  said <- tempfile("corridorsim-said-")
  arguments <- c("serve", "--urls", "http://127.0.0.1:0", "--no-example", "--until-input-ends", "--runs", shQuote(runs))
  if (!is.null(scenarios)) arguments <- c(arguments, "--scenarios", shQuote(scenarios))
  input <- pipe(paste(c(shQuote(program), arguments, ">", shQuote(said), "2>&1"), collapse = " "), "w")
  for (attempt in seq_len(600)) {
    lines <- if (file.exists(said)) readLines(said, warn = FALSE) else character()
    address <- sub("^dashboard +(http://[^ ]+).*", "\\1", grep("^dashboard +http", lines, value = TRUE))
    if (length(address) == 1) {
      server <- new.env()
      server$url <- address
      server$key <- NULL
      server$input <- input
      reg.finalizer(server, cs_stop, onexit = TRUE)
      return(structure(server, class = "corridorsim_server"))
    }
    if (any(grepl("^corridorsim: ", lines))) break
    Sys.sleep(0.1)
  }
  close(input)
  .cs_fail(paste(c("the program did not start", lines), collapse = "\n"))
}

#' Uses a program that runs already. key: its access key, where it has one.
cs_connect <- function(url, key = NULL) {
  server <- new.env()
  server$url <- sub("/$", "", url)
  server$key <- key
  structure(server, class = "corridorsim_server")
}

#' Ends a program that cs_start() started; one that ran already goes on.
cs_stop <- function(server) {
  if (!is.null(server$input)) {
    input <- server$input
    server$input <- NULL
    close(input)
  }
  invisible(NULL)
}

# ---- scenarios and runs ------------------------------------------------------------------------------------------------------

#' The scenarios that are offered: name, title and parent.
cs_scenarios <- function(server) .cs_get(server, "/scenarios")[, c("name", "title", "extends")]

#' A scenario by its name. It is never changed itself: cs_set() gives a new one.
cs_scenario <- function(server, name) .cs_checked(structure(list(server = server, name = name, settings = character()), class = "corridorsim_scenario"))

#' A scenario in which one value is another.
cs_set <- function(scenario, path, value) {
  if (length(path) != 1 || !is.character(path) || !nzchar(path)) .cs_fail("the path must be a text, such as ensemble.replicates")
  if (length(value) != 1 || is.na(value)) .cs_fail(paste0(path, ": give one number, text or truth value"))
  if (is.character(value) && grepl("^[-+]?[0-9]+(,[0-9]+)+([.][0-9]+)?$", value)) {
    .cs_fail(paste0(path, ": '", value, "' has a comma in a number; write ", gsub(",", "", value), " for thousands, and a point before decimals"))
  }
  text <- if (is.logical(value)) tolower(value) else if (is.numeric(value)) sprintf("%.17g", value) else value
  scenario$settings <- c(scenario$settings, paste0(path, "=", text))
  .cs_checked(scenario)
}

#' A scenario without an agreement.
cs_without <- function(scenario, agreement) {
  cs_set(scenario, paste0("agreements.", agreement, ".title"), "without")
  cs_set(scenario, paste0("agreements.", agreement), "null")
}

#' Runs a scenario beside its parent and waits for the end.
cs_run <- function(scenario, replicates = NULL, seed = NULL) {
  .cs_whole("replicates", replicates)
  .cs_whole("seed", seed)
  server <- scenario$server
  job <- .cs_post(server, "/runs", list(scenario = scenario$name, set = as.list(scenario$settings), replicates = replicates, seed = seed))
  # The stream of events ends with the job.
  events <- strsplit(.cs_request(server, "GET", paste0("/jobs/", job$id, "/events")), "\n", fixed = TRUE)[[1]]
  last <- jsonlite::fromJSON(sub("^data:", "", utils::tail(grep("^data:", events, value = TRUE), 1)))
  if (is.null(last$runId)) .cs_fail(if (is.null(last$failure)) paste("the run ended as", last$state) else last$failure)
  detail <- .cs_get(server, paste0("/runs/", last$runId))
  structure(list(server = server, id = last$runId, variants = detail$run$variants, result_hash = detail$run$resultHash, headline = detail$headline), class = "corridorsim_run")
}

#' Paired effects of a run against its parent, a row an indicator: median, interval, verdict and the rest.
#' indicators: names or patterns; the headline when none is given. at: months, such as 2023 or 2023-10..2024-03.
cs_effects <- function(run, indicators = character(), at = NULL) {
  if (length(run$variants) < 2) .cs_fail(paste(run$variants[1], "extends no other scenario, so that there is nothing to compare it with"))
  query <- c(base = paste0(run$id, ":", run$variants[2]), other = paste0(run$id, ":", run$variants[1]), at = at)
  query <- paste(c(paste0(names(query), "=", .cs_quoted(query)), if (length(indicators) > 0) paste0("indicator=", .cs_quoted(indicators))), collapse = "&")
  .cs_get(run$server, paste0("/compare?", query))$effects
}

# ---- many settings, sweeps, forecasts ----------------------------------------------------------------------------------------

#' Simulates many settings with the same random draws: a row a point and replicate.
#' points: a data frame with a column a path, named by the path.
cs_evaluate <- function(scenario, points, indicators = character(), replicates = NULL, seed = NULL, at = NULL) {
  if (!is.data.frame(points) || nrow(points) == 0) .cs_fail("points must be a data frame with a column a path and at least one row")
  for (path in names(points)) {
    if (!is.numeric(points[[path]]) || !all(is.finite(points[[path]]))) .cs_fail(paste0("points: ", path, " must have finite numbers alone, without commas"))
  }
  .cs_whole("replicates", replicates)
  .cs_whole("seed", seed)
  # Seventeen digits are a number to the last bit; jsonlite itself writes fifteen.
  columns <- lapply(points, function(column) sprintf("%.17g", column))
  rows <- structure(paste0("[", paste0("[", do.call(paste, c(unname(columns), sep = ",")), "]", collapse = ","), "]"), class = "json")
  answer <- .cs_request(scenario$server, "POST", "/evaluate", list(
    scenario = scenario$name, set = as.list(scenario$settings), paths = as.list(names(points)), points = rows, indicators = as.list(indicators),
    replicates = replicates, seed = seed, at = at, format = "csv"
  ))
  table <- utils::read.csv(text = answer, check.names = FALSE)
  if (length(unique(table$point)) != nrow(points)) .cs_fail("the answer broke off; the program ended or a simulation failed")
  cbind(table[, c("point", "replicate")], points[table$point + 1, , drop = FALSE], table[, -(1:2), drop = FALSE], row.names = NULL)
}

#' A finished sweep as a table: point, replicate, factors and figures.
cs_sweep <- function(server, id) utils::read.csv(text = .cs_request(server, "GET", paste0("/sweeps/", .cs_quoted(id), "/results?format=csv")), check.names = FALSE)

#' A registered forecast in the columns of the hubverse.
cs_forecast <- function(server, name) {
  utils::read.csv(text = .cs_request(server, "GET", paste0("/forecasts/", .cs_quoted(name), "/table?format=csv")), check.names = FALSE)
}

# ---- HTTP over a socket of base R --------------------------------------------------------------------------------------------

.cs_fail <- function(message, mistakes = character(), status = 0) {
  stop(structure(
    class = c("corridorsim_error", "error", "condition"),
    list(message = paste(c(message, mistakes), collapse = "\n"), call = NULL, mistakes = mistakes, status = status)
  ))
}

.cs_whole <- function(name, value) {
  if (!is.null(value) && (!is.numeric(value) || length(value) != 1 || is.na(value) || value != round(value))) {
    .cs_fail(paste0(name, " must be a whole number"))
  }
}

.cs_checked <- function(scenario) {
  answer <- .cs_post(scenario$server, "/scenarios/validate", list(scenario = scenario$name, set = as.list(scenario$settings)))
  if (!answer$isValid) .cs_fail(paste0("the scenario '", scenario$name, "' has mistakes"), unlist(answer$mistakes), 422)
  scenario
}

.cs_quoted <- function(text) vapply(text, utils::URLencode, "", reserved = TRUE, USE.NAMES = FALSE)

.cs_get <- function(server, path) jsonlite::fromJSON(.cs_request(server, "GET", path))

.cs_post <- function(server, path, body) jsonlite::fromJSON(.cs_request(server, "POST", path, body))

.cs_request <- function(server, method, path, body = NULL) {
  place <- regmatches(server$url, regexec("^http://([^:/]+):?([0-9]*)$", server$url))[[1]]
  if (length(place) == 0) .cs_fail(paste0("'", server$url, "' is no address; give http://HOST:PORT"))
  port <- if (nzchar(place[3])) as.integer(place[3]) else 80L
  socket <- tryCatch(
    suppressWarnings(socketConnection(place[2], port, blocking = TRUE, open = "r+b", timeout = 86400)),
    error = function(e) .cs_fail(paste("no CorridorSim answers at", server$url))
  )
  on.exit(close(socket))
  content <- if (is.null(body)) raw() else charToRaw(enc2utf8(jsonlite::toJSON(Filter(Negate(is.null), body), auto_unbox = TRUE, null = "null", json_verbatim = TRUE)))
  headers <- c(
    paste(method, paste0("/api/v1", path), "HTTP/1.1"), paste0("Host: ", place[2], ":", port), "Accept: application/json, text/csv", "Connection: close",
    if (!is.null(body)) c("Content-Type: application/json", paste("Content-Length:", length(content))),
    if (!is.null(server$key)) paste("Authorization: Bearer", server$key)
  )
  writeBin(c(charToRaw(paste0(paste(headers, collapse = "\r\n"), "\r\n\r\n")), content), socket)
  parts <- list()
  while (length(part <- readBin(socket, "raw", 65536)) > 0) parts[[length(parts) + 1]] <- part
  .cs_answer(do.call(c, c(list(raw()), parts)))
}

.cs_answer <- function(bytes) {
  # The end of the headers: two line ends in a row.
  end <- grepRaw("\r\n\r\n", bytes, fixed = TRUE)
  if (length(end) == 0) .cs_fail("the program ended before it answered")
  head <- rawToChar(bytes[seq_len(end - 1)])
  content <- bytes[-seq_len(end + 3)]
  if (grepl("transfer-encoding: *chunked", head, ignore.case = TRUE)) content <- .cs_unchunked(content)
  text <- rawToChar(content)
  Encoding(text) <- "UTF-8"
  status <- as.integer(sub("^HTTP/1.[01] ([0-9]+).*", "\\1", strsplit(head, "\r\n", fixed = TRUE)[[1]][1]))
  if (status >= 400) {
    problem <- tryCatch(jsonlite::fromJSON(text), error = function(e) list())
    .cs_fail(if (is.null(problem$detail)) paste("refused with status", status) else problem$detail, unlist(problem$mistakes), status)
  }
  text
}

.cs_unchunked <- function(bytes) {
  parts <- list()
  start <- 1
  repeat {
    line <- if (start > length(bytes)) integer() else grepRaw("\r\n", bytes, offset = start, fixed = TRUE)
    if (length(line) == 0) .cs_fail("the answer broke off; the program ended or a simulation failed")
    size <- strtoi(sub(";.*", "", rawToChar(bytes[start:(line - 1)])), 16L)
    if (size == 0) return(do.call(c, c(list(raw()), parts)))
    if (length(bytes) < line + 1 + size) .cs_fail("the answer broke off; the program ended or a simulation failed")
    parts[[length(parts) + 1]] <- bytes[line + 1 + seq_len(size)]
    start <- line + 2 + size + 2
  }
}
