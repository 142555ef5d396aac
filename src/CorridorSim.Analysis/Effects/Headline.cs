using CorridorSim.Model.Recording;

namespace CorridorSim.Analysis.Effects;

/// <summary>An indicator that every table and page shows first.</summary>
/// <param name="Words">What it is called.</param>
/// <param name="Name">How it is worked out.</param>
public sealed record HeadlineIndicator(string Words, IndicatorName Name)
{
    /// <summary>Heading of tables under which it is shown.</summary>
    public string Group => Name.Row.Group;

    /// <summary>What it is called under that heading.</summary>
    public string Label => LabelAt(place => place);

    /// <summary>The same with what its place is called.</summary>
    /// <param name="name">Name of a place by its identifier.</param>
    public string LabelAt(Func<string, string> name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Name.Row.Text(Name.Where) is { } text ? HeadlineText.At(text.Label, Name.Where is { } where ? name(where) : null) : Words;
    }

    /// <summary>What it is called where it is the subject of a sentence.</summary>
    public string Subject => Name.Row.Text(Name.Where) is { Subject.Length: > 0 } text ? HeadlineText.At(text.Subject, Name.Where) : Words;

    /// <summary>Whether it is about a single channel rather than a total, a passage or a border.</summary>
    public bool IsOfChannel => Name.Where is not null && Name.Row is { IsOfChannel: true, Places: not null };

    /// <summary>Whether a summary shows it: totals always, places where their row says so.</summary>
    /// <param name="detail">How much the summary shows.</param>
    public bool Fits(PlaceDetail detail) => Name.Where is null || Name.Row.Detail <= detail;
}

/// <summary>The headline indicators of an ensemble, in the order in which they are read.</summary>
public static class Headline
{
    /// <summary>Chooses them from what was recorded.</summary>
    public static IReadOnlyList<HeadlineIndicator> Of(IEnsemble ensemble)
    {
        ArgumentNullException.ThrowIfNull(ensemble);
        SeriesKey[] keys = [.. ensemble.Series.Select(s => s.Key).Where(k => k.Nationality == SeriesKey.All)];
        return [.. IndicatorCatalogue.All.Where(row => row.Needs.All(v => keys.Any(k => k.Variable == v))).SelectMany(row => Rows(row))];

        IEnumerable<HeadlineIndicator> Rows(Indicator row) =>
        [
            .. row.Total is { } total ? [new HeadlineIndicator(total.Words, new IndicatorName(row.Name))] : Array.Empty<HeadlineIndicator>(),
            .. row.Places is not { } places ? [] : keys
                .Where(k => k.Variable == row.Name && (!row.IsOfHeadlinePassages || ensemble.HeadlinePassages.Contains(k.Where)))
                .Select(k => new HeadlineIndicator(HeadlineText.At(places.Words, k.Where), new IndicatorName(row.Name, k.Where))),
        ];
    }

    /// <summary>Indicators that somebody asks for, with the words of the headline where it has them.</summary>
    public static IReadOnlyList<HeadlineIndicator> Of(IEnsemble ensemble, IEnumerable<IndicatorName> names)
    {
        var known = Of(ensemble).ToLookup(h => h.Name);
        return [.. names.Select(n => known[n].FirstOrDefault() ?? Other(n))];
    }

    /// <summary>A headline with an indicator that is chosen before it, where it is none of them.</summary>
    /// <param name="headline">The headline.</param>
    /// <param name="chosen">The indicator; null for none.</param>
    public static IReadOnlyList<HeadlineIndicator> With(IReadOnlyList<HeadlineIndicator> headline, IndicatorName? chosen)
    {
        ArgumentNullException.ThrowIfNull(headline);
        return chosen is null || headline.Any(h => h.Name == chosen) ? headline : [Other(chosen), .. headline];
    }

    /// <summary>Their values over a period, the whole horizon unless told.</summary>
    public static IReadOnlyList<IndicatorValues> Values(IEnsemble ensemble, Period? period = null)
    {
        var reader = new IndicatorReader(ensemble);
        return [.. Of(ensemble).Select(h => reader.Over(h.Name, period) with { Name = h.Words })];
    }

    // What the headline has no words for is called by its name, which PlaceWords.Measured turns into those of its series.
    private static HeadlineIndicator Other(IndicatorName name) => new(name.ToString(), name);
}
