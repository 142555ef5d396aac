using CorridorSim.Model.Recording;

namespace CorridorSim.Analysis.Effects;

/// <summary>The headline indicators of an ensemble, in the order in which they are read.</summary>
public static class Headline
{
    /// <summary>Chooses them from what was recorded.</summary>
    public static IReadOnlyList<HeadlineIndicator> Of(IEnsemble ensemble)
    {
        ArgumentNullException.ThrowIfNull(ensemble);
        SeriesKey[] keys = [.. ensemble.Series.Select(s => s.Key).Where(k => k.Nationality == SeriesKey.All)];
        HeadlineIndicator[] rows =
        [
            Total("legal admissions, all channels", Indicators.Admissions),
            .. Each("legal admissions:", Indicators.Admissions),
            Total("legal share of arrivals", IndicatorName.LegalShare),
            .. Each("irregular entries", Indicators.IrregularEntries).Where(h => ensemble.HeadlinePassages.Contains(h.Name.Where)),
            .. Each("encounters between ports", Indicators.EncountersBetweenPorts),
            .. Each("encounters at ports", Indicators.EncountersAtPorts),
            .. Each("expulsions under a health order", Indicators.Expulsions),
            .. Each("returns from custody under ordinary law", Indicators.BorderReturns),
            .. Each("queue at the end:", Indicators.Queue),
            .. Each("median wait:", Indicators.Wait),
            Total("deaths on the way", Indicators.Deaths),
            Total("people sent home by a country", Indicators.SentHome),
            Total("of them removed under ordinary law", Indicators.Removals),
            Total("people who gave up on the way", Indicators.GivingUp),
            Total("people settled on the way", Indicators.SettledOnTheWay),
            Total("people protected in transit", Indicators.Protected),
        ];
        return [.. rows.Where(IsRecorded)];

        bool IsRecorded(HeadlineIndicator h) => h.Name.Variable == IndicatorName.LegalShare
            ? new[] { Indicators.Admissions, Indicators.EncountersAtPorts, Indicators.IrregularArrivals }.All(v => keys.Any(k => k.Variable == v))
            : keys.Any(k => k.Variable == h.Name.Variable);

        IEnumerable<HeadlineIndicator> Each(string words, string variable) =>
            keys.Where(k => k.Variable == variable).Select(k => new HeadlineIndicator($"{words} {k.Where}", new IndicatorName(variable, k.Where)));

        static HeadlineIndicator Total(string words, string variable) => new(words, new IndicatorName(variable));
    }

    /// <summary>Their values over a period, the whole horizon unless told.</summary>
    public static IReadOnlyList<IndicatorValues> Values(IEnsemble ensemble, Period? period = null)
    {
        var reader = new IndicatorReader(ensemble);
        return [.. Of(ensemble).Select(h => reader.Over(h.Name, period) with { Name = h.Words })];
    }
}
