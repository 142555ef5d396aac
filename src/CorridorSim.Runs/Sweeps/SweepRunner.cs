using System.Diagnostics;
using System.Globalization;
using CorridorSim.Grains.Cluster;
using CorridorSim.Model.Engine;
using CorridorSim.Model.Lanes;
using CorridorSim.Model.Policy;
using CorridorSim.Runs.Files;
using CorridorSim.Runs.Manifests;
using CorridorSim.Runs.Running;
using CorridorSim.Runs.Store;

namespace CorridorSim.Runs.Sweeps;

/// <summary>
/// Runs sweeps into a run store: blocks that are there already, in this sweep or in another of the store, are not simulated again;
/// a sweep can be stopped or killed at any time and resumed, and ends with the same result hash.
/// </summary>
/// <param name="runner">Simulates blocks.</param>
/// <param name="store">Where sweeps are kept.</param>
/// <param name="clock">Tells when a sweep began.</param>
public sealed class SweepRunner(Runner runner, SweepStore store, TimeProvider? clock = null)
{
    /// <summary>Files that the manifest has from the beginning.</summary>
    internal static readonly string[] DefiningFiles = [StoredSweep.SweepFile, StoredSweep.ScenarioFile, StoredSweep.PointsFile];

    /// <summary>Files that it has at the end as well.</summary>
    internal static readonly string[] FinishedFiles = [StoredSweep.OutcomesFile, SweepJournal.FileName];

    /// <summary>Runs a sweep, or what is left of it.</summary>
    /// <exception cref="SweepStoppedException">It was stopped; it can be resumed.</exception>
    /// <exception cref="ResumeRefusedException">Its definition changed since it began.</exception>
    /// <exception cref="RunStoreException">Another process is at work on it, or the store cannot be written.</exception>
    public async Task<StoredSweep> RunAsync(
        SweepDefinition definition, SweepOptions options, IProgress<RunProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(options);
        var hash = HashOf(definition);
        var unfinished = options.Resume ? Unfinished(definition, hash) : null;
        if (unfinished is not null && SweepDifference.Describe(unfinished, definition, hash) is { Count: > 0 } differences)
        {
            throw new ResumeRefusedException(
                $"sweep {unfinished.Manifest.Id} began with another definition; restore it, or start anew without --resume (blocks of the same content are reused)", differences);
        }

        if (unfinished is null && options.Resume && Finished(definition, hash) is { } finished)
        {
            if (finished.Fault() is null)
            {
                return finished;
            }

            // What was damaged since is made anew; the rest is kept.
            unfinished = finished;
        }

        if (unfinished is not null)
        {
            definition = WithWordsOf(unfinished, definition);
        }

        var sweep = unfinished ?? Create(definition, hash, options.Runner.BlockSize);
        try
        {
            await using var hold = await SweepLock.TakeAsync(sweep, isNew: unfinished is null);
            return await WorkAsync(sweep, definition, options.Runner, progress, cancellation);
        }
        catch (Exception error) when (StoreFault.Is(error))
        {
            throw new RunStoreException($"{sweep.Folder}: cannot write the sweep ({StoreFault.Words(error)}); make room or mend its rights, then continue with --resume.", error);
        }
    }

    /// <summary>Hash of everything that determines the numbers of a sweep.</summary>
    public static string HashOf(SweepDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return SweepDifference.HashOf(definition);
    }

    /// <summary>A sweep that goes on keeps the words that it began with, as its manifest and its files have them.</summary>
    private static SweepDefinition WithWordsOf(StoredSweep sweep, SweepDefinition definition) => definition with
    {
        Title = sweep.Manifest.Title,
        Text = File.ReadAllText(sweep.Checked(StoredSweep.SweepFile)),
        Scenario = sweep.Manifest.Scenario,
        ScenarioText = File.ReadAllText(sweep.Checked(StoredSweep.ScenarioFile)),
        ScenarioHash = sweep.Manifest.ScenarioHash,
    };

    private StoredSweep? Unfinished(SweepDefinition definition, string hash) => store.List().Sweeps.FirstOrDefault(s =>
        s.Manifest.Sweep == definition.Id && (!s.Manifest.IsFinished || (s.Manifest.HasLostLanes && s.Manifest.DefinitionHash == hash)));

    private StoredSweep? Finished(SweepDefinition definition, string hash) =>
        store.List().Sweeps.FirstOrDefault(s => s.Manifest.Sweep == definition.Id && s.Manifest.DefinitionHash == hash && s.Manifest.IsFinished);

    private async Task<StoredSweep> WorkAsync(
        StoredSweep sweep, SweepDefinition definition, RunnerOptions options, IProgress<RunProgress>? progress, CancellationToken cancellation)
    {
        _ = sweep.Checked(StoredSweep.PointsFile);
        var work = Stopwatch.StartNew();
        using var span = RunInstruments.StartFolder("sweep", sweep.Manifest.Id);
        var size = sweep.Manifest.BlockSize;
        using var writer = new SweepWriter(sweep.Folder, definition, size);
        var cache = new BlockCache(store, sweep.Manifest.Id);
        Update(sweep, definition, writer, SweepStatus.Running, work.Elapsed);
        try
        {
            var pending = new List<LaneRange>();
            foreach (var lanes in Runner.Blocks(definition.Plan.Experiment.Lanes, size))
            {
                cancellation.ThrowIfCancellationRequested();
                if (!writer.Holds(lanes) && !writer.TryReuse(lanes, cache))
                {
                    pending.Add(lanes);
                }
            }

            await runner.StreamAsync(definition.Plan, pending, writer, options with { IsolatesFaults = true }, progress, cancellation);
        }
        catch (OperationCanceledException stop)
        {
            throw new SweepStoppedException(Update(sweep, definition, writer, SweepStatus.Stopped, work.Elapsed), stop);
        }
        catch (ClusterException gone)
        {
            _ = Update(sweep, definition, writer, SweepStatus.Stopped, work.Elapsed);
            throw new ClusterException($"{gone.Message.TrimEnd('.')}, then continue with --resume.", gone);
        }

        return Finish(sweep, definition, writer, work.Elapsed);
    }

    private static StoredSweep Finish(StoredSweep sweep, SweepDefinition definition, SweepWriter writer, TimeSpan elapsed)
    {
        SweepTables.WriteOutcomes(sweep.Folder, sweep.Manifest, sweep.PathOf(StoredSweep.OutcomesFile));
        var hash = SweepHash.Of(sweep.Folder, sweep.Manifest);
        var failed = writer.Entries.Any(e => e.Failures.Count > 0);
        return Update(sweep, definition, writer, failed ? SweepStatus.SomeLanesFailed : SweepStatus.Complete, elapsed, hash);
    }

    private static StoredSweep Update(
        StoredSweep sweep, SweepDefinition definition, SweepWriter writer, string status, TimeSpan elapsed, string? hash = null)
    {
        var entries = writer.Entries;
        var manifest = sweep.Manifest with
        {
            Status = status,
            BlocksDone = entries.Count,
            BlocksReused = entries.Count(e => e.Reused is not null),
            ElapsedSeconds = sweep.Manifest.ElapsedSeconds + elapsed.TotalSeconds,
            ResultHash = hash,
            Files = FilesOf(sweep, isFinished: hash is not null),
            LedgerError = entries.Select(e => e.LedgerError).DefaultIfEmpty(0).Max(),
            Failures = [.. entries.SelectMany(e => e.Failures.Select(f => Failure(sweep.Manifest, definition, e, f)))],
        };
        SweepManifestFile.Write(sweep.Folder, manifest);
        return sweep with { Manifest = manifest };
    }

    /// <summary>Checksums of what stays as it is from now on; what defines the sweep never changes.</summary>
    private static SortedDictionary<string, string> FilesOf(StoredSweep sweep, bool isFinished)
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in DefiningFiles)
        {
            files[file] = sweep.Manifest.Files.TryGetValue(file, out var known) ? known : FileChecksums.Of(new FileInfo(sweep.PathOf(file)));
        }

        foreach (var file in isFinished ? FinishedFiles : [])
        {
            files[file] = FileChecksums.Of(new FileInfo(sweep.PathOf(file)));
        }

        return files;
    }

    internal static SweepFailure Failure(SweepManifest manifest, SweepDefinition definition, JournalEntry entry, JournalFailure failure)
    {
        var lane = ((long)entry.Block * manifest.BlockSize) + failure.Row;
        var variant = (int)(lane / manifest.Replicates);
        var settings = definition.Factors.Select((f, i) => (f.Id, Value: definition.Points[variant, i])).ToDictionary(s => s.Id, s => s.Value);
        return new SweepFailure(lane, variant, (int)(lane % manifest.Replicates), settings, failure.Where, failure.Tick, failure.Reason, failure.IsLost);
    }

    private StoredSweep Create(SweepDefinition definition, string hash, int blockSize)
    {
        var created = (clock ?? TimeProvider.System).GetUtcNow();
        try
        {
            while (true)
            {
                if (Create(definition, hash, blockSize, created) is { } sweep)
                {
                    return sweep;
                }
            }
        }
        catch (Exception error) when (StoreFault.Is(error))
        {
            throw new RunStoreException($"{store.Folder}: cannot write the sweep ({StoreFault.Words(error)}); make room or give another folder.", error);
        }
    }

    /// <summary>Makes the folder of a sweep; null when the name was taken by hand meanwhile.</summary>
    private StoredSweep? Create(SweepDefinition definition, string hash, int blockSize, DateTimeOffset created)
    {
        using var place = new AsideFolder(store.Folder, RunId.Of(definition.Id, created, hash));
        var (id, aside) = (place.Name, place.Path);
        File.WriteAllText(Path.Combine(aside, StoredSweep.SweepFile), definition.Text);
        File.WriteAllText(Path.Combine(aside, StoredSweep.ScenarioFile), definition.ScenarioText);
        SweepTables.WritePoints(aside, id, definition);
        var manifest = Describe(definition, blockSize, created, id) with { Files = FileChecksums.Of(aside) };
        SweepManifestFile.Write(aside, manifest);
        return place.TryPublish() ? new StoredSweep(Path.Combine(store.Folder, id), manifest) : null;
    }

    /// <summary>What the manifest of a sweep says when it begins: all of it follows from the definition.</summary>
    internal static SweepManifest Describe(SweepDefinition definition, int blockSize, DateTimeOffset created, string id)
    {
        var experiment = definition.Plan.Experiment;
        return new SweepManifest
        {
            Kind = SweepManifest.SweepKind,
            Id = id,
            Status = SweepStatus.Stopped,
            Sweep = definition.Id,
            Title = definition.Title,
            Scenario = definition.Scenario,
            ScenarioHash = definition.ScenarioHash,
            WorldHash = definition.WorldHash,
            DefinitionHash = HashOf(definition),
            Build = ModelBuild.Id,
            Design = definition.Design,
            Factors = definition.Factors,
            Columns = definition.Columns,
            Variants = experiment.Variants.Count,
            Replicates = experiment.Replicates,
            Lanes = experiment.Lanes,
            BlockSize = blockSize,
            Blocks = Runner.Blocks(experiment.Lanes, blockSize).Count,
            BlocksDone = 0,
            BlocksReused = 0,
            Seed = experiment.Seed,
            From = CalendarMonth.Format(experiment.FirstMonth),
            Months = experiment.Months,
            Version = definition.Version,
            Created = created,
            ElapsedSeconds = 0,
        };
    }
}

/// <summary>How a sweep is run.</summary>
public sealed record SweepOptions
{
    /// <summary>How blocks are split and spread; a resumed sweep keeps the block size that it began with.</summary>
    public RunnerOptions Runner { get; init; } = new() { BlockSize = 256 };

    /// <summary>Whether to continue the newest unfinished sweep of the same id.</summary>
    public bool Resume { get; init; }
}

/// <summary>A sweep was stopped by the user; what is finished is kept and it can be resumed.</summary>
/// <param name="sweep">The sweep as it stands.</param>
/// <param name="cause">The cancellation.</param>
public sealed class SweepStoppedException(StoredSweep sweep, OperationCanceledException cause)
    : OperationCanceledException($"stopped after {sweep.Manifest.BlocksDone} of {sweep.Manifest.Blocks} blocks", cause, cause.CancellationToken)
{
    /// <summary>The sweep as it stands.</summary>
    public StoredSweep Sweep { get; } = sweep;
}

/// <summary>A sweep cannot be continued because its definition has changed since it began.</summary>
/// <param name="message">What is refused, and the remedy.</param>
/// <param name="differences">What changed, one line each.</param>
public sealed class ResumeRefusedException(string message, IReadOnlyList<string> differences) : Exception(message)
{
    /// <summary>What changed, one line each.</summary>
    public IReadOnlyList<string> Differences { get; } = differences;
}
