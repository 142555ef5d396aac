using System.CommandLine;
using System.CommandLine.Parsing;
using System.Diagnostics;
using CorridorSim.Analysis.Forecasting;
using CorridorSim.Analysis.Validation;
using CorridorSim.Cli;
using CorridorSim.Cli.Options;
using CorridorSim.Cli.Reports;
using CorridorSim.Cli.Terminal;
using CorridorSim.Cli.Verbs.Backtesting;
using CorridorSim.Model.Policy;
using CorridorSim.Runs.Running;
using CorridorSim.Scenarios.Compilation;
using CorridorSim.Scenarios.Diagnostics;
using CorridorSim.Scenarios.Observations;
using CorridorSim.Scenarios.Texts;

[assembly: Verb<BacktestVerb>(170)]

namespace CorridorSim.Cli.Verbs.Backtesting;

/// <summary>Scores a frozen world against observations it has not seen, beside naive rivals.</summary>
internal sealed class BacktestVerb : IVerb
{
    private static readonly Argument<string?> File = new("file") { Description = "scenario file; none with --calibration or --suite", Arity = ArgumentArity.ZeroOrOne };
    private static readonly Option<string?> Observations = new("--observations") { Description = "table with the columns series, nationality, month, value; default with --calibration: the one it names" };
    private static readonly Option<string[]> From = new("--from") { Description = "first month that is forecast, yyyy-MM; no observation from it on is used; with --calibration it may be repeated; a day with --weeks; none with --suite" };
    private static readonly Option<int?> Months = Strict.Whole("--months", "months that are forecast, 1 to 600; default: to the last observation, at most 24", 1, 600);
    private static readonly Option<int> Replicates = Strict.Whole("--replicates", "replicates, 2 to 10000", 2, 10_000, () => 64);
    private static readonly Option<long?> Seed = Strict.Seed();
    private static readonly Option<string[]> Set = new("--set") { Description = "path=value that replaces a value of the scenario; may be repeated" };
    private static readonly Option<string> Start = new("--start") { Description = "observed: earlier observations set the state at the origin; model: they do not", DefaultValueFactory = _ => "observed" };
    private static readonly Option<string[]> Given = new("--given") { Description = "observed series, all nationalities together, that is given after the origin, such as first-decisions:PLACE; levels are forecast with it; may be repeated" };
    private static readonly Option<string?> Csv = new("--csv") { Description = "file for all months: observed, forecast, bands" };
    private static readonly Option<string?> Plots = new("--plots") { Description = "folder for a plot of each series, as SVG" };
    private static readonly Option<bool> Json = new("--json") { Description = "print one JSON document" };
    private static readonly Option<bool> Quiet = new("--quiet") { Description = "no progress" };

    public static Command Create()
    {
        var verb = new Command(
            "backtest", "test forecasts from past months against observations: corridorsim backtest scenarios/americas-history.yaml --observations scenarios/worlds/americas/observations.csv --from 2022-07")
        {
            File, Observations, From, Months, Replicates, Seed, Set, Start, Given, Csv, Plots, Json, Quiet,
        };
        var cluster = ClusterOption.AddTo(verb);
        var rolling = new RollingBacktestRun();
        rolling.AddTo(verb);
        var weekly = new WeeklyBacktestRun();
        weekly.AddTo(verb);
        var suite = new SuiteBacktestRun();
        suite.AddTo(verb);
        verb.Validators.Add(r => RequireOneQuestion(r, rolling, weekly, suite));
        Start.AcceptOnlyFromAmong("observed", "model");
        verb.SetAction((parsed, cancellation) => Outcome.OfAsync(() => suite.IsAsked(parsed)
            ? suite.RunAsync(parsed, cluster, SuiteRequest(parsed), cancellation)
            : weekly.IsAsked(parsed)
            ? weekly.RunAsync(parsed, cluster, parsed.GetValue(rolling.Calibration)!, parsed.GetValue(Observations), parsed.GetValue(From)![0], parsed.GetValue(Json), parsed.GetValue(Quiet), cancellation)
            : rolling.IsAsked(parsed)
            ? rolling.RunAsync(parsed, cluster, Request(parsed), cancellation)
            : RunAsync(parsed, cluster, cancellation)));
        return verb;
    }

    private static async Task<int> RunAsync(ParseResult parsed, ClusterOption cluster, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        var bag = new DiagnosticBag();
        var compiled = CompiledScenario.Load(parsed.GetValue(File)!, parsed.GetValue(Set) ?? [], bag);
        var table = ObservationTable.Read(parsed.GetValue(Observations)!, parsed.GetValue(Observations)!, bag);
        if (compiled is null || table is null || Options(parsed, compiled, table, bag) is not { } options)
        {
            return await Outcome.InvalidAsync(bag);
        }

        var map = ObservationMap.Of(compiled, bag);
        if (bag.HasErrors)
        {
            return await Outcome.InvalidAsync(bag);
        }

        BacktestReport report;
        await using (var engine = await cluster.OpenAsync(parsed, parsed.GetValue(Quiet), cancellation))
        {
            var runner = new Runner(engine);
            var backtest = new Backtest(compiled, table, options, (experiment, token) => runner.RunAsync(experiment, new RunnerOptions { BlockSize = 32 }, null, token));
            report = await backtest.RunAsync(map, new StageProgress<string>(parsed.GetValue(Quiet), s => s), cancellation);
        }

        var output = new BacktestOutput(compiled, options, report, clock.Elapsed);
        output.Save(parsed.GetValue(Csv));
        output.Draw(parsed.GetValue(Plots));
        await (parsed.GetValue(Json) ? output.WriteJsonAsync() : output.WriteTextAsync());
        return report.Scores.Count == 0 || report.FailedReplicates == options.Replicates ? ExitCodes.NothingUsable
            : report.FailedReplicates > 0 ? ExitCodes.SomeLanesFailed
            : ExitCodes.Done;
    }

    private static BacktestOptions? Options(ParseResult parsed, CompiledScenario compiled, ObservationTable table, DiagnosticBag bag)
    {
        var from = parsed.GetValue(From)![0];
        var origin = CalendarMonth.Parse(from);
        var last = table.Names.Max(n => table.Span(n).Last);
        if (origin < compiled.Scenario.FirstMonth)
        {
            bag.Add("--from", 1, 1, $"{from} lies before the scenario, which starts in {CalendarMonth.Format(compiled.Scenario.FirstMonth)}; choose a later month");
        }

        if (last < origin)
        {
            bag.Add(parsed.GetValue(Observations)!, 1, 1, $"the observations end in {CalendarMonth.Format(last)}, before {from}, so that there is nothing to score; choose an earlier month");
        }

        return bag.HasErrors ? null : new BacktestOptions
        {
            Origin = origin,
            Months = parsed.GetValue(Months) ?? Math.Clamp(last - origin + 1, 1, RollingBacktestRun.UsualMonths),
            Replicates = parsed.GetValue(Replicates),
            Seed = (ulong?)parsed.GetValue(Seed) ?? compiled.Scenario.Seed,
            StartsFromObservations = parsed.GetValue(Start) == "observed",
            Given = parsed.GetValue(Given) ?? [],
        };
    }

    private static RollingRequest Request(ParseResult parsed) => new(
        parsed.GetValue(Observations),
        [.. parsed.GetValue(From)!.Select(CalendarMonth.Parse).Distinct().Order()],
        parsed.GetValue(Months),
        parsed.GetValue(Replicates),
        (ulong?)parsed.GetValue(Seed),
        parsed.GetValue(Start) == "observed",
        parsed.GetValue(Json),
        parsed.GetValue(Quiet),
        parsed.GetValue(Given) ?? []);

    private static SuiteRequest SuiteRequest(ParseResult parsed) => new(
        parsed.GetValue(Observations),
        parsed.GetValue(Replicates),
        (ulong?)parsed.GetValue(Seed),
        parsed.GetValue(Json),
        parsed.GetValue(Quiet));

    private static void RequireMonths(CommandResult result)
    {
        foreach (var token in (result.GetResult(From)?.Tokens ?? []).Where(t => !DateText.IsMonth(t.Value)))
        {
            result.AddError($"--from must be a whole month such as 2022-10, not {(token.Value.Length == 0 ? "an empty text" : token.Value)}");
        }
    }

    /// <summary>Weeks ahead belong to one calibration and one first day.</summary>
    private static void RequireWeeks(CommandResult result, RollingBacktestRun rolling, WeeklyBacktestRun weekly, SuiteBacktestRun suite)
    {
        if (result.GetValue(rolling.Calibration) is null || result.GetValue(File) is not null)
        {
            result.AddError("--weeks needs --calibration FILE and no scenario file: the calibration names its scenario");
        }

        if (result.GetResult(From)?.Tokens is not [var from] || !WeeklyBacktestRun.TryDay(from.Value, out _))
        {
            result.AddError($"{weekly.Weeks.Name} needs one --from with a day, such as --from 2022-06-28: every report from it on begins a forecast");
        }

        IdleOption.Refuse(result, "with --weeks", [Months, Replicates, Seed, Set, Start, Given, Csv, Plots, .. rolling.Own, .. suite.Own, suite.Suite]);
    }

    /// <summary>One scenario from one month, or one calibration from any number, or a suite, which has dates of its own.</summary>
    private static void RequireOneQuestion(CommandResult result, RollingBacktestRun rolling, WeeklyBacktestRun weekly, SuiteBacktestRun suite)
    {
        if (result.GetResult(weekly.Weeks)?.Tokens.Count > 0)
        {
            RequireWeeks(result, rolling, weekly, suite);
            return;
        }

        RequireMonths(result);
        var several = result.GetValue(rolling.Calibration) is not null;
        if (result.GetValue(suite.Suite) is not null)
        {
            if (several || result.GetValue(File) is not null || result.GetResult(From)?.Tokens.Count > 0)
            {
                result.AddError("a suite names its scenarios and dates; give --suite alone, without a file, --calibration or --from");
            }

            IdleOption.Refuse(result, "with --suite", [Months, Set, Start, Given, Csv, Plots, .. rolling.Own, .. weekly.Own]);
            return;
        }

        if (result.GetResult(From) is not { Tokens.Count: > 0 })
        {
            result.AddError("--from is missing; give the first month that is forecast, such as --from 2022-10");
            return;
        }

        IdleOption.Refuse(result, "without --suite", suite.Own);
        IdleOption.Refuse(result, "without --weeks", weekly.Own);
        IdleOption.Refuse(result, several ? "with --calibration" : "without --calibration", several ? [Set] : rolling.Own);
        var hasFile = result.GetValue(File) is not null;
        if (several == hasFile)
        {
            result.AddError(several ? "give a scenario file or --calibration, not both: the calibration names its scenario" : "give a scenario file, or --calibration FILE for several origins");
        }
        else if (!several && (result.GetValue(Observations) is null || result.GetResult(From)?.Tokens.Count > 1))
        {
            result.AddError("a scenario file needs --observations and one --from; several origins need --calibration");
        }
        else if (several && (result.GetValue(Csv) ?? result.GetValue(Plots)) is not null)
        {
            result.AddError("--csv and --plots go with a scenario file; with --calibration use --hub and --reliability");
        }
    }
}
