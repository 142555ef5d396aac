using CorridorSim.Analysis.Effects;
using CorridorSim.Analysis.Statistics;
using CorridorSim.Dashboard.Charts;

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
            effect.IsTiny);
    }

    /// <summary>A number that JSON can carry, or null.</summary>
    public static double? Finite(double value) => double.IsFinite(value) ? value : null;
}
