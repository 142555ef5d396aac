using CorridorSim.Analysis.Statistics;

namespace CorridorSim.Analysis.Effects;

/// <summary>What changes from a base to another ensemble, replicate by replicate.</summary>
/// <param name="Base">The base.</param>
/// <param name="Other">The other.</param>
/// <param name="Summary">Their paired differences, other minus base.</param>
public sealed record Effect(IndicatorValues Base, IndicatorValues Other, PairedSummary Summary)
{
    /// <summary>Part of the base level below which a difference is called tiny.</summary>
    public const double TinyPart = 0.001;

    private const double HalfAPerson = 0.5;

    /// <summary>Median of the base; not-a-number when every lane failed.</summary>
    public double BaseMedian => Quantiles.Median(Quantiles.WithoutNaN(Base.Values));

    /// <summary>Median of the other.</summary>
    public double OtherMedian => Quantiles.Median(Quantiles.WithoutNaN(Other.Values));

    /// <summary>Median difference over the median of the base; not-a-number when the base is 0.</summary>
    public double Relative => BaseMedian == 0 ? double.NaN : Summary.Median / Math.Abs(BaseMedian);

    /// <summary>
    /// True when there is a difference, but its whole interval stays within <see cref="TinyPart"/> of the base level, or, of
    /// persons and events, within half of one. The verdict speaks of the sign alone; this speaks of the size.
    /// </summary>
    public bool IsTiny => Summary.Verdict != Verdict.ExactlyZero && Greatest < Math.Max(Least, TinyPart * Math.Abs(BaseMedian));

    /// <summary>The verdict as people read it, with a word on the size where that is tiny.</summary>
    public string VerdictInWords => Summary.Verdict.InWords() + (IsTiny ? ", tiny" : string.Empty);

    /// <summary>True when both are 0 in nearly every replicate: there is nothing to change.</summary>
    public bool IsEmpty => IsZero(Base) && IsZero(Other);

    private double Greatest => Math.Max(Math.Abs(Summary.P05), Math.Abs(Summary.P95));

    private double Least => Other.Unit is "persons" or "events" ? HalfAPerson : 0;

    /// <summary>Pairs two figures.</summary>
    public static Effect Of(IndicatorValues baseline, IndicatorValues other)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        ArgumentNullException.ThrowIfNull(other);
        var pairs = Math.Min(baseline.Values.Length, other.Values.Length);
        return new Effect(baseline, other, PairedDifference.Between(baseline.Values.AsSpan(0, pairs), other.Values.AsSpan(0, pairs)));
    }

    private static bool IsZero(IndicatorValues values)
    {
        var band = Quantiles.Interval(Quantiles.WithoutNaN(values.Values));
        return band is { Lower: 0, Upper: 0 };
    }
}
