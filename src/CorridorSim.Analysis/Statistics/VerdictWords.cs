using System.Globalization;

namespace CorridorSim.Analysis.Statistics;

/// <summary>Verdicts as people read them, the same on the terminal, on pages and in documents.</summary>
public static class VerdictWords
{
    /// <summary>What JSON has; conditions write the same with a dash for the blank.</summary>
    public static string Name(this Verdict verdict) => verdict switch
    {
        Verdict.ExactlyZero => "exactly zero",
        Verdict.Clear => "clear",
        Verdict.Leaning => "leaning",
        Verdict.OneSided => "one-sided",
        Verdict.Undefined => "not defined",
        _ => "cannot tell",
    };

    /// <summary>The verdict on an effect, with its direction.</summary>
    public static string Describe(this PairedSummary summary)
    {
        ArgumentNullException.ThrowIfNull(summary);
        var direction = summary.Positive >= summary.Negative ? "increase" : "decrease";
        return summary.Verdict switch
        {
            Verdict.ExactlyZero => "no change",
            Verdict.Clear => $"clear {direction}",
            Verdict.Leaning => $"likely {direction}",
            Verdict.OneSided => $"{direction} or no change",
            Verdict.Undefined => "no comparison",
            _ => "direction unclear",
        };
    }

    /// <summary>How often each sign occurs: <c>higher in 42 of 64 simulations, unchanged in 22, never lower</c>.</summary>
    public static string Odds(this PairedSummary summary)
    {
        ArgumentNullException.ThrowIfNull(summary);
        if (summary.Unchanged == summary.Count)
        {
            return string.Create(CultureInfo.InvariantCulture, $"unchanged in all {summary.Count} simulations");
        }

        var isHigher = summary.Positive > summary.Negative;
        var (often, seldom) = isHigher ? (summary.Positive, summary.Negative) : (summary.Negative, summary.Positive);
        var text = string.Create(CultureInfo.InvariantCulture, $"{(isHigher ? "higher" : "lower")} in {often} of {summary.Count} simulations");
        var other = isHigher ? "lower" : "higher";
        text += seldom > 0 ? string.Create(CultureInfo.InvariantCulture, $", {other} in {seldom}") : string.Empty;
        text += summary.Unchanged > 0 ? string.Create(CultureInfo.InvariantCulture, $", unchanged in {summary.Unchanged}") : string.Empty;
        return text + (seldom == 0 && summary.Unchanged > 0 ? $", never {other}" : string.Empty);
    }
}
