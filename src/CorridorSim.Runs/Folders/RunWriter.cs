using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using CorridorSim.Grains.Telemetry;
using CorridorSim.Model.Engine;
using CorridorSim.Model.Policy;
using CorridorSim.Runs.Running;

namespace CorridorSim.Runs.Folders;

/// <summary>Writes run folders: aside first, then renamed, so that a folder is there whole or not at all.</summary>
/// <param name="store">Where runs are kept.</param>
/// <param name="clock">Tells when a run was written.</param>
public sealed class RunWriter(RunStore store, TimeProvider? clock = null)
{
    /// <summary>Writes a finished experiment.</summary>
    /// <exception cref="RunStoreException">The store cannot be written.</exception>
    /// <exception cref="OperationCanceledException">It was stopped; nothing is left behind.</exception>
    public StoredRun Write(ExperimentResult result, RunDescription description, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(description);
        var created = (clock ?? TimeProvider.System).GetUtcNow();
        // The hash takes about as long as the opening of the database.
        var opening = Task.Run(() => new RunTables(result), CancellationToken.None);
        var name = RunId.Of(description.Scenario, created, result.Hash);
        using var span = Instruments.StartFolder("store", name);
        try
        {
            using var tables = opening.GetAwaiter().GetResult();
            while (true)
            {
                // The identifier stands in every table: who finds the name taken at the end writes them again under the next.
                if (Write(tables, result, description, name, created, cancellation) is { } stored)
                {
                    return stored;
                }
            }
        }
        catch (Exception error) when (StoreFault.Is(error))
        {
            throw new RunStoreException($"{store.Folder}: cannot write the run ({StoreFault.Words(error)}); make room or give another folder.", error);
        }
    }

    private StoredRun? Write(
        RunTables tables, ExperimentResult result, RunDescription description, string name, DateTimeOffset created, CancellationToken cancellation)
    {
        using var place = new AsideFolder(store.Folder, name);
        var (id, aside) = (place.Name, place.Path);
        Directory.CreateDirectory(Path.Combine(aside, "series"));
        File.WriteAllText(Path.Combine(aside, StoredRun.ScenarioFile), description.ScenarioText);
        GeographyFile.Write(Path.Combine(aside, StoredRun.GeographyFileName), Geography.Of(result.Plan.Experiment.World));
        WriteTables(tables, result.Plan, id, aside, cancellation);
        var manifest = Describe(result, description, id, created, FileChecksums.Of(aside));
        ManifestFile.Write(aside, manifest);
        cancellation.ThrowIfCancellationRequested();
        return place.TryPublish() ? new StoredRun(Path.Combine(store.Folder, id), manifest) : null;
    }

    /// <summary>The cores work through the files together.</summary>
    private static void WriteTables(RunTables tables, BlockPlan plan, string id, string folder, CancellationToken cancellation)
    {
        Action[] files =
        [
            () => tables.WriteSummary(id, Path.Combine(folder, "summary.parquet")),
            () => tables.WriteLanes(id, Path.Combine(folder, "lanes.parquet"), cancellation),
            () => tables.WriteEvents(id, Path.Combine(folder, "events.parquet")),
            .. RunTables.Variables(plan).Select(variable => (Action)(() =>
                tables.WriteSeries(id, variable, Path.Combine(folder, "series", $"{variable}.parquet")))),
        ];
        try
        {
            var parallel = new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = Environment.ProcessorCount };
            Parallel.ForEach(Partitioner.Create(files, EnumerablePartitionerOptions.NoBuffering), parallel, write => write());
        }
        catch (AggregateException errors)
        {
            ExceptionDispatchInfo.Throw(errors.InnerExceptions[0]);
        }
    }

    private static RunManifest Describe(
        ExperimentResult result, RunDescription description, string id, DateTimeOffset created, IReadOnlyDictionary<string, string> files)
    {
        var experiment = result.Plan.Experiment;
        var failures = result.Failures.ToArray();
        return new RunManifest
        {
            Id = id,
            Status = failures.Length == 0 ? RunManifest.Complete : RunManifest.SomeLanesFailed,
            Name = description.Name,
            Scenario = description.Scenario,
            ScenarioHash = description.ScenarioHash,
            Seed = experiment.Seed,
            Variants = [.. experiment.Variants.Select(v => v.Name)],
            Replicates = experiment.Replicates,
            Lanes = experiment.Lanes,
            From = CalendarMonth.Format(experiment.FirstMonth),
            Months = experiment.Months,
            HeadlinePassages = experiment.World.HeadlinePassages,
            Version = description.Version,
            Created = created,
            ElapsedSeconds = result.Elapsed.TotalSeconds,
            ResultHash = result.Hash,
            LedgerError = result.LedgerError,
            Failures = failures,
            Files = files,
        };
    }
}
