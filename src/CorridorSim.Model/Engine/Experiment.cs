using CorridorSim.Model.Inputs;
using CorridorSim.Model.Recording;
using CorridorSim.Model.Worlds;

namespace CorridorSim.Model.Engine;

/// <summary>
/// Everything that determines the results: structure, variants, replicates, seed, horizon, what to record. Lane
/// <c>variant x replicates + replicate</c> is one history.
/// </summary>
public sealed record Experiment
{
    /// <summary>Ticks in one month.</summary>
    public const int TicksPerMonth = 4;

    /// <summary>The structure.</summary>
    public required WorldPlan World { get; init; }

    /// <summary>Variants, at least one.</summary>
    public required IReadOnlyList<Variant> Variants { get; init; }

    /// <summary>Replicates of each variant, at least 1.</summary>
    public required int Replicates { get; init; }

    /// <summary>Key of all random draws.</summary>
    public required ulong Seed { get; init; }

    /// <summary>First month, see <see cref="Policy.CalendarMonth"/>.</summary>
    public required int FirstMonth { get; init; }

    /// <summary>Number of months, at least 1.</summary>
    public required int Months { get; init; }

    /// <summary>Series to record, in the order they are kept; null for all headline series.</summary>
    public IReadOnlyList<SeriesKey>? Recorded { get; init; }

    /// <summary>Number of lanes.</summary>
    public long Lanes => (long)Variants.Count * Replicates;
}
