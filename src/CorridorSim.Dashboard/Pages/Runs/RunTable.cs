using System.Globalization;
using CorridorSim.Runs.Keeping;
using CorridorSim.Runs.Manifests;
using CorridorSim.Runs.Store;

namespace CorridorSim.Dashboard.Pages.Runs;

/// <summary>A run as the table of runs shows it.</summary>
/// <param name="Entry">The run with what people wrote beside it.</param>
/// <param name="Scenario">Title of its scenario; the identifier when the scenario is not there.</param>
/// <param name="Settings">Its settings in words, by key; those that it takes from its file have no entry.</param>
public sealed record RunRow(StoreEntry Entry, string Scenario, IReadOnlyDictionary<string, string> Settings)
{
    /// <summary>The manifest.</summary>
    public RunManifest Manifest => Entry.Run!.Manifest;

    /// <summary>What it is called.</summary>
    public string Name => Entry.Name is { Length: > 0 } name ? name : Scenario;

    /// <summary>Whether every word of a search is in its name, its scenario, its tags, its note or its settings.</summary>
    public bool Matches(string? search) => (search ?? string.Empty).Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .All(word => $"{Entry.Id} {Entry.Name} {Entry.Scenario} {Scenario} {string.Join(' ', Entry.Labels.Tags)} {Entry.Labels.Note} {string.Join(' ', Settings.Values)}".Contains(word, StringComparison.OrdinalIgnoreCase));
}

/// <summary>Runs side by side, with a column for each setting in which they differ.</summary>
/// <param name="Rows">The runs.</param>
/// <param name="Columns">Settings that are not the same in all of them: key and label.</param>
public sealed record RunTable(IReadOnlyList<RunRow> Rows, IReadOnlyList<(string Key, string Label)> Columns)
{
    private const int MostColumns = 8;
    private const string ScenarioKey = "scenario";

    private static readonly (string Key, string Label)[] Common = [(ScenarioKey, "scenario"), ("from", "first month"), ("months", "months"), ("replicates", "simulations"), ("seed", "random draws")];

    /// <summary>Reads the settings of runs, in the order given.</summary>
    /// <param name="runs">The runs.</param>
    /// <param name="titles">Titles of scenarios by identifier.</param>
    public static IReadOnlyList<RunRow> Read(IEnumerable<StoredRun> runs, IReadOnlyDictionary<string, string> titles)
    {
        ArgumentNullException.ThrowIfNull(runs);
        ArgumentNullException.ThrowIfNull(titles);
        return [.. runs.Select(r => Row(r, titles.GetValueOrDefault(r.Manifest.Scenario, r.Manifest.Scenario)))];
    }

    /// <summary>The table of some runs.</summary>
    public static RunTable Of(IReadOnlyList<RunRow> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var changes = rows.SelectMany(r => r.Manifest.Changes).DistinctBy(c => c.Path).Select(c => (Key: c.Path, Label: c.Words.Split(": ")[0]));
        return new RunTable(rows, [.. Common.Concat(changes).Where(c => rows.Select(r => r.Settings.GetValueOrDefault(c.Key)).Distinct().Count() > 1).Take(MostColumns)]);
    }

    private static RunRow Row(StoredRun run, string scenario) => new(StoreEntry.Of(run), scenario, Settings(run.Manifest, scenario));

    private static Dictionary<string, string> Settings(RunManifest manifest, string scenario)
    {
        var settings = new Dictionary<string, string>
        {
            [ScenarioKey] = scenario,
            ["from"] = manifest.From,
            ["months"] = manifest.Months.ToString(CultureInfo.InvariantCulture),
            ["replicates"] = manifest.Replicates.ToString(CultureInfo.InvariantCulture),
            ["seed"] = manifest.Seed.ToString(CultureInfo.InvariantCulture),
        };
        foreach (var change in manifest.Changes)
        {
            settings[change.Path] = change.After;
        }

        return settings;
    }
}
