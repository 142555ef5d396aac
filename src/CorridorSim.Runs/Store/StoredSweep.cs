using CorridorSim.Runs.Files;
using CorridorSim.Runs.Manifests;

namespace CorridorSim.Runs.Store;

/// <summary>A sweep in a run store.</summary>
/// <param name="Folder">Absolute path of its folder.</param>
/// <param name="Manifest">Its manifest.</param>
public sealed record StoredSweep(string Folder, SweepManifest Manifest)
{
    /// <summary>The sweep file in canonical form.</summary>
    public const string SweepFile = SweepManifestFile.SweepFile;

    /// <summary>The resolved base scenario.</summary>
    public const string ScenarioFile = StoredRun.ScenarioFile;

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
            .Select(f => TableFile.Fault(PathOf(f)) is { } fault ? $"{Manifest.Id}/{f}: the table is damaged, it {fault}; restore it from a copy, or run the sweep again." : null)
            .FirstOrDefault(f => f is not null);

    /// <summary>What keeps readers from it, and what to do: a table that is not whole, or tables of which the manifest says something else; null when nothing does.</summary>
    public string? ReadFault => TableFault ?? TableAgreement.Problem(this);

    /// <summary>Absolute path of a file of the sweep, whatever it holds.</summary>
    public string PathOf(string file) => Path.Combine(Folder, file);

    /// <summary>Absolute path of a file of the sweep, other than a block, that holds what was written.</summary>
    /// <exception cref="RunStoreException">It is missing or damaged.</exception>
    public string Checked(string file) =>
        Manifest.Files.TryGetValue(file, out var checksum) ? CheckedFile.Demand(Folder, file, checksum)
        : throw new RunStoreException($"{Manifest.Id}/{file}: the manifest has no such file; continue the sweep with --resume.");

    /// <summary>Absolute path of the file of a block that holds what was written.</summary>
    /// <exception cref="RunStoreException">It is missing or damaged.</exception>
    public string Checked(JournalEntry block)
    {
        ArgumentNullException.ThrowIfNull(block);
        return CheckedFile.Demand(Folder, SweepJournal.FileOf(block.Block), block.Checksum);
    }

    /// <summary>Blocks that are on disk, by their journal.</summary>
    /// <exception cref="RunStoreException">The journal of a finished sweep is missing or damaged.</exception>
    public IReadOnlyList<JournalEntry> ReadJournal()
    {
        if (Manifest.IsFinished)
        {
            _ = Checked(SweepJournal.FileName);
        }

        return new SweepJournal(Folder).Read();
    }

    /// <summary>The first fault of a finished sweep, in words; null when every byte is as it was written and the manifest agrees with the tables.</summary>
    public string? Fault()
    {
        try
        {
            foreach (var file in Manifest.Files.Keys)
            {
                _ = Checked(file);
            }

            foreach (var block in ReadJournal())
            {
                _ = Checked(block);
            }

            return TableAgreement.Problem(this);
        }
        catch (RunStoreException fault)
        {
            return fault.Message;
        }
    }
}
