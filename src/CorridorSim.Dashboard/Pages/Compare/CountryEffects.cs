using CorridorSim.Analysis.Effects;
using CorridorSim.Model.Recording;
using CorridorSim.Model.Worlds;

namespace CorridorSim.Dashboard.Pages.Compare;

/// <summary>Paired effects by country and indicator: who gains and who bears more.</summary>
/// <param name="Columns">Indicators, in words and by name.</param>
/// <param name="Rows">Countries with one cell an indicator; null where nothing is counted there.</param>
public sealed record CountryEffects(IReadOnlyList<(string Words, string Variable)> Columns, IReadOnlyList<(string Code, string Country, IReadOnlyList<Effect?> Cells)> Rows)
{
    private static readonly (string Words, string Variable)[] Wanted =
    [
        ("legal admissions", Indicators.Admissions), ("irregular entries", Indicators.IrregularEntries), ("irregular arrivals", Indicators.IrregularArrivals),
        ("in transit at the end", Indicators.InTransit), ("protected in transit", Indicators.Protected), ("sent home", Indicators.SentHome), ("gave up in transit", Indicators.GivingUp), ("deaths on passages into it", Indicators.Deaths),
    ];

    /// <summary>Works them out from what both recorded.</summary>
    public static CountryEffects Of(WorldPlan world, IEnsemble baseline, IEnsemble other, Period? period)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(baseline);
        ArgumentNullException.ThrowIfNull(other);
        var (before, after) = (new IndicatorReader(baseline), new IndicatorReader(other));
        var channels = world.Channels.ToDictionary(c => c.Id, c => world.Countries[c.Country.Index].Code);
        var keys = baseline.Series.Select(s => s.Key).Intersect(other.Series.Select(s => s.Key)).Where(k => k.Nationality == SeriesKey.All)
            .Select(k => (Key: k, Country: channels.GetValueOrDefault(k.Where) ?? k.Where.Split('>')[^1])).ToArray();
        var rows = new List<(string, string, IReadOnlyList<Effect?>)>();
        foreach (var country in world.Countries)
        {
            Effect?[] cells = [.. Wanted.Select(w => Cell(keys.Where(k => k.Key.Variable == w.Variable && k.Country == country.Code).Select(k => k.Key)))];
            if (cells.Any(c => c is not null))
            {
                rows.Add((country.Code, country.Name, cells));
            }
        }

        return new CountryEffects(Wanted, rows);

        Effect? Cell(IEnumerable<SeriesKey> series)
        {
            IndicatorName[] names = [.. series.Select(k => new IndicatorName(k.Variable, k.Where))];
            return names.Length == 0 ? null : Effect.Of(Sum(before, names, period), Sum(after, names, period));
        }
    }

    private static IndicatorValues Sum(IndicatorReader reader, IndicatorName[] names, Period? period)
    {
        var total = new double[reader.Ensemble.Replicates];
        IndicatorValues[] each = [.. names.Select(n => reader.Over(n, period))];
        foreach (var values in each.Select(v => v.Values))
        {
            for (var k = 0; k < total.Length; k++)
            {
                total[k] += values[k];
            }
        }

        return each[0] with { Values = total };
    }
}
