using System.Globalization;
using CorridorSim.Analysis.Effects;
using CorridorSim.Analysis.Statistics;
using CorridorSim.Analysis.Words;
using IndicatorUnit = CorridorSim.Model.Recording.Indicator;

namespace CorridorSim.Analysis.Reports;

/// <summary>An effect in a sentence with odds.</summary>
/// <param name="Indicator">What is measured.</param>
/// <param name="Effect">The effect.</param>
public sealed record Finding(HeadlineIndicator Indicator, Effect Effect)
{
    /// <summary>Names of the places of the world; null for their codes.</summary>
    public PlaceWords? Places { get; init; }

    /// <summary>Whether it is about a single channel rather than a total, a passage or a border.</summary>
    public bool IsOfChannel => Indicator.IsOfChannel;

    /// <summary>Median difference over the median of the base; 0 when there is no base to speak of.</summary>
    public double Relative => Math.Abs(BaseMedian) > 0 ? Effect.Summary.Median / Math.Abs(BaseMedian) : Effect.Summary.Median == 0 ? 0 : double.PositiveInfinity;

    /// <summary>Median of the base.</summary>
    public double BaseMedian => Effect.BaseMedian;

    /// <summary>True when there is a difference, but its whole interval stays below 0.1 % of the base, or below half a person.</summary>
    public bool IsTiny => Effect.IsTiny;

    /// <summary>How it is told: tiny effects on single channels are gathered, those on totals and passages have their sentence.</summary>
    public FindingKind Kind => !Effect.IsDefined ? FindingKind.Undefined
        : Effect.Summary.Verdict == Verdict.ExactlyZero ? FindingKind.Unchanged
        : IsTiny && IsOfChannel ? FindingKind.Tiny
        : FindingKind.Told;

    /// <summary>How often each sign occurs: <c>lower in 61 of 64 simulations, higher in 3</c>; why nothing is said where there is no effect.</summary>
    public string Odds => Effect.IsDefined ? Effect.Summary.Odds() : Effect.Gap;

    /// <summary>The sentence: size, interval, and how many simulations agree.</summary>
    public string Sentence()
    {
        var summary = Effect.Summary;
        return summary.Verdict switch
        {
            Verdict.Undefined => $"{Capital(Subject)}: no comparison, {Effect.Gap}.",
            Verdict.ExactlyZero => Invariant($"{Capital(Subject)} {(IsPlural ? "do" : "does")} not change in any of {summary.Count} simulations."),
            Verdict.CannotTell => $"It is unclear whether {Subject} {(IsPlural ? "rise or fall" : "rises or falls")}: {Odds}. The median effect is {Size(summary.Median)} ({Interval}){Remark}{MoreWords}",
            Verdict.OneSided => $"{Capital(Subject)} {Moves} or {(IsPlural ? "do" : "does")} not change: {Odds} ({Interval}){Remark}",
            _ => $"{Capital(Subject)} {Moves} by {Size(Math.Abs(summary.Median))}{RelativeWords} ({Interval}){Remark} {Agreement}",
        };
    }

    private string Interval => $"90% interval {FigureText.Change(Effect.Summary.P05, Effect.Other.Unit)} to {FigureText.Change(Effect.Summary.P95, Effect.Other.Unit)}";

    private string Remark => $"{(Effect.Gap.Length > 0 ? $"; {Effect.Gap}" : string.Empty)}.{(IsTiny ? $" The whole interval is within {Effect.Bound}." : string.Empty)}";

    private string Agreement => Math.Max(Effect.Summary.Positive, Effect.Summary.Negative) == Effect.Summary.Count
        ? Invariant($"All {Effect.Summary.Count} simulations agree.")
        : $"{Capital(Odds)}.";

    private string Moves => Effect.Summary.Positive >= Effect.Summary.Negative ? (IsPlural ? "rise" : "rises") : IsPlural ? "fall" : "falls";

    private string Size(double value) => Effect.Other.Unit switch
    {
        "share" => $"{FigureText.Level(value * 100, string.Empty)} percentage points",
        var unit when IndicatorUnit.IsCounted(unit) => FigureText.Level(value, unit),
        var unit => $"{FigureText.Level(value, string.Empty)} {unit}",
    };

    private string Subject => Places?.Subject(Indicator) ?? Indicator.Subject;

    private bool IsPlural => !Subject.StartsWith("the ", StringComparison.Ordinal);

    private string RelativeWords => BaseMedian == 0 || !double.IsFinite(BaseMedian) || Effect.Other.Unit == "share"
        ? string.Empty
        : $", or {FigureText.Relative(Math.Abs(Effect.Summary.Median / BaseMedian))} of {FigureText.Level(BaseMedian, Effect.Other.Unit)}";

    private string MoreWords => Effect.Summary.ReplicatesToTell is { } needed and < PairedDifference.MostReplicates
        ? Invariant($" About {needed} simulations would be needed to see the direction of the mean.")
        : string.Empty;

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

/// <summary>How an effect is told.</summary>
public enum FindingKind
{
    /// <summary>In a sentence of its own.</summary>
    Told,

    /// <summary>Among those whose size does not matter.</summary>
    Tiny,

    /// <summary>Among those where nothing differs in any replicate.</summary>
    Unchanged,

    /// <summary>Among those of which there is no effect, because nobody has the figure on one side.</summary>
    Undefined,
}
