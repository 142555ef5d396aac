using CorridorSim.Model.Inputs;
using CorridorSim.Model.Lanes;
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
    public const int TicksPerMonth = LaneMath.TicksPerMonth;

    /// <summary>Mean days of one month.</summary>
    public const double DaysPerMonth = LaneMath.DaysPerMonth;

    /// <summary>Most months of a horizon.</summary>
    public const int MaxMonths = 600;

    /// <summary>Most replicates of a variant.</summary>
    public const int MaxReplicates = 10_000;

    /// <summary>The structure.</summary>
    public required WorldPlan World { get; init; }

    /// <summary>Variants, at least one; where an experiment carries those of one block only, see <see cref="FirstVariant"/>.</summary>
    public required IReadOnlyList<Variant> Variants { get; init; }

    /// <summary>Number of the first of <see cref="Variants"/>; above 0 where the variants before it are left out.</summary>
    public int FirstVariant { get; init; }

    /// <summary>Replicates of each variant, at least 1.</summary>
    public required int Replicates { get; init; }

    /// <summary>Whether replicate k has the same random draws in every variant; otherwise each lane has draws of its own.</summary>
    public bool IsPaired { get; init; } = true;

    /// <summary>Key of all random draws.</summary>
    public required ulong Seed { get; init; }

    /// <summary>First month, see <see cref="Policy.CalendarMonth"/>.</summary>
    public required int FirstMonth { get; init; }

    /// <summary>Number of months, at least 1.</summary>
    public required int Months { get; init; }

    /// <summary>How long one figure of a report covers; weeks are recorded only where they are wanted.</summary>
    public ReportStep Step { get; init; }

    /// <summary>Recorded points of a month: 4 where weeks are wanted, otherwise 1.</summary>
    public int PointsPerMonth => Step == ReportStep.Week ? ReportSteps.WeeksPerMonth : 1;

    /// <summary>Recorded points of the horizon.</summary>
    public int Points => Months * PointsPerMonth;

    /// <summary>Series to record, in the order they are kept; null for all headline series.</summary>
    public IReadOnlyList<SeriesKey>? Recorded { get; init; }

    /// <summary>Push shocks of months that are known, such as those before a forecast; null when all are drawn.</summary>
    public KnownShocks? KnownShocks { get; init; }

    /// <summary>Number of lanes, those of variants that are left out included.</summary>
    public long Lanes => ((long)FirstVariant + Variants.Count) * Replicates;

    /// <summary>The same experiment with the variants of some lanes only: what a block needs to know.</summary>
    public Experiment Slice(LaneRange lanes)
    {
        var first = (int)(lanes.First / Replicates);
        var last = (int)((lanes.First + lanes.Count - 1) / Replicates);
        return this with
        {
            FirstVariant = first,
            Variants = [.. Enumerable.Range(first - FirstVariant, last - first + 1).Select(v => Variants[v])],
        };
    }
}
