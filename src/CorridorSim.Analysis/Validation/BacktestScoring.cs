using CorridorSim.Analysis.Forecasting;
using CorridorSim.Analysis.Statistics;

namespace CorridorSim.Analysis.Validation;

/// <summary>Scores the forecast of one series against what was observed and against its rivals.</summary>
/// <param name="forecast">The forecast.</param>
internal sealed class BacktestScoring(SeriesForecast forecast)
{
    private readonly ScoredMonth[] _months = [.. ScoredMonth.Of(forecast)];

    /// <summary>Scores by range of horizons, then over all of them; ranges without observations are left out.</summary>
    public IEnumerable<BacktestScore> Scores()
    {
        foreach (var (first, last) in HorizonScore.Ranges.Where(h => h.First <= forecast.Months).Append((1, forecast.Months)).Distinct())
        {
            var months = _months.Where(m => m.Ahead >= first && m.Ahead <= last).ToArray();
            if (months.Length > 0)
            {
                yield return Score(first, Math.Min(last, forecast.Months), months);
            }
        }
    }

    private BacktestScore Score(int first, int last, ScoredMonth[] months)
    {
        var name = forecast.Series.Name;
        double[] truth = [.. months.Select(m => m.Observed)];
        double Rmse(ForecastMethod method) => ForecastScores.RmseLog1p([.. months.Select(m => m.Values[method])], truth);
        return new BacktestScore
        {
            Series = name.Series,
            Nationality = name.Nationality,
            HorizonMonths = FormattableString.Invariant($"{first}-{last}"),
            Months = months.Length,
            // A level is that of the last month; levels of several months are no total.
            ObservedTotal = forecast.Series.IsLevel ? truth[^1] : truth.Sum(),
            ForecastTotal = forecast.Series.IsLevel ? months[^1].Values[ForecastMethod.Default] : months.Sum(m => m.Values[ForecastMethod.Default]),
            RmseLog = Rmse(ForecastMethod.Default),
            RmseModel = Rmse(ForecastMethod.Model),
            MaeRatio = ForecastScores.MaeRatio([.. months.Select(m => m.Values[ForecastMethod.Default])], [.. months.Select(m => m.Values[ForecastMethod.LastMonth])], truth),
            RivalLastMonth = Rmse(ForecastMethod.LastMonth),
            RivalLastYear = Rmse(ForecastMethod.LastYear),
            RivalSeasonal = Rmse(ForecastMethod.Seasonal),
            RivalTrend = Rmse(ForecastMethod.Trend),
            RivalDrift = Rmse(ForecastMethod.Drift),
            Coverage50 = months.Average(m => m.Within(0.5) ? 1.0 : 0),
            Coverage90 = months.Average(m => m.Within(0.9) ? 1.0 : 0),
            CrpsLog = months.Average(m => m.Crps),
            WisLog = months.Average(m => m.Wis),
        };
    }
}
