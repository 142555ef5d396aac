using System.Globalization;

namespace CorridorSim.Analysis.Effects;

/// <summary>One comparison of a figure of an effect with a number, for example <c>p05(deaths) &gt; 0</c>.</summary>
/// <param name="Statistic">One of <see cref="EffectStatistic.Names"/>, or <c>verdict</c>.</param>
/// <param name="Indicator">The indicator.</param>
/// <param name="Sign"><c>&gt;</c>, <c>&gt;=</c>, <c>&lt;</c>, <c>&lt;=</c> or <c>=</c>.</param>
/// <param name="Level">The number; unused for a verdict.</param>
/// <param name="Word">The verdict asked for; empty otherwise.</param>
public sealed record EffectClause(string Statistic, IndicatorName Indicator, string Sign, double Level, string Word = "")
{
    /// <summary>The statistic that stands for a verdict.</summary>
    public const string Verdict = "verdict";

    /// <summary>Whether it is true of an effect on its indicator; null when the figure is not a number, for then nobody can know.</summary>
    public bool? IsTrue(Effect effect)
    {
        ArgumentNullException.ThrowIfNull(effect);
        if (Statistic == Verdict)
        {
            return effect.IsDefined ? EffectStatistic.Word(effect.Summary.Verdict) == Word : null;
        }

        var value = EffectStatistic.Of(Statistic, effect);
        return double.IsNaN(value) ? null : Sign switch
        {
            ">" => value > Level,
            ">=" => value >= Level,
            "<" => value < Level,
            "<=" => value <= Level,
            _ => value == Level,
        };
    }

    /// <inheritdoc/>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Statistic}({Indicator}) {Sign} {(Statistic == Verdict ? Word : Level)}");
}
