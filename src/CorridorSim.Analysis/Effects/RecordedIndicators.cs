using CorridorSim.Model.Recording;

namespace CorridorSim.Analysis.Effects;

/// <summary>Every indicator that can be worked out of recorded series.</summary>
public static class RecordedIndicators
{
    /// <summary>Those of an ensemble.</summary>
    public static IReadOnlyList<IndicatorName> Of(IEnsemble ensemble) => Of(Keys(ensemble));

    /// <summary>Those of an ensemble, with the sums over places.</summary>
    public static IReadOnlyList<IndicatorName> WithSums(IEnsemble ensemble) => WithSums(Keys(ensemble));

    /// <summary>The series themselves, in the order in which they were recorded, and the shares that can be worked out of them.</summary>
    /// <param name="series">What was recorded.</param>
    public static IReadOnlyList<IndicatorName> Of(IEnumerable<SeriesKey> series)
    {
        SeriesKey[] keys = [.. series];
        var whole = keys.Where(k => k.Nationality == SeriesKey.All).Select(k => k.Variable).ToHashSet();
        return
        [
            .. keys.Select(k => new IndicatorName(k.Variable, k.Where, k.Nationality)),
            .. IndicatorCatalogue.WorkedOut.Where(i => i.Needs.All(whole.Contains)).Select(i => new IndicatorName(i.Name)),
        ];
    }

    /// <summary>
    /// Those of which a figure over a period can be made, with the sums over places, of all nationalities and of each, where places
    /// add up; without what is weighted by something that was not recorded.
    /// </summary>
    /// <param name="series">What was recorded.</param>
    public static IReadOnlyList<IndicatorName> WithSums(IEnumerable<SeriesKey> series)
    {
        var recorded = Of(series);
        var known = recorded.ToHashSet();
        return
        [
            .. recorded.GroupBy(n => (n.Variable, n.Nationality)).Where(g => g.Count() > 1 && g.First().Row.Adds).Select(g => new IndicatorName(g.Key.Variable, null, g.Key.Nationality)),
            .. recorded.Where(n => n.Row.Weight is not { } weight || known.Contains(n with { Variable = weight })),
        ];
    }

    private static IEnumerable<SeriesKey> Keys(IEnsemble ensemble) => (ensemble ?? throw new ArgumentNullException(nameof(ensemble))).Series.Select(s => s.Key);
}
