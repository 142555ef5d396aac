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

    /// <summary>A verdict as it is written in conditions: <c>clear</c>, <c>leaning</c>, <c>cannot-tell</c>, <c>exactly-zero</c>.</summary>
    public static string Word(Verdict verdict) => verdict switch
    {
        Verdict.ExactlyZero => "exactly-zero",
        Verdict.Clear => "clear",
        Verdict.Leaning => "leaning",
        _ => "cannot-tell",
    };
}
