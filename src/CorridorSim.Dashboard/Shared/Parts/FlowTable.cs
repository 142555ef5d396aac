using CorridorSim.Analysis.Effects;
using CorridorSim.Analysis.Statistics;
using CorridorSim.Model.Recording;

namespace CorridorSim.Dashboard.Shared.Parts;

/// <summary>Irregular movement from country to country over a period.</summary>
/// <param name="Origins">Countries that are left.</param>
/// <param name="Destinations">Countries that are entered.</param>
/// <param name="Cells">Values by origin and destination; what is not there was not recorded.</param>
public sealed record FlowTable(
    IReadOnlyList<string> Origins, IReadOnlyList<string> Destinations, IReadOnlyDictionary<(string From, string To), FlowCell> Cells)
{
    /// <summary>Persons, medians with intervals.</summary>
    public static FlowTable Of(IndicatorReader reader, Period? period, string nationality = SeriesKey.All)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return Build(reader.Ensemble, nationality, name =>
        {
            var band = Quantiles.Interval(Quantiles.WithoutNaN(reader.Over(name, period).Values));
            return new FlowCell(band.Median, band.Lower, band.Upper);
        });
    }

    /// <summary>Paired differences.</summary>
    public static FlowTable Difference(Comparison comparison, IEnsemble other, Period? period)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        return Build(other, SeriesKey.All, name =>
        {
            var effect = comparison.On(name, period);
            return new FlowCell(effect.Summary.Median, effect.Summary.P05, effect.Summary.P95, effect);
        });
    }

    private static FlowTable Build(IEnsemble ensemble, string nationality, Func<IndicatorName, FlowCell> cell)
    {
        var cells = new Dictionary<(string, string), FlowCell>();
        foreach (var key in ensemble.Series.Select(s => s.Key).Where(k => k.Variable == Indicators.IrregularEntries && k.Nationality == nationality))
        {
            var ends = key.Where.Split('>');
            cells[(ends[0], ends[^1])] = cell(new IndicatorName(key.Variable, key.Where, nationality));
        }

        foreach (var key in ensemble.Series.Select(s => s.Key).Where(k => k.Variable == Indicators.EncountersBetweenPorts && k.Nationality == nationality))
        {
            var ends = key.Where.Split('>');
            cells.TryAdd((ends[0], ends[^1]), cell(new IndicatorName(key.Variable, key.Where, nationality)));
        }

        var order = AlongTheWay([.. cells.Keys]);
        return new FlowTable([.. order.Where(c => cells.Keys.Any(k => k.Item1 == c))], [.. order.Where(c => cells.Keys.Any(k => k.Item2 == c))], cells);
    }

    /// <summary>Countries in travelling order: those that nobody enters first, then whoever they lead to.</summary>
    private static List<string> AlongTheWay((string From, string To)[] passages)
    {
        var order = new List<string>();
        var left = passages.SelectMany(p => new[] { p.From, p.To }).Distinct().ToList();
        while (left.Count > 0)
        {
            // In a circle there is no first country: the first that was recorded is taken.
            var next = left.Find(c => passages.All(p => p.To != c || !left.Contains(p.From) || p.From == c)) ?? left[0];
            order.Add(next);
            left.Remove(next);
        }

        return order;
    }
}

/// <summary>Movement between two countries.</summary>
/// <param name="Median">Median over replicates.</param>
/// <param name="Lower">Lower end of the 90 % interval.</param>
/// <param name="Upper">Upper end.</param>
/// <param name="Effect">What the two say, where it is a difference; null where it is a level.</param>
public readonly record struct FlowCell(double Median, double Lower, double Upper, Effect? Effect = null);
