using System.Globalization;
using CorridorSim.Analysis.Effects;
using CorridorSim.Analysis.Statistics;

namespace CorridorSim.Analysis.Verdicts;

/// <summary>What one scenario says of one headline indicator, beside its parent.</summary>
/// <param name="Scenario">Id of the scenario.</param>
/// <param name="Indicator">The indicator as analysts write it.</param>
/// <param name="Verdict">The verdict in words.</param>
/// <param name="Direction"><c>up</c>, <c>down</c> or <c>none</c>: the sign of the median difference.</param>
/// <param name="Size">Class of its size beside the base.</param>
/// <param name="Base">Median of the base, in the indicator's unit.</param>
/// <param name="Median">Median of the paired differences.</param>
/// <param name="P05">Their quantile 0.05.</param>
/// <param name="P95">Their quantile 0.95.</param>
public sealed record VerdictRow(
    string Scenario, string Indicator, string Verdict, string Direction, string Size, double Base, double Median, double P05, double P95)
{
    // Enough digits to see a change, too few to record the last bits of a sum.
    private const int Digits = 6;

    /// <summary>Its line in the table, without the line's end; figures have six significant digits.</summary>
    public string Line => string.Join(',', Scenario, Indicator, Verdict, Direction, Size, Text(Base), Text(Median), Text(P05), Text(P95));

    /// <summary>What is said, without figures: a change of it is a change of a conclusion.</summary>
    public string Conclusion => $"{Verdict}, {Direction}, {Size}";

    /// <summary>The row of an effect.</summary>
    public static VerdictRow Of(string scenario, IndicatorName indicator, Effect effect)
    {
        ArgumentNullException.ThrowIfNull(indicator);
        ArgumentNullException.ThrowIfNull(effect);
        var summary = effect.Summary;
        var direction = summary.Median switch { > 0 => "up", < 0 => "down", _ => "none" };
        return new VerdictRow(
            scenario, indicator.ToString(), summary.Verdict.Name(), direction, SizeClass.Of(effect), effect.BaseMedian, summary.Median, summary.P05, summary.P95);
    }

    private static string Text(double value) =>
        double.IsNaN(value) ? string.Empty : value.ToString("G" + Digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}

/// <summary>How large a median effect is beside the level of its base, in classes that a reader would tell apart.</summary>
internal static class SizeClass
{
    /// <summary>No difference, or none that can be stated.</summary>
    public const string None = "none";

    private const string Tiny = "tiny";
    private const string New = "new";

    // Upper bounds of the relative size, exclusive, with the words of the class.
    private static readonly (double Below, string Words)[] Classes =
    [
        (0.01, "under 1 %"), (0.1, "1 to 10 %"), (0.5, "10 to 50 %"), (1, "50 to 100 %"), (double.PositiveInfinity, "100 % or more"),
    ];

    /// <summary>The class of an effect; <c>new</c> where the base is 0.</summary>
    public static string Of(Effect effect) => effect switch
    {
        { Summary.Verdict: Verdict.ExactlyZero } => None,
        _ when double.IsNaN(effect.Summary.Median) => None,
        { IsTiny: true } => Tiny,
        _ when double.IsNaN(effect.Relative) => New,
        _ => Classes.First(c => Math.Abs(effect.Relative) < c.Below).Words,
    };
}
