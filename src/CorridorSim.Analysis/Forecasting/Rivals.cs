using CorridorSim.Model;
using CorridorSim.Model.Lanes;
using CorridorSim.Model.Policy;

namespace CorridorSim.Analysis.Forecasting;

/// <summary>
/// Naive forecasts of one series, made from the months before the origin only. Not-a-number where those do not suffice.
/// </summary>
public sealed class Rivals
{
    private const int TrendMonths = 12;

    private readonly int _origin;
    private readonly SortedDictionary<int, double> _past;
    private readonly (double Level, double Slope) _trend;
    private readonly double _drift;

    /// <summary>Sets the rivals up.</summary>
    /// <param name="past">Observed months before the origin; gaps are left out.</param>
    /// <param name="origin">First month that is forecast, see <see cref="CalendarMonth"/>.</param>
    public Rivals(IEnumerable<(int Month, double Value)> past, int origin)
    {
        _origin = origin;
        _past = new SortedDictionary<int, double>(past.Where(p => p.Month < origin && !double.IsNaN(p.Value)).ToDictionary(p => p.Month, p => p.Value));
        _trend = Fit([.. _past.Where(p => p.Key >= origin - TrendMonths)]);
        _drift = Drift([.. _past.Where(p => p.Key >= origin - TrendMonths - 1)]);
    }

    /// <summary>The last observed month, carried forward.</summary>
    public double LastMonth(int month)
    {
        _ = month;
        return _past.Count == 0 ? double.NaN : _past.Last().Value;
    }

    /// <summary>The same month of the last year that was known at the origin.</summary>
    public double LastYear(int month)
    {
        while (month >= _origin)
        {
            month -= 12;
        }

        return _past.TryGetValue(month, out var value) ? value : double.NaN;
    }

    /// <summary>The mean of the same month of the year over all years before the origin.</summary>
    public double Seasonal(int month) =>
        _past.Where(p => (month - p.Key) % Units.MonthsOfYear == 0).Select(p => p.Value).DefaultIfEmpty(double.NaN).Average();

    /// <summary>The straight line through log(1 + flow) of the last twelve months, carried on; at least 0.</summary>
    public double Trend(int month) => Math.Max(0, Elementary.Exp(Math.Min(_trend.Level + (_trend.Slope * (month - _origin)), 50)) - 1);

    /// <summary>The last observed month, moved on by the mean monthly change of log(1 + flow) over the last twelve; at least 0.</summary>
    public double WalkWithDrift(int month) => _past.Count == 0
        ? double.NaN
        : Math.Max(0, Elementary.Exp(Math.Min(Elementary.LogP1(_past.Last().Value) + (_drift * (month - _past.Last().Key)), 50)) - 1);

    /// <summary>All of them for a month.</summary>
    public IEnumerable<(ForecastMethod Method, double Value)> All(int month) =>
    [
        (ForecastMethod.LastMonth, LastMonth(month)),
        (ForecastMethod.LastYear, LastYear(month)),
        (ForecastMethod.Seasonal, Seasonal(month)),
        (ForecastMethod.Trend, Trend(month)),
        (ForecastMethod.Drift, WalkWithDrift(month)),
    ];

    // The mean of the changes is the whole change over the time it took, gaps or not.
    private static double Drift(KeyValuePair<int, double>[] points) => points.Length < 2
        ? double.NaN
        : (Elementary.LogP1(points[^1].Value) - Elementary.LogP1(points[0].Value)) / (points[^1].Key - points[0].Key);

    private (double Level, double Slope) Fit(KeyValuePair<int, double>[] points)
    {
        if (points.Length < 3)
        {
            return (double.NaN, double.NaN);
        }

        var meanX = points.Average(p => (double)(p.Key - _origin));
        var meanY = points.Average(p => Elementary.LogP1(p.Value));
        var slope = points.Sum(p => (p.Key - _origin - meanX) * (Elementary.LogP1(p.Value) - meanY)) / points.Sum(p => (p.Key - _origin - meanX) * (p.Key - _origin - meanX));
        return (meanY - (slope * meanX), slope);
    }
}
