using CorridorSim.Analysis.Statistics;

namespace CorridorSim.Analysis.Effects;

/// <summary>The figures of an effect that a condition can ask for, by the names analysts write.</summary>
public static class EffectStatistic
{
    /// <summary>The names, the usual one first.</summary>
    public static IReadOnlyList<string> Names { get; } = ["difference", "p05", "p95", "mean", "relative", "share", "base", "other"];

    /// <summary>The figure.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="effect">The effect.</param>
    /// <exception cref="ArgumentException">There is no such figure.</exception>
    public static double Of(string name, Effect effect)
    {
        ArgumentNullException.ThrowIfNull(effect);
        return name switch
        {
            "difference" => effect.Summary.Median,
            "p05" => effect.Summary.P05,
            "p95" => effect.Summary.P95,
            "mean" => effect.Summary.Mean,
            "relative" => effect.Relative,
            "share" => effect.Summary.ShareSameSign,
            "base" => effect.BaseMedian,
            "other" => effect.OtherMedian,
            _ => throw new ArgumentException($"There is no statistic '{name}'.", nameof(name)),
        };
    }

    /// <summary>Why an effect lacks a figure, in words.</summary>
    /// <param name="name">One of <see cref="Names"/>, or <see cref="EffectClause.Verdict"/>.</param>
    /// <param name="effect">The effect, whose figure is not a number.</param>
    public static string Lack(string name, Effect effect)
    {
        ArgumentNullException.ThrowIfNull(effect);
        return name switch
        {
            "base" when effect.Base.Gap.Length > 0 => $"{effect.Base.Gap} in {effect.Base.Ensemble}",
            "other" when effect.Other.Gap.Length > 0 => $"{effect.Other.Gap} in {effect.Other.Ensemble}",
            "relative" when effect is { IsDefined: true, BaseMedian: 0 } => $"the median of {effect.Base.Ensemble} is 0, and nothing is a part of 0",
            _ => effect.Gap,
        };
    }

    /// <summary>A verdict as it is written in conditions, such as <c>cannot-tell</c>.</summary>
    public static string Word(Verdict verdict) => verdict.Name().Replace(' ', '-');
}
