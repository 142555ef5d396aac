using CorridorSim.Runs.Running;

namespace CorridorSim.Runs.Sweeps;

/// <summary>How a sweep is run.</summary>
public sealed record SweepOptions
{
    /// <summary>How blocks are split and spread; a resumed sweep keeps the block size that it began with.</summary>
    public RunnerOptions Runner { get; init; } = new() { BlockSize = 256 };

    /// <summary>Whether to continue the newest unfinished sweep of the same id.</summary>
    public bool Resume { get; init; }
}
