using System.Globalization;
using CorridorSim.Model.Engine;
using CorridorSim.Runs.Files;
using CorridorSim.Runs.Manifests;
using CorridorSim.Runs.Running;
using CorridorSim.Runs.Store;
using CorridorSim.Runs.Sweeps;
using DuckDB.NET.Data;

namespace CorridorSim.Runs.Proof;

/// <summary>
/// Proves a stored sweep: its files are those that were written, manifest and points are what its definition gives, the outcomes
/// are what its blocks hold, and blocks that are simulated anew, a sample or all, hold the same figures and failures.
/// </summary>
/// <param name="sweep">The sweep, its manifest as it claims to be.</param>
public sealed class SweepVerification(StoredSweep sweep)
{
    private static readonly string[] OfWork = ["created", "elapsedSeconds", "version", "build", "files"];

    private readonly FolderProof _folder = new(sweep.Folder);
    private readonly List<Finding> _findings = [];
    private readonly List<string> _notes = [];
    private readonly IReadOnlyList<JournalEntry> _journal = new SweepJournal(sweep.Folder).Read();

    /// <summary>Checks the files, then simulates blocks anew and compares.</summary>
    /// <param name="definition">The definition that the sweep keeps, made ready to run; null when it cannot be run here.</param>
    /// <param name="runner">Simulates.</param>
    /// <param name="blocks">Blocks that are simulated anew, chosen by lot; all when there are no more.</param>
    /// <param name="author">A key, PEM, whose signature there must be; null when there need be none.</param>
    /// <param name="options">How blocks are spread.</param>
    /// <param name="progress">Told how far the simulation is.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<VerificationReport> VerifyAsync(
        SweepDefinition? definition,
        Runner runner,
        int blocks,
        string? author = null,
        RunnerOptions? options = null,
        IProgress<RunProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(runner);
        LookAtFolder(author);
        var sink = new ComparingSink(sweep, definition, [.. _journal.Where(IsSound)]);
        if (definition is null && _folder.IsSound(StoredSweep.SweepFile) && _folder.IsSound(StoredSweep.ScenarioFile))
        {
            _findings.Add(new Finding(FindingKind.AnotherWorld, StoredSweep.ScenarioFile, "the sweep cannot be run with the world that lies here; name its folder with --scenarios"));
        }
        else if (definition is not null && IsOfThisWorld(definition))
        {
            var hash = CompareTables(definition);
            CompareManifest(definition, hash);
            await runner.StreamAsync(
                definition.Plan, sink.Choose(blocks), sink, (options ?? new RunnerOptions()) with { IsolatesFaults = true }, progress, cancellation);
            _findings.AddRange(sink.Findings.Select(OfBuild));
            return Report(hash, sink.Lanes);
        }

        return Report(null, 0);
    }

    private VerificationReport Report(string? hash, long lanes) => new()
    {
        Findings = [.. _folder.Findings, .. _findings],
        Notes = _notes,
        SignedBy = _folder.SignedBy,
        StoredHash = sweep.Manifest.ResultHash,
        RerunHash = hash,
        LanesSimulated = lanes,
    };

    private void LookAtFolder(string? author)
    {
        var written = sweep.Manifest.Files.ToDictionary(f => f.Key, f => f.Value);
        foreach (var entry in _journal)
        {
            written.TryAdd(SweepJournal.FileOf(entry.Block), entry.Checksum);
        }

        _folder.LookAtFiles(written, StoredSweep.LockFile, SweepJournal.FileName);
        _folder.LookAtManifest(author);
        if (!sweep.Manifest.IsFinished)
        {
            _notes.Add(string.Create(CultureInfo.InvariantCulture, $"the sweep is not finished: {_journal.Count} of {sweep.Manifest.Blocks} blocks are there"));
        }
    }

    private bool IsOfThisWorld(SweepDefinition definition)
    {
        if (sweep.Manifest.WorldHash == definition.WorldHash)
        {
            return true;
        }

        _findings.Add(new Finding(FindingKind.AnotherWorld, "worldHash", "the sweep was made with another world than the one that lies here"));
        return false;
    }

    /// <summary>Compares points and outcomes; returns the result hash of the blocks, null when they are not all there and sound.</summary>
    private string? CompareTables(SweepDefinition definition)
    {
        var folder = Directory.CreateTempSubdirectory("corridorsim-proof-");
        try
        {
            ComparePoints(definition, folder.FullName);
            if (!sweep.Manifest.IsFinished || _journal.Count != sweep.Manifest.Blocks || !_journal.All(IsSound))
            {
                return null;
            }

            var outcomes = Path.Combine(folder.FullName, StoredSweep.OutcomesFile);
            SweepTables.WriteOutcomes(sweep.Folder, sweep.Manifest with { Columns = definition.Columns }, outcomes);
            Compare(StoredSweep.OutcomesFile, outcomes);
            return SweepHash.Of(sweep.Folder, sweep.Manifest with { Columns = definition.Columns });
        }
        catch (Exception error) when (error is RunStoreException or DuckDBException)
        {
            _findings.Add(new Finding(FindingKind.Altered, "blocks", "they do not hold the figures of their lanes"));
            return null;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>
    /// Older builds kept dates as numbers of months. Such points are compared in their own form; where they differ the other build chose other
    /// dates, between two days, and nobody forged them.
    /// </summary>
    private void ComparePoints(SweepDefinition definition, string folder)
    {
        var isOlder = sweep.Manifest.Build != ModelBuild.Id && _folder.IsSound(StoredSweep.PointsFile)
            && SweepTables.HasDatesAsNumbers(sweep.PathOf(StoredSweep.PointsFile), definition);
        SweepTables.WritePoints(folder, sweep.Manifest.Id, definition, areDatesText: !isOlder);
        Compare(StoredSweep.PointsFile, Path.Combine(folder, StoredSweep.PointsFile), isOlder ? FindingKind.AnotherBuild : FindingKind.Altered);
        if (isOlder)
        {
            _notes.Add("the build that wrote it kept dates as numbers of months; they are compared as such");
        }
    }

    private void Compare(string file, string derived, FindingKind kind = FindingKind.Altered)
    {
        if (_folder.IsSound(file) && TableComparison.Difference(sweep.PathOf(file), derived) is { } difference)
        {
            _findings.Add(new Finding(kind, file, difference));
        }
    }

    private void CompareManifest(SweepDefinition definition, string? hash)
    {
        var stored = sweep.Manifest;
        if (stored.Build != ModelBuild.Id || stored.Version != definition.Version)
        {
            _notes.Add($"another build wrote it: version {stored.Version}, model {stored.Build[..8]}; this is version {definition.Version}, model {ModelBuild.Id[..8]}");
        }

        var derived = SweepRunner.Describe(definition, stored.BlockSize, stored.Created, stored.Id);
        string[] open = stored.Build == ModelBuild.Id ? OfWork : [.. OfWork, "definitionHash"];
        if (stored.IsFinished)
        {
            var failures = _journal.SelectMany(e => e.Failures.Select(f => SweepRunner.Failure(stored, definition, e, f))).ToArray();
            derived = derived with
            {
                Status = failures.Length > 0 ? SweepStatus.SomeLanesFailed : SweepStatus.Complete,
                BlocksDone = stored.Blocks,
                BlocksReused = _journal.Count(e => e.Reused is not null),
                LedgerError = _journal.Select(e => e.LedgerError).DefaultIfEmpty(0).Max(),
                ResultHash = hash ?? stored.ResultHash,
                Failures = failures,
            };
            if (_journal.Count != stored.Blocks)
            {
                _findings.Add(new Finding(FindingKind.Altered, SweepJournal.FileName, "it does not name every block"));
            }
        }
        else
        {
            open = [.. open, "status", "blocksDone", "blocksReused", "ledgerError", "failures", "resultHash"];
        }

        string[] files = [.. SweepRunner.DefiningFiles, .. stored.IsFinished ? SweepRunner.FinishedFiles : []];
        _findings.AddRange(files.Except(stored.Files.Keys).Select(f => new Finding(FindingKind.Altered, "files", $"the manifest has no checksum of {f}")));
        _findings.AddRange(ManifestComparison.Of(sweep.Folder, SweepManifestFile.ToNode(derived), open));
        var name = RunId.Of(stored.Sweep, stored.Created, SweepRunner.HashOf(definition));
        if (stored.Build == ModelBuild.Id && stored.Id != name && !stored.Id.StartsWith(name + "-", StringComparison.Ordinal))
        {
            _findings.Add(new Finding(FindingKind.Altered, "created", $"a sweep of this definition and time is called {name}"));
        }
    }

    private bool IsSound(JournalEntry entry) => _folder.IsSound(SweepJournal.FileOf(entry.Block));

    /// <summary>Other numbers of another build are no forgery; the build that made them can tell.</summary>
    private Finding OfBuild(Finding finding) =>
        sweep.Manifest.Build == ModelBuild.Id ? finding : finding with { Kind = FindingKind.AnotherBuild };
}
