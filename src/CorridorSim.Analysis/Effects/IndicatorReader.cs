using CorridorSim.Model.Engine;
using CorridorSim.Model.Recording;
using CorridorSim.Runs.Tables;

namespace CorridorSim.Analysis.Effects;

/// <summary>Works out indicators of an ensemble, by month and over a period.</summary>
/// <param name="ensemble">The ensemble.</param>
public sealed class IndicatorReader(IEnsemble ensemble)
{
    private readonly Dictionary<SeriesKey, double[][]> _monthly = [];

    /// <summary>The ensemble.</summary>
    public IEnsemble Ensemble => ensemble;

    /// <summary>Unit of the monthly values.</summary>
    /// <exception cref="UnknownIndicatorException">It was not recorded.</exception>
    public string Unit(IndicatorName name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (name.Row.Share is not null)
        {
            return name.Row.Unit;
        }

        var first = Keys(name)[0];
        return ensemble.Series.First(s => s.Key == first).Unit;
    }

    /// <summary>Monthly values: replicates x months; not-a-number where the lane failed or the figure is not defined.</summary>
    /// <exception cref="UnknownIndicatorException">It was not recorded.</exception>
    public double[][] Monthly(IndicatorName name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.Row.Share is { } share
            ? [.. Added(name, share.Part).Zip(Added(name, share.Whole), (p, w) => p.Zip(w, UndefinedFigure.Ratio).ToArray())]
            : Sum(Keys(name), Read);
    }

    /// <summary>
    /// An indicator by week, month or quarter: flows are added up, what is a level is that of the period's end, and a share is that of the
    /// flows of the period.
    /// </summary>
    /// <exception cref="UnknownIndicatorException">It was not recorded, or not by week.</exception>
    public PeriodValues By(IndicatorName name, ReportStep step)
    {
        ArgumentNullException.ThrowIfNull(name);
        var (periods, unit) = (new ReportedPeriods(step, ensemble.FirstMonth, ensemble.Months), Unit(name));
        return new PeriodValues(periods.Unit(unit), periods, Folded(name));

        double[][] Folded(IndicatorName of)
        {
            if (of.Row.Share is { } share)
            {
                return [.. Added(of, share.Part, Folded).Zip(Added(of, share.Whole, Folded), (p, w) => p.Zip(w, UndefinedFigure.Ratio).ToArray())];
            }

            if (step == ReportStep.Week)
            {
                return Sum(Keys(of), ensemble.Weekly);
            }

            var isFlow = Indicator.KindOf(Unit(of)) == SeriesKind.Flow;
            return [.. Monthly(of).Select(v => periods.Fold(v, isFlow))];
        }
    }

    /// <summary>
    /// One figure per replicate over a period: flows are summed, shares are those of the summed flows, of other levels the
    /// indicator's row says how (<see cref="PeriodFigure"/>). A wait of nobody and a share of nothing are not numbers.
    /// </summary>
    /// <exception cref="UnknownIndicatorException">It was not recorded, or the period lies outside the horizon.</exception>
    public IndicatorValues Over(IndicatorName name, Period? period = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        var months = (period ?? Period.Of(ensemble)).Within(Period.Of(ensemble))
            ?? throw new UnknownIndicatorException($"{period} lies outside the horizon {Period.Of(ensemble)}; choose months inside.");
        var range = (months.First - ensemble.FirstMonth)..(months.Last - ensemble.FirstMonth + 1);
        var unit = Unit(name);
        var values = name.Row switch
        {
            { Share: { } share } => Shares(name, share.Part, share.Whole, range),
            _ when Indicator.KindOf(unit) == SeriesKind.Flow => [.. Monthly(name).Select(v => v[range].Sum())],
            { Figure: PeriodFigure.WeightedMean, Weight: { } weight } => WeightedMeans(name, weight, range),
            { Figure: PeriodFigure.Last } => [.. Monthly(name).Select(v => v[range][^1])],
            _ => [.. Monthly(name).Select(v => v[range].Average())],
        };
        return new IndicatorValues(name.ToString(), Indicator.OverPeriod(unit), months, values)
        {
            Ensemble = ensemble.Name,
            Need = UndefinedFigure.Of(name),
            Failed = ensemble.Failed.Count,
        };
    }

    /// <summary>Several indicators added up month by month, in the order in which they are given.</summary>
    private double[][] Added(IndicatorName name, IReadOnlyList<string> variables) => Added(name, variables, Monthly);

    private static double[][] Added(IndicatorName name, IReadOnlyList<string> variables, Func<IndicatorName, double[][]> read) =>
        variables.Select(v => read(name with { Variable = v })).Aggregate((sum, next) => [.. sum.Zip(next, (s, n) => s.Zip(n, (x, y) => x + y).ToArray())]);

    private double[] Shares(IndicatorName name, IReadOnlyList<string> part, IReadOnlyList<string> whole, Range range) =>
        [.. Added(name, part).Zip(Added(name, whole), (p, w) => UndefinedFigure.Ratio(p[range].Sum(), w[range].Sum()))];

    private double[] WeightedMeans(IndicatorName name, string weight, Range range) =>
        [.. Monthly(name).Zip(Monthly(name with { Variable = weight }), (v, w) => Weighted(v.AsSpan(range), w.AsSpan(range)))];

    /// <summary>Mean over the months that have the level: where nobody is admitted at the end of a month there is no wait.</summary>
    private static double Weighted(ReadOnlySpan<double> levels, ReadOnlySpan<double> weights)
    {
        var (sum, weight) = (0.0, 0.0);
        for (var month = 0; month < levels.Length; month++)
        {
            if (!double.IsNaN(levels[month]))
            {
                sum += levels[month] * weights[month];
                weight += weights[month];
            }
        }

        return UndefinedFigure.Ratio(sum, weight);
    }

    private SeriesKey[] Keys(IndicatorName name)
    {
        SeriesKey[] keys = [.. ensemble.Series.Select(s => s.Key)
            .Where(k => k.Variable == name.Variable && k.Nationality == name.Nationality && (name.Where is null || k.Where == name.Where))
            .OrderBy(k => k.Where, StringComparer.Ordinal)];
        if (keys.Length == 0 || (name is { Where: null, Row.Adds: false } && keys.Length > 1))
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
            return $"; there are {string.Join(", ", variables.Concat(IndicatorCatalogue.WorkedOut.Select(i => i.Name)))}";
        }

        SeriesKey[] keys = [.. ensemble.Series.Select(s => s.Key).Where(k => k.Variable == name.Variable)];
        string[] nationalities = [.. keys.Where(k => (name.Where is null || k.Where == name.Where) && k.Nationality != SeriesKey.All).Select(k => k.Nationality).Distinct().Order(StringComparer.Ordinal)];
        string[] places = [.. keys.Where(k => k.Nationality == name.Nationality).Select(k => k.Where).Distinct().Take(12)];
        return places.Length > 0 ? $"; '{name.Variable}' is recorded for {string.Join(", ", places)}"
            : nationalities.Length > 0 ? $"; it is recorded for the nationalities {string.Join(", ", nationalities)}: write '{name with { Nationality = nationalities[0] }}'"
            : $"; '{name.Variable}' is not recorded by nationality, which 'outputs: {{ record: full }}' may change";
    }

    private static double[][] Sum(SeriesKey[] keys, Func<SeriesKey, double[][]> read)
    {
        if (keys.Length == 1)
        {
            return read(keys[0]);
        }

        double[][] total = [.. read(keys[0]).Select(v => new double[v.Length])];
        foreach (var values in keys.Select(read))
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

/// <summary>An indicator by period.</summary>
/// <param name="Unit">Unit of a value.</param>
/// <param name="Periods">The periods.</param>
/// <param name="Values">Replicates x periods; not-a-number where the lane failed or the figure is not defined.</param>
public sealed record PeriodValues(string Unit, ReportedPeriods Periods, double[][] Values);
