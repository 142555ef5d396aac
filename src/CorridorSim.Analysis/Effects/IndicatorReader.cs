using CorridorSim.Model.Recording;

namespace CorridorSim.Analysis.Effects;

/// <summary>Works out indicators of an ensemble, by month and over a period.</summary>
/// <param name="ensemble">The ensemble.</param>
public sealed class IndicatorReader(IEnsemble ensemble)
{
    private const string PerMonth = "/month";
    private readonly Dictionary<SeriesKey, double[][]> _monthly = [];

    /// <summary>The ensemble.</summary>
    public IEnsemble Ensemble => ensemble;

    /// <summary>Unit of the monthly values.</summary>
    /// <exception cref="UnknownIndicatorException">It was not recorded.</exception>
    public string Unit(IndicatorName name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.Variable == IndicatorName.LegalShare ? "share" : ensemble.Series.First(s => s.Key == Keys(name)[0]).Unit;
    }

    /// <summary>Monthly values: replicates x months; not-a-number where the lane failed or the figure is not defined.</summary>
    /// <exception cref="UnknownIndicatorException">It was not recorded.</exception>
    public double[][] Monthly(IndicatorName name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (name.Variable == IndicatorName.LegalShare)
        {
            var (legal, all) = Arrivals(name);
            return [.. legal.Zip(all, (l, a) => l.Zip(a, UndefinedFigure.Ratio).ToArray())];
        }

        return Sum(Keys(name));
    }

    /// <summary>
    /// One figure per replicate over a period: flows are summed, stocks are taken at its last month, waits are averaged over the
    /// months that have one with their admissions as weights, shares are those of the summed flows, other levels are averaged.
    /// A wait of nobody and a share of nothing are not numbers.
    /// </summary>
    /// <exception cref="UnknownIndicatorException">It was not recorded, or the period lies outside the horizon.</exception>
    public IndicatorValues Over(IndicatorName name, Period? period = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        var months = (period ?? Period.Of(ensemble)).Within(Period.Of(ensemble))
            ?? throw new UnknownIndicatorException($"{period} lies outside the horizon {Period.Of(ensemble)}; choose months inside.");
        var range = (months.First - ensemble.FirstMonth)..(months.Last - ensemble.FirstMonth + 1);
        var unit = Unit(name);
        var values = name.Variable switch
        {
            IndicatorName.LegalShare => Shares(name, range),
            Indicators.Wait or Indicators.MeanWait => Waits(name, range),
            _ when unit.EndsWith(PerMonth, StringComparison.Ordinal) => [.. Monthly(name).Select(v => v[range].Sum())],
            Indicators.Queue or Indicators.InTransit => [.. Monthly(name).Select(v => v[range][^1])],
            _ => [.. Monthly(name).Select(v => v[range].Average())],
        };
        return new IndicatorValues(name.ToString(), unit.Replace(PerMonth, string.Empty, StringComparison.Ordinal), months, values)
        {
            Ensemble = ensemble.Name,
            Need = UndefinedFigure.Of(name),
            Failed = ensemble.Failed.Count,
        };
    }

    private (double[][] Legal, double[][] All) Arrivals(IndicatorName name)
    {
        var admissions = Monthly(name with { Variable = Indicators.Admissions });
        var atPorts = Monthly(name with { Variable = Indicators.EncountersAtPorts });
        var irregular = Monthly(name with { Variable = Indicators.IrregularArrivals });
        double[][] legal = [.. admissions.Zip(atPorts, (a, p) => a.Zip(p, (x, y) => x + y).ToArray())];
        return (legal, [.. legal.Zip(irregular, (l, i) => l.Zip(i, (x, y) => x + y).ToArray())]);
    }

    private double[] Shares(IndicatorName name, Range range)
    {
        var (legal, all) = Arrivals(name);
        return [.. legal.Zip(all, (l, a) => UndefinedFigure.Ratio(l[range].Sum(), a[range].Sum()))];
    }

    private double[] Waits(IndicatorName name, Range range)
    {
        var waits = Monthly(name);
        var admissions = Monthly(name with { Variable = Indicators.Admissions });
        return [.. waits.Zip(admissions, (w, a) => Weighted(w.AsSpan(range), a.AsSpan(range)))];
    }

    /// <summary>Mean over the months that have a wait: where nobody is admitted at the end of a month it has none.</summary>
    private static double Weighted(ReadOnlySpan<double> waits, ReadOnlySpan<double> admissions)
    {
        var (waited, admitted) = (0.0, 0.0);
        for (var month = 0; month < waits.Length; month++)
        {
            if (!double.IsNaN(waits[month]))
            {
                waited += waits[month] * admissions[month];
                admitted += admissions[month];
            }
        }

        return UndefinedFigure.Ratio(waited, admitted);
    }

    private SeriesKey[] Keys(IndicatorName name)
    {
        SeriesKey[] keys = [.. ensemble.Series.Select(s => s.Key)
            .Where(k => k.Variable == name.Variable && k.Nationality == name.Nationality && (name.Where is null || k.Where == name.Where))
            .OrderBy(k => k.Where, StringComparer.Ordinal)];
        if (keys.Length == 0 || (name is { Where: null, Variable: Indicators.Wait or Indicators.MeanWait or Indicators.Promised or Indicators.Delivered } && keys.Length > 1))
        {
            throw new UnknownIndicatorException($"'{name}' is not among what '{ensemble.Name}' recorded{Hint(name)}.");
        }

        return keys;
    }

    private string Hint(IndicatorName name)
    {
        var variables = ensemble.Series.Select(s => s.Key.Variable).Distinct().ToArray();
        if (!variables.Contains(name.Variable))
        {
            return $"; there are {string.Join(", ", variables.Append(IndicatorName.LegalShare))}";
        }

        var places = ensemble.Series.Where(s => s.Key.Variable == name.Variable && s.Key.Nationality == name.Nationality).Select(s => s.Key.Where).Distinct().Take(12).ToArray();
        return places.Length == 0
            ? "; nationalities are recorded with 'outputs: { record: full }'"
            : $"; '{name.Variable}' is recorded for {string.Join(", ", places)}";
    }

    private double[][] Sum(SeriesKey[] keys)
    {
        if (keys.Length == 1)
        {
            return Read(keys[0]);
        }

        double[][] total = [.. Enumerable.Range(0, ensemble.Replicates).Select(_ => new double[ensemble.Months])];
        foreach (var values in keys.Select(Read))
        {
            for (var k = 0; k < total.Length; k++)
            {
                for (var month = 0; month < total[k].Length; month++)
                {
                    total[k][month] += values[k][month];
                }
            }
        }

        return total;
    }

    private double[][] Read(SeriesKey key) => _monthly.TryGetValue(key, out var known) ? known : _monthly[key] = ensemble.Monthly(key);
}
