using CorridorSim.Analysis.Statistics;
using CorridorSim.Model;

namespace CorridorSim.Analysis.Forecasting;

/// <summary>The sum of the first twelve months of a forecast beside what was counted and beside the last twelve months before it.</summary>
/// <param name="Origin">First month of the forecast, see <see cref="Model.Policy.CalendarMonth"/>.</param>
/// <param name="Series">Observed series, all nationalities together.</param>
/// <param name="Observed">What was counted.</param>
/// <param name="Default">Median of the sums of the default forecast.</param>
/// <param name="Model">Median of the sums of the model as it is.</param>
/// <param name="LastYear">The twelve months before the origin, carried forward.</param>
public sealed record YearTotal(int Origin, string Series, double Observed, double Default, double Model, double LastYear)
{
    /// <summary>Error of a total as a share of what was counted, without its sign.</summary>
    public double Error(double total) => Math.Abs(total - Observed) / Observed;

    /// <summary>The totals of all forecasts that have a whole year before and after their origin.</summary>
    public static IReadOnlyList<YearTotal> Of(IEnumerable<ForecastSet> sets)
    {
        ArgumentNullException.ThrowIfNull(sets);
        return [.. sets.SelectMany(set => set.Series.Where(s => s.IsTotal).Select(Of).OfType<YearTotal>())];
    }

    private static YearTotal? Of(SeriesForecast forecast)
    {
        var start = forecast.Origin - forecast.Start;
        if (start < Units.MonthsOfYear || forecast.Months < Units.MonthsOfYear)
        {
            return null;
        }

        var (observed, last) = (forecast.Observed[start..(start + Units.MonthsOfYear)].Sum(), forecast.Observed[(start - Units.MonthsOfYear)..start].Sum());
        return double.IsNaN(observed) || double.IsNaN(last) || observed <= 0
            ? null
            : new YearTotal(forecast.Origin, forecast.Series.Name.Series, observed, Sum(forecast.Members), Sum(forecast.Raw), last);
    }

    private static double Sum(double[][] months) =>
        Quantiles.Median([.. Enumerable.Range(0, months[0].Length).Select(k => Enumerable.Range(0, Units.MonthsOfYear).Sum(m => months[m][k]))]);
}
