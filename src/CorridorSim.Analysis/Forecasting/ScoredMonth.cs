using CorridorSim.Analysis.Statistics;
using CorridorSim.Model.Lanes;
using CorridorSim.Scenarios.Observations;

namespace CorridorSim.Analysis.Forecasting;

/// <summary>How a forecast was made.</summary>
public enum ForecastMethod
{
    /// <summary>Last observed months and a share of the model's change.</summary>
    Default,

    /// <summary>The model as it is.</summary>
    Model,

    /// <summary>The last observed month.</summary>
    LastMonth,

    /// <summary>The same month of the last known year.</summary>
    LastYear,

    /// <summary>The mean of the same month of all known years.</summary>
    Seasonal,

    /// <summary>The log-linear trend of the last twelve months.</summary>
    Trend,

    /// <summary>The last observed month and the mean monthly change of the last twelve.</summary>
    Drift,
}

/// <summary>One forecast month of one series that was observed afterwards.</summary>
public sealed record ScoredMonth
{
    /// <summary>First month of the forecast, see <see cref="Model.Policy.CalendarMonth"/>.</summary>
    public required int Origin { get; init; }

    /// <summary>What was counted.</summary>
    public required ObservedName Name { get; init; }

    /// <summary>Months ahead; the first forecast month is 1.</summary>
    public required int Ahead { get; init; }

    /// <summary>The count.</summary>
    public required double Observed { get; init; }

    /// <summary>Median forecast by method; not-a-number where what was known does not suffice.</summary>
    public required IReadOnlyDictionary<ForecastMethod, double> Values { get; init; }

    /// <summary>Quantiles of the default forecast, see <see cref="ForecastQuantiles"/>.</summary>
    public required IReadOnlyList<double> Quantiles { get; init; }

    /// <summary>Continuous ranked probability score of log(1 + flow), default forecast.</summary>
    public required double Crps { get; init; }

    /// <summary>Weighted interval score of log(1 + flow), default forecast.</summary>
    public double Wis => ForecastScores.WeightedInterval(
        [.. ForecastQuantiles.Probabilities], [.. Quantiles.Select(Elementary.LogP1)], Elementary.LogP1(Observed));

    /// <summary>Difference of log(1 + flow), forecast less observed.</summary>
    public double Error(ForecastMethod method) => Elementary.LogP1(Values[method]) - Elementary.LogP1(Observed);

    /// <summary>Whether the count lies within the central interval of a share, such as 0.9, ends included.</summary>
    public bool Within(double level) =>
        ForecastQuantiles.At(Quantiles, (1 - level) / 2) <= Observed && Observed <= ForecastQuantiles.At(Quantiles, (1 + level) / 2);

    /// <summary>All months of a forecast that were observed, in order.</summary>
    public static IEnumerable<ScoredMonth> Of(SeriesForecast forecast)
    {
        ArgumentNullException.ThrowIfNull(forecast);
        var truth = forecast.Truth;
        return Enumerable.Range(0, forecast.Months).Where(m => !double.IsNaN(truth[m])).Select(m => Of(forecast, m, truth[m]));
    }

    private static ScoredMonth Of(SeriesForecast forecast, int month, double observed)
    {
        var (members, calendar) = (forecast.Members[month], forecast.Origin + month);
        return new ScoredMonth
        {
            Origin = forecast.Origin,
            Name = forecast.Series.Name,
            Ahead = month + 1,
            Observed = observed,
            Quantiles = ForecastQuantiles.Of(members),
            Crps = ForecastScores.FairCrps([.. members.Select(Elementary.LogP1)], Elementary.LogP1(observed)),
            Values = forecast.Medians(month).Concat(forecast.Rivals.All(calendar)).ToDictionary(p => p.Method, p => p.Value),
        };
    }
}
