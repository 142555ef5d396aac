using CorridorSim.Runs.Manifests;
using CorridorSim.Runs.Store;

namespace CorridorSim.Runs.Keeping;

/// <summary>A run or a sweep of a store, with what people wrote beside it.</summary>
public sealed record StoreEntry
{
    /// <summary>Value of <see cref="Kind"/> of a run.</summary>
    public const string RunKind = "run";

    /// <summary>The run; null when it is a sweep.</summary>
    public StoredRun? Run { get; private init; }

    /// <summary>The sweep; null when it is a run.</summary>
    public StoredSweep? Sweep { get; private init; }

    /// <summary>What people wrote beside it.</summary>
    public required RunLabels Labels { get; init; }

    /// <summary><c>run</c> or <c>sweep</c>.</summary>
    public string Kind => Run is null ? SweepManifest.SweepKind : RunKind;

    /// <summary>Identifier.</summary>
    public string Id => Run?.Manifest.Id ?? Sweep!.Manifest.Id;

    /// <summary>Absolute path of its folder.</summary>
    public string Folder => Run?.Folder ?? Sweep!.Folder;

    /// <summary>Identifier of the scenario, or of the scenario that a sweep varies.</summary>
    public string Scenario => Run?.Manifest.Scenario ?? Sweep!.Manifest.Scenario;

    /// <summary>The name: the one that was given last, else the one of the run when it was written, else the id of the sweep file.</summary>
    public string? Name => Labels.Name ?? (Run is null ? Sweep!.Manifest.Sweep : Run.Manifest.Name);

    /// <summary>Status.</summary>
    public string Status => Run?.Manifest.Status ?? Sweep!.Manifest.Status;

    /// <summary>When it was written, or began.</summary>
    public DateTimeOffset Created => Run?.Manifest.Created ?? Sweep!.Manifest.Created;

    /// <summary>Lanes.</summary>
    public long Lanes => Run?.Manifest.Lanes ?? Sweep!.Manifest.Lanes;

    /// <summary>Months of each lane.</summary>
    public int Months => Run?.Manifest.Months ?? Sweep!.Manifest.Months;

    /// <summary>Whether it is protected from being deleted.</summary>
    public bool IsPinned => Labels.Tags.Contains(RunLabels.Pinned);

    /// <summary>Whether a process is writing it.</summary>
    public bool IsRunning => Status == SweepStatus.Running;

    /// <summary>Whether it is whole: a run always is, a sweep when every block is there.</summary>
    public bool IsFinished => Sweep?.Manifest.IsFinished ?? true;

    /// <summary>The first table that is missing, cut off or not readable, and what to do; null when all look whole.</summary>
    public string? TableFault => Run?.TableFault ?? Sweep?.TableFault;

    /// <summary>What keeps readers from it, and what to do; null when nothing does.</summary>
    public string? ReadFault => Run?.ReadFault ?? Sweep?.ReadFault;

    /// <summary>An entry for a run.</summary>
    public static StoreEntry Of(StoredRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return new StoreEntry { Run = run, Labels = run.Labels };
    }

    /// <summary>An entry for a sweep.</summary>
    public static StoreEntry Of(StoredSweep sweep)
    {
        ArgumentNullException.ThrowIfNull(sweep);
        return new StoreEntry { Sweep = sweep, Labels = sweep.Labels };
    }

    /// <summary>Bytes that its files take; files that cannot be looked at count as nothing.</summary>
    public long Bytes() => DiskUse.Of(Folder);

    /// <summary>What it answers to.</summary>
    internal ReferenceSigns Signs => Run?.Signs ?? Sweep!.Signs;
}
