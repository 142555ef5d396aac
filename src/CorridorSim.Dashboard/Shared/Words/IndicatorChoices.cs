using CorridorSim.Analysis.Effects;
using CorridorSim.Analysis.Words;
using CorridorSim.Model.Recording;

namespace CorridorSim.Dashboard.Shared.Words;

/// <summary>The indicators that a page can show: those of the headline first, then everything else that was recorded.</summary>
public sealed class IndicatorChoices
{
    private readonly Dictionary<string, IndicatorName> _all;
    private readonly ILookup<(string, string?), string> _nationalities;

    /// <summary>Gathers those of an ensemble.</summary>
    public IndicatorChoices(IEnsemble ensemble)
        : this(Analysis.Effects.Headline.Of(ensemble), RecordedIndicators.WithSums(ensemble))
    {
    }

    /// <summary>Gathers those that every comparison has on both sides.</summary>
    public IndicatorChoices(IReadOnlyList<Comparison> comparisons)
        : this(
            [.. comparisons.Select(c => c.Headline.AsEnumerable()).Aggregate((a, b) => a.Intersect(b))],
            [.. comparisons.Select(c => c.Recorded.AsEnumerable()).Aggregate((a, b) => a.Intersect(b))])
    {
    }

    /// <summary>Gathers them.</summary>
    /// <param name="headline">The indicators of the headline, in their order.</param>
    /// <param name="recorded">Everything that was recorded, with the sums over places.</param>
    public IndicatorChoices(IReadOnlyList<HeadlineIndicator> headline, IReadOnlyList<IndicatorName> recorded)
    {
        ArgumentNullException.ThrowIfNull(headline);
        ArgumentNullException.ThrowIfNull(recorded);
        Headline = headline;
        _all = headline.Select(h => h.Name).Concat(recorded).Distinct().ToDictionary(n => n.ToString());
        _nationalities = recorded.ToLookup(n => (n.Variable, n.Where), n => n.Nationality);
        var shown = headline.Select(h => h.Name).ToHashSet();
        Others =
        [
            .. recorded.Select(Entry).Distinct().Where(n => !shown.Contains(n))
                .GroupBy(n => n.Row.Heading).OrderBy(g => g.Key, StringComparer.Ordinal),
        ];
    }

    /// <summary>The indicators of the headline.</summary>
    public IReadOnlyList<HeadlineIndicator> Headline { get; }

    /// <summary>All others, by what they measure: one entry for all nationalities.</summary>
    public IReadOnlyList<IGrouping<string, IndicatorName>> Others { get; }

    /// <summary>Nationalities of which an indicator was recorded, all together first.</summary>
    public IReadOnlyList<string> Nationalities(IndicatorName name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return [.. _nationalities[(name.Variable, name.Where)].OrderBy(n => n != SeriesKey.All).ThenBy(n => n, StringComparer.Ordinal)];
    }

    /// <summary>The entry under which an indicator is found: that of all nationalities together where there is one.</summary>
    public IndicatorName Entry(IndicatorName name) => Nationalities(name) is [var first, ..] ? name with { Nationality = first } : name;

    /// <summary>What is shown where nothing is asked for; null where there is nothing to choose.</summary>
    public IndicatorName? First => _all.Values.FirstOrDefault();

    /// <summary>The indicator that an address asks for; null where there is none of that name.</summary>
    public IndicatorName? Find(string? text) => text is null ? null : _all.GetValueOrDefault(text);

    /// <summary>The indicators of a table: those of the headline, with the one that is chosen before them when it is none of them.</summary>
    public IReadOnlyList<HeadlineIndicator> Table(IndicatorName? chosen) => Analysis.Effects.Headline.With(Headline, chosen);

    /// <summary>Whether the headline shows an indicator.</summary>
    public bool IsOfHeadline(IndicatorName name) => Headline.Any(h => h.Name == name);

    /// <summary>What an indicator is called, whether the headline has words for it or not.</summary>
    /// <param name="name">The indicator.</param>
    /// <param name="places">Names of places; null for codes.</param>
    public string Words(IndicatorName name, PlaceWords? places)
    {
        ArgumentNullException.ThrowIfNull(name);
        var words = Headline.FirstOrDefault(h => h.Name == name)?.Words;
        return places?.Measured(name, words ?? name.ToString()) ?? words ?? IndicatorWords.Heading(name);
    }
}
