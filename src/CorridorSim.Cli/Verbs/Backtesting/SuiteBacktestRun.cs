using System.CommandLine;
using System.CommandLine.Parsing;
using CorridorSim.Analysis.Suites;
using CorridorSim.Cli.Options;
using CorridorSim.Cli.Reports;
using CorridorSim.Cli.Terminal;
using CorridorSim.Runs.Running;
using CorridorSim.Scenarios.Diagnostics;
using CorridorSim.Scenarios.Suites;

namespace CorridorSim.Cli.Verbs.Backtesting;

/// <summary><c>backtest --suite</c>: forecasts around dated measures whose consequences were counted.</summary>
internal sealed class SuiteBacktestRun
{
    /// <summary>The suite.</summary>
    public Option<string?> Suite { get; } = new("--suite") { Description = "suite of natural experiments, *.suite.yaml: what was counted and simulated around dated measures, and where nothing was signed" };
    private readonly Option<string?> _markdown = new("--markdown") { Description = "with --suite: file for the tables, as Markdown" };

    /// <summary>Options that count with a suite alone.</summary>
    public IEnumerable<Option> Own => [_markdown];

    public void AddTo(Command verb)
    {
        verb.Add(Suite);
        verb.Add(_markdown);
    }

    /// <summary>Whether it is asked for.</summary>
    public bool IsAsked(ParseResult parsed) => parsed.GetValue(Suite) is not null;

    public async Task<int> RunAsync(ParseResult parsed, ClusterOption cluster, SuiteRequest request, CancellationToken cancellation)
    {
        var bag = new DiagnosticBag();
        var plan = SuiteFile.Load(parsed.GetValue(Suite)!, request.Observations, bag);
        if (plan is null || bag.HasErrors)
        {
            return await Outcome.InvalidAsync(bag);
        }

        SuiteReport report;
        await using (var engine = await cluster.OpenAsync(parsed, request.IsQuiet, cancellation))
        {
            var runner = new Runner(engine);
            var study = new SuiteStudy(plan, request.Replicates, request.Seed, (experiment, token) => runner.RunAsync(experiment, new RunnerOptions { BlockSize = 32 }, null, token));
            report = await study.RunAsync(bag, new StageProgress<string>(request.IsQuiet, s => s), cancellation);
        }

        if (bag.HasErrors)
        {
            return await Outcome.InvalidAsync(bag);
        }

        var output = new SuiteOutput(plan, report, request.Replicates);
        if (parsed.GetValue(_markdown) is { } file)
        {
            OutputFile.Write(file, output.Markdown());
        }

        await (request.IsJson ? output.WriteJsonAsync() : output.WriteTextAsync());
        return report.Rows.Count == 0 ? ExitCodes.NothingUsable : report.FailedReplicates > 0 ? ExitCodes.SomeLanesFailed : ExitCodes.Done;
    }
}

/// <summary>What of the options of <c>backtest</c> concerns a suite.</summary>
/// <param name="Observations">Observations in place of those of the suite, or null.</param>
/// <param name="Replicates">Replicates of each forecast.</param>
/// <param name="Seed">Seed, or null for that of each scenario.</param>
/// <param name="IsJson">Whether JSON is printed.</param>
/// <param name="IsQuiet">Whether progress is not shown.</param>
internal sealed record SuiteRequest(string? Observations, int Replicates, ulong? Seed, bool IsJson, bool IsQuiet);
