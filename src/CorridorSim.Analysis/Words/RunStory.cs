using System.Globalization;
using CorridorSim.Analysis.Effects;
using CorridorSim.Analysis.Statistics;
using CorridorSim.Model;
using CorridorSim.Model.Policy;

namespace CorridorSim.Analysis.Words;

/// <summary>
/// A result in three sentences of plain words: what changes, through which clauses and when they were in force, how sure that
/// is. Each word follows from the numbers by a rule, so that the story never says more than they do.
/// </summary>
/// <param name="Change">What changes.</param>
/// <param name="Means">Through which clauses, in force in how many simulations and months, suspended in how many.</param>
/// <param name="Certainty">How sure it is, and how good the model is here.</param>
public sealed record RunStory(string Change, string Means, string Certainty)
{
    private const int MostEffects = 3;
    private const int MostClauses = 3;

    /// <summary>Tells the story of a result.</summary>
    public static RunStory Of(StoryFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return new RunStory(ChangeOf(facts), MeansOf(facts), CertaintyOf(facts));
    }

    private static string ChangeOf(StoryFacts facts)
    {
        string[] told =
        [
            .. Sizeable(facts, Verdict.Clear).Select((e, i) => Told(e, isLikely: false, isFirst: i == 0))
                .Concat(Sizeable(facts, Verdict.Leaning).Select(e => Told(e, isLikely: true, isFirst: false)))
                .Concat(Sizeable(facts, Verdict.OneSided).Select(OneSided)).Take(MostEffects),
        ];
        if (told.Length > 0)
        {
            var given = facts.Clauses.Count > 0 && facts.Clauses.All(c => c.IsAssumed) ? ", if its sizes are as assumed" : string.Empty;
            return $"{facts.Subject} {Joined(told)}, compared with {facts.Baseline}{given}.";
        }

        return facts.Effects.Count > 0 && facts.Effects.All(e => e.Summary.Verdict == Verdict.ExactlyZero)
            ? $"{facts.Subject} changes none of the main figures in any simulation, compared with {facts.Baseline}."
            : $"{facts.Subject} moves no main figure in a clear direction by more than 0.1% of the baseline (or half a person), compared with {facts.Baseline}.";
    }

    private static IEnumerable<Effect> Sizeable(StoryFacts facts, Verdict verdict) => facts.Effects.Where(e => e.Summary.Verdict == verdict && !e.IsTiny);

    private static string Told(Effect effect, bool isLikely, bool isFirst)
    {
        var (summary, unit) = (effect.Summary, effect.Other.Unit);
        var isMore = summary.Median > 0 || (summary.Median == 0 && summary.Mean > 0);
        var (from, to) = isMore ? (summary.P05, summary.P95) : (-summary.P95, -summary.P05);
        return $"{(isLikely ? "probably " : string.Empty)}{(isMore ? "raises" : "lowers")} {Figure(effect)} by {Amount(Math.Abs(summary.Median), unit)} ({(isFirst ? "90% interval " : string.Empty)}{Amount(from, unit)} to {Amount(to, unit)})";
    }

    private static string OneSided(Effect effect)
    {
        var isMore = effect.Summary.Positive >= effect.Summary.Negative;
        var often = isMore ? effect.Summary.Positive : effect.Summary.Negative;
        return $"{(isMore ? "raises" : "lowers")} {Figure(effect)} in {Number(often)} of {Number(effect.Summary.Count)} simulations, with no change in the rest";
    }

    // "raises people protected in transit" would be read as something done to people.
    private static string Figure(Effect effect) => effect.Other.Name.StartsWith("people ", StringComparison.Ordinal)
        ? $"the number of {effect.Other.Name}"
        : effect.Other.Name.Replace(", all channels", string.Empty, StringComparison.Ordinal);

    private static string Amount(double value, string unit) => unit == Units.Share ? $"{FigureText.Level(value * 100, string.Empty)} percentage points" : FigureText.Level(value, unit);

    private static string MeansOf(StoryFacts facts)
    {
        if (facts.Clauses.Count == 0)
        {
            return "It adds or changes no clause whose delivery is recorded.";
        }

        var names = facts.Clauses.Take(MostClauses).Select(c => c.Words).ToArray();
        var rest = facts.Clauses.Count - names.Length;
        string[] listed = rest == 0 ? names : [.. names, $"{rest} more {(rest == 1 ? "clause" : "clauses")}"];
        return $"It works through {Joined(listed)}. {StatusOf(facts)}.{PlacesOf(facts)}";
    }

    /// <summary>Places promised and delivered over the whole period, added up over the clauses that give places; medians over the simulations.</summary>
    private static string PlacesOf(StoryFacts facts)
    {
        StoryClause[] places = [.. facts.Clauses.Where(c => c.IsPlaces)];
        if (places.Length == 0)
        {
            return string.Empty;
        }

        var (promised, delivered) = (Median(places, c => c.Promised), Median(places, c => c.Delivered));
        return !double.IsFinite(promised) || promised < 1 ? string.Empty
            : Math.Round(delivered) == Math.Round(promised) ? $" In the median simulation, all {FigureText.People(promised)} promised places are delivered."
            : $" In the median simulation, {FigureText.People(delivered)} of {FigureText.People(promised)} promised places are delivered.";
    }

    private static double Median(StoryClause[] clauses, Func<StoryClause, double[][]> months)
    {
        var sums = Enumerable.Range(0, months(clauses[0]).Length).Select(replicate => clauses.Sum(c => months(c)[replicate].Sum()));
        return Quantiles.Median(Quantiles.WithoutNaN([.. sums]));
    }

    private static string StatusOf(StoryFacts facts)
    {
        var replicates = facts.Clauses.Max(c => c.Replicates);
        var inForce = facts.Clauses.Max(c => c.InForce);
        if (inForce == 0)
        {
            return "None of it is ever delivered";
        }

        var first = facts.Clauses.Where(c => c.FirstMonth >= 0).Select(c => c.FirstMonth).DefaultIfEmpty(-1).Min();
        var begin = first >= 0 ? $" from {ClauseSentences.Month(facts.FirstMonth + first)}" : string.Empty;
        var suspended = facts.Clauses.Max(c => c.Suspended);
        var share = facts.Clauses.Where(c => double.IsFinite(c.ShareOfMonths)).Select(c => c.ShareOfMonths).DefaultIfEmpty(1).Min();
        var force = inForce == replicates ? $"It is in force{begin} in all {Number(replicates)} simulations" : $"It is in force{begin} in {Number(inForce)} of {Number(replicates)} simulations";
        return suspended == 0
            ? $"{force} and never suspended"
            : $"{force}, and suspended for a time in {Number(suspended)} of {Number(replicates)}; on average each clause delivers in at least {FigureText.Level(Math.Round(share, 3), Units.Share)} of its months";
    }

    private static string CertaintyOf(StoryFacts facts)
    {
        var replicates = facts.Effects.Select(e => e.Summary.Count).DefaultIfEmpty(0).Max();
        var clear = facts.Effects.Count(e => e.Summary.Verdict == Verdict.Clear);
        var settled = $"The direction is clear for {Number(clear)} of {Number(facts.Effects.Count)} main figures over {Number(replicates)} simulations, with the same random draws on both sides";
        var assumed = facts.Clauses.Count(c => c.IsAssumed);
        var sizes = assumed == 0 ? string.Empty : assumed == facts.Clauses.Count ? " All sizes are assumed, not published." : $" {Number(assumed)} of {Number(facts.Clauses.Count)} sizes are assumed.";
        var tested = facts.ProjectedMonths switch
        {
            null => " The model is not fitted to data.",
            0 => string.Empty,
            1 => " The last month comes after the data that the model is fitted to.",
            { } months => $" The last {Number(months)} months come after the data that the model is fitted to.",
        };
        return $"{settled}.{sizes}{tested}{(facts.Quality is { } quality ? $" {quality.Words}" : string.Empty)}";
    }

    private static string Joined(string[] parts) => parts.Length < 2 ? string.Concat(parts) : $"{string.Join(", ", parts.SkipLast(1))} and {parts[^1]}";

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
