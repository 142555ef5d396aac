using CorridorSim.Runs.Folders;

namespace CorridorSim.Runs.Sweeps;

/// <summary>A sweep in a run store.</summary>
/// <param name="Folder">Absolute path of its folder.</param>
/// <param name="Manifest">Its manifest.</param>
public sealed record StoredSweep(string Folder, SweepManifest Manifest)
{
    /// <summary>The sweep file in canonical form.</summary>
    public const string SweepFile = "sweep.yaml";

    /// <summary>The resolved base scenario.</summary>
    public const string ScenarioFile = "scenario.yaml";

    /// <summary>Points: variant and the values of its factors, one column a factor.</summary>
    public const string PointsFile = "points.parquet";

    /// <summary>Figures of all lanes, tidy; there when the sweep is finished.</summary>
    public const string OutcomesFile = "outcomes.parquet";

    /// <summary>The file that its writer holds.</summary>
    public const string LockFile = ".lock";

    /// <summary>What people wrote beside it.</summary>
    public RunLabels Labels => LabelFile.Of(Folder);

    /// <summary>What it answers to.</summary>
    internal ReferenceSigns Signs => new(Manifest.Id, Labels.Name, Manifest.Sweep);

    /// <summary>The first table that is missing, cut off or not readable, and what to do; null when all look whole.</summary>
    public string? TableFault =>
        new[] { PointsFile, Manifest.IsFinished ? OutcomesFile : null }.OfType<string>()
            .Select(f => TableFile.Fault(PathOf(f)) is { } fault ? $"{PathOf(f)} of sweep {Manifest.Id} {fault}; restore it from a copy, or run the sweep again." : null)
            .FirstOrDefault(f => f is not null);

    /// <summary>Absolute path of a file of the sweep.</summary>
    public string PathOf(string file) => Path.Combine(Folder, file);

    /// <summary>Blocks that are on disk.</summary>
    public IReadOnlyList<JournalEntry> ReadJournal() => new SweepJournal(Folder).Read();
}
