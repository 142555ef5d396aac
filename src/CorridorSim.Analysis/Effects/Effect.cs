using System.Globalization;
using CorridorSim.Analysis.Statistics;
using CorridorSim.Model.Recording;

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

    /// <summary>Median of the base; not-a-number when no replicate has the figure.</summary>
    public double BaseMedian => Base.Band.Median;

    /// <summary>Median of the other; not-a-number when no replicate has the figure.</summary>
    public double OtherMedian => Other.Band.Median;

    /// <summary>True when at least one replicate has the figure on both sides.</summary>
    public bool IsDefined => Summary.Count > 0;

    /// <summary>
    /// Where the figure is not defined on one side or both, in words, such as <c>nobody admitted in base</c>; empty when every
    /// replicate that ran has both.
    /// </summary>
    public string Gap
    {
        get
        {
            return (Base.Defined, Other.Defined) switch
            {
                (0, 0) => $"{Base.Need.Nobody} in either",
                (0, _) => $"{Base.Need.Nobody} in {Base.Ensemble}",
                (_, 0) => $"{Other.Need.Nobody} in {Other.Ensemble}",
                _ when Base.Gap.Length + Other.Gap.Length == 0 => string.Empty,
                _ => string.Create(CultureInfo.InvariantCulture, $"{Other.Need.Somebody} in both in {Summary.Count} of {Math.Min(Base.Ran, Other.Ran)} simulations"),
            };
        }
    }

    /// <summary>Median difference over the median of the base; not-a-number when the base is 0.</summary>
    public double Relative => BaseMedian == 0 ? double.NaN : Summary.Median / Math.Abs(BaseMedian);

    /// <summary>
    /// True when there is a difference, but its whole interval stays within <see cref="TinyPart"/> of the base level, or, of
    /// persons and events, within half of one. The verdict speaks of the sign alone; this speaks of the size.
    /// </summary>
    public bool IsTiny => Summary.Verdict is not (Verdict.ExactlyZero or Verdict.Undefined) && Greatest < Math.Max(Least, TinyPart * Math.Abs(BaseMedian));

    /// <summary>The verdict as people read it: the sign, or the bound below which the whole interval lies; why there is none.</summary>
    public string VerdictInWords => !IsDefined ? Gap : !IsTiny ? Summary.Describe() : $"{Sign}, under {ShortBound}";

    /// <summary>True when both are 0 in nearly every replicate: there is nothing to change.</summary>
    public bool IsEmpty => IsZero(Base) && IsZero(Other);

    /// <summary>The bound within which a tiny effect stays.</summary>
    internal string Bound => IsWithinPart ? "0.1% of the baseline" : "half a person";

    private string Sign => Summary.Verdict is Verdict.Clear or Verdict.Leaning ? Summary.Positive >= Summary.Negative ? "increase" : "decrease" : Summary.Describe();

    private string ShortBound => IsWithinPart ? "0.1%" : "half a person";

    private bool IsWithinPart => Greatest < TinyPart * Math.Abs(BaseMedian);

    private double Greatest => Math.Max(Math.Abs(Summary.P05), Math.Abs(Summary.P95));

    private double Least => Indicator.IsCounted(Other.Unit) ? HalfAPerson : 0;

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
        return values.Band is { Lower: 0, Upper: 0 };
    }
}
