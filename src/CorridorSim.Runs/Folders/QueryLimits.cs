namespace CorridorSim.Runs.Folders;

/// <summary>What one question over a store may cost.</summary>
public sealed record QueryLimits
{
    /// <summary>Time it may take.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Memory of the database, megabytes; nothing is written to disk instead.</summary>
    public int MemoryMegabytes { get; init; } = 2000;

    /// <summary>Rows of the answer.</summary>
    public int Rows { get; init; } = 1_000_000;
}
