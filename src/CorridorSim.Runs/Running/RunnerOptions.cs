namespace CorridorSim.Runs.Running;

/// <summary>How an experiment is split and spread.</summary>
public sealed record RunnerOptions
{
    /// <summary>Lanes of a block, 1 to 4,096; the results do not depend on it.</summary>
    public int BlockSize { get; init; } = 64;

    /// <summary>Blocks at work at the same time, at least 1.</summary>
    public int Concurrency { get; init; } = Environment.ProcessorCount;

    /// <summary>How often a block is sent again when its silo is lost: often enough for bad luck, seldom enough for a block that kills its silo.</summary>
    public int Retries { get; init; } = 6;

    /// <summary>
    /// Whether an error in a block is traced to the lanes that cause it, which are recorded as failed, while the others go on;
    /// otherwise it ends the run.
    /// </summary>
    public bool IsolatesFaults { get; init; }
}
