using CorridorSim.Model.Engine;
using CorridorSim.Runs.Files;
using CorridorSim.Runs.Manifests;

namespace CorridorSim.Runs.Store;

/// <summary>A run in a run store.</summary>
/// <param name="Folder">Absolute path of its folder.</param>
/// <param name="Manifest">Its manifest.</param>
public sealed record StoredRun(string Folder, RunManifest Manifest)
{
    /// <summary>Name of the file with the resolved scenario.</summary>
    public const string ScenarioFile = Scenarios.Files.ScenarioFile.StoredName;

    /// <summary>Name of the file that tells where the countries lie.</summary>
    public const string GeographyFileName = "geography.json";

    /// <summary>Name of the table of medians and quantiles.</summary>
    public const string SummaryFile = "summary.parquet";

    /// <summary>Name of the table of acts of agreements.</summary>
    public const string EventsFile = "events.parquet";

    /// <summary>Name of the table of lanes.</summary>
    public const string LanesFile = "lanes.parquet";

    /// <summary>Name of the folder with the series by week or quarter.</summary>
    public const string PeriodsFolder = "periods";

    /// <summary>By what the run reports.</summary>
    public ReportStep Step => ReportSteps.TryParse(Manifest.Step ?? string.Empty) ?? ReportStep.Month;

    /// <summary>Where the countries lie and where channels and routes lead.</summary>
    /// <exception cref="RunStoreException">The file is missing or damaged.</exception>
    public Geography ReadGeography() => GeographyFile.Read(Checked(GeographyFileName));

    /// <summary>The fully resolved scenario.</summary>
    /// <exception cref="RunStoreException">The file is missing or damaged.</exception>
    public string ReadScenario() => File.ReadAllText(Checked(ScenarioFile));

    /// <summary>Names of the files with monthly series, one a variable.</summary>
    public IReadOnlyList<string> SeriesFiles =>
        [.. Manifest.Files.Keys.Where(f => f.StartsWith("series/", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    /// <summary>Names of the files with series by week or quarter, one a variable; empty where the run reports by month.</summary>
    public IReadOnlyList<string> PeriodFiles =>
        [.. Manifest.Files.Keys.Where(f => f.StartsWith($"{PeriodsFolder}/", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    /// <summary>What people wrote beside it.</summary>
    public RunLabels Labels => LabelFile.Of(Folder);

    /// <summary>The name: the one that was given last, else the one that it was written with; null when there is none.</summary>
    public string? Name => Labels.Name ?? Manifest.Name;

    /// <summary>What it answers to.</summary>
    internal ReferenceSigns Signs => new(Manifest.Id, Name, null);

    /// <summary>The first table that is missing, cut off or not readable, and what to do; null when all look whole.</summary>
    public string? TableFault =>
        Manifest.Files.Keys.Where(f => f.EndsWith(".parquet", StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            .Select(f => TableFile.Fault(PathOf(f)) is { } fault ? $"{Manifest.Id}/{f}: the table is damaged, it {fault}; restore it from a copy, or run the scenario again." : null)
            .FirstOrDefault(f => f is not null);

    /// <summary>What keeps readers from it, and what to do: a table that is not whole, or tables of which the manifest says something else; null when nothing does.</summary>
    public string? ReadFault => TableFault ?? TableAgreement.Problem(this);

    /// <summary>The first fault, in words; null when every byte is as it was written and the manifest agrees with the tables.</summary>
    public string? Fault()
    {
        try
        {
            foreach (var file in Manifest.Files.Keys)
            {
                _ = Checked(file);
            }

            return TableAgreement.Problem(this);
        }
        catch (RunStoreException fault)
        {
            return fault.Message;
        }
    }

    /// <summary>Absolute path of a file of the run, whatever it holds.</summary>
    public string PathOf(string file) => Path.Combine(Folder, file);

    /// <summary>Absolute path of a file of the run that holds what was written.</summary>
    /// <exception cref="RunStoreException">It is missing, damaged, or not of the run.</exception>
    public string Checked(string file) => Manifest.Files.TryGetValue(file, out var checksum)
        ? CheckedFile.Demand(Folder, file, checksum)
        : throw new RunStoreException($"{Manifest.Id}/{file}: the manifest has no such file; restore the manifest, or remove the folder and run again.");
}
