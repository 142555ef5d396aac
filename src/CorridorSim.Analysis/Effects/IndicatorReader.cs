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

    /// <summary>Monthly values: replicates x months.</summary>
    /// <exception cref="UnknownIndicatorException">It was not recorded.</exception>
    public double[][] Monthly(IndicatorName name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (name.Variable == IndicatorName.LegalShare)
        {
            var (legal, all) = Arrivals(name);
            return [.. legal.Zip(all, (l, a) => l.Zip(a, Ratio).ToArray())];
        }

        return Sum(Keys(name));
    }

    /// <summary>
    /// One figure per replicate over a period: flows are summed, stocks are taken at its last month, waits are averaged with
    /// the admissions of each month as weights, shares are those of the summed flows, other levels are averaged.
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
        return new IndicatorValues(name.ToString(), unit.Replace(PerMonth, string.Empty, StringComparison.Ordinal), months, values);
    }

    private static double Ratio(double part, double whole) => double.IsNaN(whole) ? double.NaN : whole > 0 ? part / whole : 0;

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
        return [.. legal.Zip(all, (l, a) => Ratio(l[range].Sum(), a[range].Sum()))];
    }

    private double[] Waits(IndicatorName name, Range range)
    {
        var waits = Monthly(name);
        var admissions = Monthly(name with { Variable = Indicators.Admissions });
        return [.. waits.Zip(admissions, (w, a) => Ratio(w[range].Zip(a[range], (x, y) => x * y).Sum(), a[range].Sum()))];
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
