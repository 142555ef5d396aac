using System.CommandLine;
using System.CommandLine.Parsing;
using System.Reflection;
using CorridorSim.Analysis;
using CorridorSim.Analysis.Forecasting;
using CorridorSim.Analysis.Records;
using CorridorSim.Analysis.Validation;
using CorridorSim.Cli;
using CorridorSim.Cli.Options;
using CorridorSim.Cli.Reports;
using CorridorSim.Cli.Terminal;
using CorridorSim.Cli.Verbs.Register;
using CorridorSim.Model.Policy;
using CorridorSim.Runs.Running;
using CorridorSim.Scenarios.Compilation;
using CorridorSim.Scenarios.Diagnostics;
using CorridorSim.Scenarios.Observations;

[assembly: Verb<RegisterVerb>(180)]

namespace CorridorSim.Cli.Verbs.Register;

/// <summary>Freezes a forecast before the months come.</summary>
internal sealed class RegisterVerb : IVerb
{
    private static readonly Argument<string> File = new("file") { Description = "scenario file" };
    private static readonly Option<string?> Until = Last();
    private static readonly Option<string> Name = new("--name") { Description = "name under which it is kept", Required = true };
    private static readonly Option<string?> Observations = new("--observations") { Description = "table of observations; default: that of the world" };
    private static readonly Option<int> Replicates = Strict.Whole("--replicates", "replicates, 2 to 10000", 2, 10_000, () => 256);
    private static readonly Option<long?> Seed = Strict.Seed();
    private static readonly Option<string?> Forecasts = new("--forecasts") { Description = "folder of registered forecasts; default: forecasts beside the scenario" };
    private static readonly Option<bool> Json = new("--json") { Description = "print one JSON document" };
    private static readonly Option<bool> Quiet = new("--quiet") { Description = "no progress" };

    public static Command Create()
    {
        var verb = new Command(
            "register", "lock a forecast before the data exist: corridorsim register scenarios/americas-history.yaml --until 2025-05 --name my-forecast")
        {
            File, Until, Name, Observations, Replicates, Seed, Forecasts, Json, Quiet,
        };
        var cluster = ClusterOption.AddTo(verb);
        verb.SetAction((parsed, cancellation) => Outcome.OfAsync(() => RunAsync(parsed, cluster, cancellation)));
        return verb;
    }

    private static async Task<int> RunAsync(ParseResult parsed, ClusterOption cluster, CancellationToken cancellation)
    {
        var bag = new DiagnosticBag();
        var file = parsed.GetValue(File)!;
        var compiled = CompiledScenario.Load(file, [], bag);
        var table = compiled is null ? null : Read(parsed.GetValue(Observations) ?? Path.Combine(compiled.World.Folder, ObservedRecord.FileName), bag);
        var map = compiled is null ? null : ObservationMap.Of(compiled, bag);
        if (compiled is null || table is null || map is null || bag.HasErrors)
        {
            return await Outcome.InvalidAsync(bag);
        }

        var options = Options(parsed, compiled, table);
        ForecastSet set;
        await using (var engine = await cluster.OpenAsync(parsed, parsed.GetValue(Quiet), cancellation))
        {
            var runner = new Runner(engine);
            var forecast = new OriginForecast(compiled, table, map, (experiment, token) => runner.RunAsync(experiment, new RunnerOptions(), null, token));
            set = await forecast.RunAsync(options, new StageProgress<string>(parsed.GetValue(Quiet), s => s), cancellation);
        }

        var identity = Identity(parsed.GetValue(Name)!, compiled, table, options);
        var ledger = new ForecastLedger(parsed.GetValue(Forecasts) ?? Path.Combine(Path.GetDirectoryName(file) is { Length: > 0 } folder ? folder : ".", ForecastLedger.Folder));
        var hash = ledger.Register(identity, Files(compiled, set));
        await (parsed.GetValue(Json)
            ? JsonOutput.WriteAsync(new { Forecast = identity, Hash = hash, Folder = ledger.FolderOf(identity.Name), Series = set.Series.Count, set.FailedReplicates })
            : Console.Out.WriteLineAsync($"Registered {identity.Name}: {set.Series.Count} series, {identity.From} to {identity.Until}{Environment.NewLine}folder  {ledger.FolderOf(identity.Name)}{Environment.NewLine}hash    {hash}"));
        return ExitCodes.Done;
    }

    private static Option<string?> Last()
    {
        var option = Strict.Month("--until", "last forecast month, yyyy-MM");
        option.Required = true;
        return option;
    }

    private static ObservationTable? Read(string path, DiagnosticBag bag) => ObservationTable.Read(path, path, bag);

    /// <summary>The forecast starts with the month after the last one in which anything was observed.</summary>
    private static BacktestOptions Options(ParseResult parsed, CompiledScenario compiled, ObservationTable table)
    {
        var (origin, until) = (table.Names.Max(n => table.Span(n).Last) + 1, CalendarMonth.Parse(parsed.GetValue(Until)!));
        if (until < origin)
        {
            throw new StudyException($"The observations reach to {CalendarMonth.Format(origin - 1)}, so that {CalendarMonth.Format(until)} is no forecast. Choose a later --until.");
        }

        return new BacktestOptions
        {
            Origin = origin,
            Months = until - origin + 1,
            Replicates = parsed.GetValue(Replicates),
            Seed = (ulong?)parsed.GetValue(Seed) ?? compiled.Scenario.Seed,
        };
    }

    private static RegisteredForecast Identity(string name, CompiledScenario compiled, ObservationTable table, BacktestOptions options) => new()
    {
        Name = name,
        RegisteredAt = TimeProvider.System.GetUtcNow(),
        Build = Assembly.GetExecutingAssembly().GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown",
        Scenario = compiled.Scenario.Id,
        ScenarioHash = compiled.Scenario.Hash,
        From = CalendarMonth.Format(options.Origin),
        Until = CalendarMonth.Format(options.Origin + options.Months - 1),
        LastObserved = CalendarMonth.Format(table.Names.Max(n => table.Span(n).Last)),
        Fitted = compiled.Scenario.Posterior?.Window is { } window ? $"{CalendarMonth.Format(window.First)} to {CalendarMonth.Format(window.Last)}" : string.Empty,
        Replicates = options.Replicates,
        Seed = options.Seed,
    };

    private static Dictionary<string, string> Files(CompiledScenario compiled, ForecastSet set)
    {
        var files = new Dictionary<string, string> { [ForecastLedger.Forecasts] = HubTable.Text([set]), [ForecastLedger.Scenario] = compiled.Text };
        if (compiled.Scenario.Posterior is { } sample)
        {
            files["posterior.csv"] = PosteriorText.Of(sample);
        }

        return files;
    }
}
