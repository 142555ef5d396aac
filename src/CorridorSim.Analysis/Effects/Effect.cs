using CorridorSim.Analysis.Statistics;

namespace CorridorSim.Analysis.Effects;

/// <summary>What changes from a base to another ensemble, replicate by replicate.</summary>
/// <param name="Base">The base.</param>
/// <param name="Other">The other.</param>
/// <param name="Summary">Their paired differences, other minus base.</param>
public sealed record Effect(IndicatorValues Base, IndicatorValues Other, PairedSummary Summary)
{
    /// <summary>Pairs two figures.</summary>
    public static Effect Of(IndicatorValues baseline, IndicatorValues other)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        ArgumentNullException.ThrowIfNull(other);
        var pairs = Math.Min(baseline.Values.Length, other.Values.Length);
        return new Effect(baseline, other, PairedDifference.Between(baseline.Values.AsSpan(0, pairs), other.Values.AsSpan(0, pairs)));
    }
}
