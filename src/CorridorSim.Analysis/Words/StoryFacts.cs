using CorridorSim.Analysis.Effects;
using CorridorSim.Analysis.Records;
using CorridorSim.Model;
using CorridorSim.Model.Recording;
using CorridorSim.Scenarios.Clauses;
using CorridorSim.Scenarios.Compilation;
using CorridorSim.Scenarios.Files;
using CorridorSim.Scenarios.Texts;

namespace CorridorSim.Analysis.Words;

/// <summary>Everything a story is made of: numbers and names, nothing else.</summary>
/// <param name="Subject">What the scenario is called.</param>
/// <param name="Baseline">What it is compared with.</param>
/// <param name="FirstMonth">First month of the results, see <see cref="Model.Policy.CalendarMonth"/>.</param>
/// <param name="Effects">Effects on the main figures, in the order in which they are told.</param>
/// <param name="Clauses">Clauses that the scenario has and the baseline has not.</param>
/// <param name="Quality">How often the record lies in the interval; null where there is no record to ask.</param>
/// <param name="ProjectedMonths">Months after the fit; null when the world was not fitted.</param>
public sealed record StoryFacts(
    string Subject, string Baseline, int FirstMonth, IReadOnlyList<Effect> Effects, IReadOnlyList<StoryClause> Clauses, RecordQuality? Quality, int? ProjectedMonths)
{
    private const int LongestTitle = 90;

    private static readonly string[] Told =
        [Indicators.Deaths, Indicators.IrregularEntries, Indicators.EncountersBetweenPorts, Indicators.Admissions, Indicators.Protected];

    /// <summary>Gathers the facts of a comparison.</summary>
    /// <param name="compiled">The scenario with its baseline.</param>
    /// <param name="baseline">Results of the baseline.</param>
    /// <param name="subject">Results of the scenario.</param>
    /// <param name="record">What was observed; null for nothing.</param>
    /// <param name="known">Effects that are known already, by indicator; null for none.</param>
    /// <param name="set">Sizes that were set on top of the scenario, by path; null for none.</param>
    /// <param name="other">The scenario of the baseline, where it is another than that which the scenario extends.</param>
    public static StoryFacts Of(
        CompiledScenario compiled, IEnsemble baseline, IEnsemble subject, RecordedMonths? record,
        IReadOnlyDictionary<HeadlineIndicator, Effect>? known = null, IReadOnlyDictionary<string, double>? set = null, ResolvedScenario? other = null)
    {
        ArgumentNullException.ThrowIfNull(compiled);
        ArgumentNullException.ThrowIfNull(subject);
        var comparison = new Comparison(baseline, subject);
        var clauses = ClauseChange.Of(compiled.Scenario, other ?? compiled.Parent);
        var told = clauses[true].Concat(clauses[false].Where(c => Size(c, set) is not null));
        var headline = comparison.Headline.Where(h => Told.Contains(h.Name.Variable) && h.Fits(PlaceDetail.Card));
        var last = subject.FirstMonth + subject.Months - 1;
        return new StoryFacts(
            Short(compiled.Scenario.Title),
            Short((other ?? compiled.Parent)?.Title ?? compiled.Scenario.Title),
            subject.FirstMonth,
            [.. Main(comparison, compiled, known).Select(m => m.Effect)],
            [.. told.Select(c => Clause(c, subject, Size(c, set))).OfType<StoryClause>()],
            record?.Quality(subject),
            record?.LastFitted is { } fitted ? Math.Max(0, last - fitted) : null);
    }

    /// <summary>The main figures of a comparison with the effects on them, named by their places, in the order in which they are told.</summary>
    /// <param name="comparison">The comparison.</param>
    /// <param name="compiled">The scenario, whose world has the names.</param>
    /// <param name="known">Effects that are known already, by indicator; null for none.</param>
    public static IReadOnlyList<(HeadlineIndicator Indicator, Effect Effect)> Main(
        Comparison comparison, CompiledScenario compiled, IReadOnlyDictionary<HeadlineIndicator, Effect>? known = null)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        ArgumentNullException.ThrowIfNull(compiled);
        var places = new PlaceWords(compiled.Experiment.World);
        return
        [
            .. comparison.Headline.Where(h => Told.Contains(h.Name.Variable) && (h.Name.Where is null || h.Name.Variable is Indicators.IrregularEntries or Indicators.EncountersBetweenPorts))
                .OrderBy(h => Array.IndexOf(Told, h.Name.Variable)).Select(h => (h, Named(known?.GetValueOrDefault(h) ?? comparison.On(h.Name), places.Indicator(h)))),
        ];
    }

    private static Effect Named(Effect effect, string words) => effect with { Other = effect.Other with { Name = words } };

    private static double? Size(ClauseChange change, IReadOnlyDictionary<string, double>? set) =>
        set?.TryGetValue(change.Instrument.PathOf(change.Clause), out var size) == true ? size : null;

    private static StoryClause? Clause(ClauseChange change, IEnsemble subject, double? size)
    {
        var where = $"{change.Instrument.Id}/{change.Clause.Id}";
        var reader = new IndicatorReader(subject);
        double[][]? Read(string variable) => subject.Series.Any(s => s.Key == new SeriesKey(variable, where, SeriesKey.All)) ? reader.Monthly(new IndicatorName(variable, where)) : null;
        return Read(Indicators.Promised) is { } promised && Read(Indicators.Delivered) is { } delivered
            ? new StoryClause(Words(change.Clause, size), change.Clause.IsAssumed, promised, delivered) { IsPlaces = change.Clause.Lever.YearlyKey is not null }
            : null;
    }

    private static string Words(ProvisionText clause, double? set)
    {
        var size = SizeWords.Of(clause, set ?? clause.Size.Value.Central);
        return $"{clause.Name} ({size}{(clause.IsAssumed ? ", assumed" : string.Empty)})";
    }

    private static string Short(string title) => TitleText.WithoutRemark(title) is var first && first.Length <= LongestTitle ? first : $"{first[..(LongestTitle - 1)]}\u2026";
}

/// <summary>A clause that a scenario has and its baseline has not, with what it promised and delivered.</summary>
/// <param name="Words">What people call it, with its size, such as <c>referrals (400 places a month, assumed)</c>.</param>
/// <param name="IsAssumed">Whether its size is assumed rather than published.</param>
/// <param name="Promised">What its dates promise: replicates x months; not-a-number where a replicate failed.</param>
/// <param name="Delivered">What is delivered after conditions and compliance.</param>
public sealed record StoryClause(string Words, bool IsAssumed, double[][] Promised, double[][] Delivered)
{
    /// <summary>Whether it gives places a month, which add up over the months.</summary>
    public bool IsPlaces { get; init; }

    /// <summary>Replicates that did not fail.</summary>
    public int Replicates => Promised.Count(IsWhole);

    /// <summary>Replicates in which something is delivered in some month.</summary>
    public int InForce => Pairs.Count(p => p.Any(m => m.Delivered != 0));

    /// <summary>Replicates in which nothing is delivered in some month, the first one included, though it is promised.</summary>
    public int Suspended => Pairs.Count(p => p.Any(m => m.Promised != 0 && m.Delivered == 0));

    /// <summary>Part of the promised months, over all replicates, in which something is delivered; not-a-number when nothing is promised.</summary>
    public double ShareOfMonths
    {
        get
        {
            var promised = Pairs.SelectMany(p => p).Where(m => m.Promised != 0).ToArray();
            return promised.Length == 0 ? double.NaN : (double)promised.Count(m => m.Delivered != 0) / promised.Length;
        }
    }

    /// <summary>First month, counted from 0, in which at least half of the replicates deliver; -1 for none.</summary>
    public int FirstMonth => Enumerable.Range(0, Promised.Length == 0 ? 0 : Promised[0].Length)
        .FirstOrDefault(month => 2 * Delivered.Count(r => double.IsFinite(r[month]) && r[month] != 0) >= Math.Max(1, Replicates), -1);

    private IEnumerable<(double Promised, double Delivered)[]> Pairs => Promised.Zip(Delivered).Where(r => IsWhole(r.First)).Select(r => r.First.Zip(r.Second).ToArray());

    private static bool IsWhole(double[] months) => Array.TrueForAll(months, double.IsFinite);
}
