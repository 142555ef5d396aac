using CorridorSim.Dashboard.Scenarios;
using CorridorSim.Runs.Commands;
using CorridorSim.Scenarios;

namespace CorridorSim.Dashboard.Shared.Words;

/// <summary>
/// Lines for a shell that make what a page shows, from the folder in which the dashboard was started: quoted, and with the
/// folders of runs and scenarios where these are not the usual ones.
/// </summary>
/// <param name="options">What the dashboard works on.</param>
/// <param name="scenarios">The scenario files.</param>
public sealed class CommandLines(DashboardOptions options, ScenarioCatalogue scenarios)
{
    private const string UsualRuns = "runs";

    private string[] Store => options.RunsFolder == UsualRuns ? [] : ["--runs", options.RunsFolder];

    private string[] Folder => options.ScenariosFolder == ShippedFiles.FolderName ? [] : ["--scenarios", options.ScenariosFolder];

    /// <summary>Runs a scenario with values changed.</summary>
    public string Run(string scenario, IEnumerable<string> settings, int replicates) =>
        Line(["run", scenarios.PathOf(scenario), .. Set(settings), "--replicates", Number(replicates), .. Store]);

    /// <summary>Splits the effect of a scenario over its clauses.</summary>
    /// <param name="scenario">Name of the scenario.</param>
    /// <param name="settings">Values changed.</param>
    /// <param name="replicates">Simulations.</param>
    /// <param name="indicator">The indicator; null for those of the headline.</param>
    public string Why(string scenario, IEnumerable<string> settings, int replicates, string? indicator) =>
        Line(["why", scenarios.PathOf(scenario), .. Set(settings), "--replicates", Number(replicates), .. Only(indicator)]);

    /// <summary>Scores a scenario with observations.</summary>
    public string Backtest(string scenario, string observations, string from, int replicates) =>
        Line(["backtest", scenarios.PathOf(scenario), "--observations", observations, "--from", from, "--replicates", Number(replicates)]);

    /// <summary>Compares stored runs; references are those of addresses.</summary>
    /// <param name="baseline">What is compared with.</param>
    /// <param name="others">What is compared.</param>
    /// <param name="at">Months; null for all.</param>
    /// <param name="indicator">The indicator; null for those of the headline.</param>
    public string Compare(string baseline, IEnumerable<string> others, string? at, string? indicator) =>
        Line(["compare", baseline, .. others, .. at is null ? Array.Empty<string>() : ["--at", at], .. Only(indicator), .. Store]);

    /// <summary>Writes the series of a run.</summary>
    public string Export(string run) => Line(["export", run, "--format", "csv", "--out", $"{run}.csv", .. Store]);

    /// <summary>Writes the report of a run.</summary>
    public string Report(string run) => Line(["report", run, "--out", $"{run}.html", .. Store, .. Folder]);

    /// <summary>Runs a run again and compares.</summary>
    public string Verify(string run) => Line(["verify", run, .. Store, .. Folder]);

    /// <summary>Ranks the factors of a sweep.</summary>
    public string Sensitivity(string sweep, string indicator) => Line(["sensitivity", sweep, "--indicator", indicator, .. Store]);

    /// <summary>Asks all runs in SQL.</summary>
    public string Query(string sql) => Line(["query", sql, .. Store]);

    private static string[] Set(IEnumerable<string> settings) => [.. settings.SelectMany(s => new[] { "--set", s })];

    private static string[] Only(string? indicator) => indicator is null ? [] : ["--indicator", indicator];

    private static string Number(int value) => FormattableString.Invariant($"{value}");

    private static string Line(IEnumerable<string> words) => $"./{ShellText.Command(words)}";
}
