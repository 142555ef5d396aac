using CorridorSim.Analysis.Forecasting;
using CorridorSim.Model.Lanes;

namespace CorridorSim.Analysis.Validation;

/// <summary>Forecasts from several origins and how they did.</summary>
/// <param name="Fits">Per origin, how its parameters were fitted.</param>
/// <param name="Sets">Per origin, the forecasts.</param>
public sealed record RollingReport(IReadOnlyList<OriginFit> Fits, IReadOnlyList<ForecastSet> Sets)
{
    /// <summary>Weights of the model's change that are tried beside the one that is used.</summary>
    public static IReadOnlyList<double> Weights { get; } = [0, 0.25, 0.5, 0.75, 1];

    /// <summary>Every forecast month that was observed.</summary>
    public IReadOnlyList<ScoredMonth> Months { get; } = [.. Sets.SelectMany(s => s.Series).SelectMany(ScoredMonth.Of)];

    /// <summary>Scores of each series and of all together, by months ahead.</summary>
    public IEnumerable<HorizonScore> Horizons() => HorizonScore.ByHorizon(Months);

    /// <summary>Scores of each series by origin, over all months ahead.</summary>
    public IEnumerable<(int Origin, HorizonScore Score)> ByOrigin() =>
        Months.GroupBy(m => m.Origin).OrderBy(g => g.Key).SelectMany(g => HorizonScore.Whole([.. g]).Select(s => (g.Key, s)));

    /// <summary>Root mean square error of log(1 + flow) of the median, nationalities of the named series, at other weights.</summary>
    /// <param name="series">Observed series, such as those that were fitted.</param>
    /// <param name="used">Errors of nationalities that are used, whose fade stays.</param>
    public IEnumerable<(double Weight, int First, int Last, double Rmse)> AtOtherWeights(IReadOnlyCollection<string> series, ForecastErrors used) =>
        from weight in Weights
        from horizon in HorizonScore.Ranges
        let errors = Errors(used with { Weight = weight }, horizon.First, horizon.Last, series).ToArray()
        where errors.Length > 0
        select (weight, horizon.First, horizon.Last, Math.Sqrt(errors.Average(e => e * e)));

    private IEnumerable<double> Errors(ForecastErrors errors, int first, int last, IReadOnlyCollection<string> series) =>
        from forecast in Sets.SelectMany(s => s.Series)
        where !forecast.IsTotal && series.Contains(forecast.Series.Name.Series)
        let medians = forecast.Medians(errors)
        let truth = forecast.Truth
        from month in Enumerable.Range(first - 1, Math.Max(0, Math.Min(last, forecast.Months) - first + 1))
        where !double.IsNaN(truth[month])
        select medians[month] - Elementary.LogP1(truth[month]);
}
