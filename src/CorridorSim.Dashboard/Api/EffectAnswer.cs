using CorridorSim.Analysis.Effects;
using CorridorSim.Analysis.Statistics;

namespace CorridorSim.Dashboard.Api;

/// <summary>A paired effect on one indicator; null where nothing can be said. The verdict speaks of the sign, tiny of the size.</summary>
public sealed record EffectAnswer(
    string Indicator,
    string Unit,
    string Period,
    double? BaseMedian,
    double? OtherMedian,
    double? DifferenceMedian,
    double? P05,
    double? P95,
    double? ShareSameSign,
    string Verdict,
    bool IsTiny)
{
    /// <summary>The indicator as analysts write it.</summary>
    public string Name { get; init; } = string.Empty;

    /// <summary>Replicates in which it is greater.</summary>
    public int Positive { get; init; }

    /// <summary>Replicates in which it is smaller.</summary>
    public int Negative { get; init; }

    /// <summary>Replicates in which it is the same.</summary>
    public int Unchanged { get; init; }

    /// <summary>Replicates that would settle the sign; null when it is settled or more would not settle it.</summary>
    public int? ReplicatesToTell { get; init; }

    /// <summary>Where it is not defined on one side or both, in words; null when it is defined everywhere.</summary>
    public string? Gap { get; init; }

    /// <summary>Puts an effect into an answer.</summary>
    public static EffectAnswer Of(Effect effect)
    {
        ArgumentNullException.ThrowIfNull(effect);
        var summary = effect.Summary;
        return new EffectAnswer(
            effect.Other.Name,
            effect.Other.Unit,
            effect.Other.Period.ToString(),
            Finite(effect.BaseMedian),
            Finite(effect.OtherMedian),
            Finite(summary.Median),
            Finite(summary.P05),
            Finite(summary.P95),
            Finite(summary.ShareSameSign),
            summary.Verdict.Name(),
            effect.IsTiny)
        {
            Name = effect.Other.Key,
            Positive = summary.Positive,
            Negative = summary.Negative,
            Unchanged = summary.Unchanged,
            ReplicatesToTell = summary.ReplicatesToTell,
            Gap = effect.Gap.Length > 0 ? effect.Gap : null,
        };
    }

    /// <summary>A number that JSON can carry, or null.</summary>
    public static double? Finite(double value) => double.IsFinite(value) ? value : null;
}
