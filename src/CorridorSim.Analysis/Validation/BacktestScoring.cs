using CorridorSim.Analysis.Statistics;
using CorridorSim.Model.Lanes;
using CorridorSim.Model.Policy;

namespace CorridorSim.Analysis.Validation;

/// <summary>Scores the forecast of one series against what was observed and against its rivals.</summary>
/// <param name="series">Observed series.</param>
/// <param name="nationality">Nationality.</param>
/// <param name="origin">First month that is forecast.</param>
/// <param name="observed">Observations from the origin on; not-a-number in gaps.</param>
/// <param name="forecast">Months x members from the origin on, without failed lanes.</param>
/// <param name="rivals">Its rivals.</param>
internal sealed class BacktestScoring(string series, string nationality, int origin, double[] observed, double[][] forecast, Rivals rivals)
{
    private static readonly (int First, int Last)[] Horizons = [(1, 3), (4, 6), (7, 12), (13, 24)];

    /// <summary>Scores by range of horizons, then over all of them; ranges without observations are left out.</summary>
    public IEnumerable<BacktestScore> Scores()
    {
        foreach (var (first, last) in Horizons.Where(h => h.First <= observed.Length).Append((1, observed.Length)).Distinct())
        {
            var score = Score(first, Math.Min(last, observed.Length));
            if (score.Months > 0)
            {
                yield return score;
            }
        }
    }

    private BacktestScore Score(int first, int last)
    {
        int[] months = [.. Enumerable.Range(first - 1, last - first + 1).Where(m => !double.IsNaN(observed[m]))];
        double[] truth = [.. months.Select(m => observed[m])];
        double[] median = [.. months.Select(m => Quantiles.Median(forecast[m]))];
        double[] lastMonth = [.. months.Select(m => rivals.LastMonth(origin + m))];
        double[] blend = [.. median.Zip(lastMonth, (model, rival) => Elementary.Exp((Elementary.LogP1(model) + Elementary.LogP1(rival)) / 2) - 1)];
        return new BacktestScore
        {
            Series = series,
            Nationality = nationality,
            HorizonMonths = FormattableString.Invariant($"{first}-{last}"),
            Months = months.Length,
            ObservedTotal = truth.Sum(),
            ForecastTotal = median.Sum(),
            RmseLog = ForecastScores.RmseLog1p(median, truth),
            MaeRatio = ForecastScores.MaeRatio(median, lastMonth, truth),
            RivalLastMonth = ForecastScores.RmseLog1p(lastMonth, truth),
            RivalLastYear = ForecastScores.RmseLog1p([.. months.Select(m => rivals.LastYear(origin + m))], truth),
            RivalSeasonal = ForecastScores.RmseLog1p([.. months.Select(m => rivals.Seasonal(origin + m))], truth),
            RivalTrend = ForecastScores.RmseLog1p([.. months.Select(m => rivals.Trend(origin + m))], truth),
            Blend = ForecastScores.RmseLog1p(blend, truth),
            Coverage50 = Coverage(months, truth, 0.5),
            Coverage90 = Coverage(months, truth, 0.9),
            CrpsLog = months.Length == 0 ? double.NaN : months.Average(m => Crps(m)),
        };
    }

    private double Coverage(int[] months, double[] truth, double level) =>
        ForecastScores.Coverage([.. months.Select(m => Quantiles.Interval(forecast[m], level))], truth);

    private double Crps(int month) =>
        ForecastScores.FairCrps([.. forecast[month].Select(Elementary.LogP1)], Elementary.LogP1(observed[month]));
}
