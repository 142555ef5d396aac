namespace CorridorSim.Analysis.Attribution;

/// <summary>How the parts of an effect are worked out.</summary>
public sealed record WhyOptions
{
    /// <summary>Up to how many players every subset is simulated, 1 to <see cref="ExactShapley.MostPlayers"/>.</summary>
    public int MostExact { get; init; } = 10;

    /// <summary>Beyond that, how many pairs of an order of joining and its reverse are sampled, at least 2.</summary>
    public int OrderPairs { get; init; } = 8;

    /// <summary>Whether each month of the period is split by itself.</summary>
    public bool IsMonthly { get; init; }

    /// <summary>Seed of the sampled orders.</summary>
    public ulong Seed { get; init; } = 1;
}
