using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using CorridorSim.Model.Engine;
using CorridorSim.Model.Policy;
using CorridorSim.Runs.Manifests;
using CorridorSim.Runs.Running;
using CorridorSim.Runs.Store;

namespace CorridorSim.Runs.Tables;

/// <summary>The files of a run: all of them follow from the result, what is known about it, its identifier and its time.</summary>
internal static class RunFiles
{
    /// <summary>Writes them into an empty folder, the manifest last.</summary>
    public static RunManifest Write(
        string folder,
        RunTables tables,
        ExperimentResult result,
        RunDescription description,
        string id,
        DateTimeOffset created,
        CancellationToken cancellation)
    {
        Directory.CreateDirectory(Path.Combine(folder, "series"));
        File.WriteAllText(Path.Combine(folder, StoredRun.ScenarioFile), description.ScenarioText);
        GeographyFile.Write(Path.Combine(folder, StoredRun.GeographyFileName), Geography.Of(result.Plan.Experiment.World));
        WriteTables(tables, result.Plan, id, folder, cancellation);
        var manifest = Describe(result, description, id, created, FileChecksums.Of(folder));
        ManifestFile.Write(folder, manifest);
        return manifest;
    }

    /// <summary>The cores work through the files together.</summary>
    private static void WriteTables(RunTables tables, BlockPlan plan, string id, string folder, CancellationToken cancellation)
    {
        Action[] files =
        [
            () => tables.WriteSummary(id, Path.Combine(folder, StoredRun.SummaryFile)),
            () => tables.WriteLanes(id, Path.Combine(folder, StoredRun.LanesFile), cancellation),
            () => tables.WriteEvents(id, Path.Combine(folder, StoredRun.EventsFile)),
            .. RunTables.Variables(plan).Select(variable => (Action)(() =>
                tables.WriteSeries(id, variable, Path.Combine(folder, "series", $"{variable}.parquet")))),
            .. Reported(tables, plan, id, folder),
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

    /// <summary>The series by week or quarter; months stand beside them in any case.</summary>
    private static IEnumerable<Action> Reported(RunTables tables, BlockPlan plan, string id, string folder)
    {
        if (plan.Experiment.Step == ReportStep.Month)
        {
            return [];
        }

        Directory.CreateDirectory(Path.Combine(folder, StoredRun.PeriodsFolder));
        return RunTables.Variables(plan).Select(variable => (Action)(() =>
            tables.WritePeriods(id, variable, Path.Combine(folder, StoredRun.PeriodsFolder, $"{variable}.parquet"))));
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
            WorldHash = description.WorldHash,
            Seed = experiment.Seed,
            Variants = [.. experiment.Variants.Select(v => v.Name)],
            Replicates = experiment.Replicates,
            Lanes = experiment.Lanes,
            From = CalendarMonth.Format(experiment.FirstMonth),
            Months = experiment.Months,
            Step = experiment.Step == ReportStep.Month ? null : experiment.Step.Name(),
            HeadlinePassages = experiment.World.HeadlinePassages,
            Start = description.Start,
            Changes = description.Changes,
            Version = description.Version,
            Build = ModelBuild.Id,
            Created = created,
            ElapsedSeconds = result.Elapsed.TotalSeconds,
            ResultHash = result.Hash,
            LedgerError = result.LedgerError,
            Failures = failures,
            Files = files,
        };
    }
}
