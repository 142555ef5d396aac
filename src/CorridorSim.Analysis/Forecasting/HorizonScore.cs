using CorridorSim.Analysis.Statistics;
using CorridorSim.Model.Recording;

namespace CorridorSim.Analysis.Forecasting;

/// <summary>How forecasts of a group of series did, some months ahead.</summary>
public sealed record HorizonScore
{
    /// <summary>The name under which all series stand together.</summary>
    public const string AllSeries = "all series";

    /// <summary>Shares that the central intervals of a reliability diagram should hold.</summary>
    public static IReadOnlyList<double> Levels { get; } = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98];

    /// <summary>Ranges of months ahead, both inclusive.</summary>
    public static IReadOnlyList<(int First, int Last)> Ranges { get; } = [(1, 3), (4, 6), (7, 12), (13, 24)];

    /// <summary>Observed series, or <see cref="AllSeries"/>.</summary>
    public required string Series { get; init; }

    /// <summary>True for all nationalities together, false for single ones.</summary>
    public required bool IsTotal { get; init; }

    /// <summary>First month ahead, from 1.</summary>
    public required int First { get; init; }

    /// <summary>Last month ahead, inclusive.</summary>
    public required int Last { get; init; }

    /// <summary>Forecast months that were observed.</summary>
    public required int Months { get; init; }

    /// <summary>Series of one nationality each that are among them, or totals.</summary>
    public required int Members { get; init; }

    /// <summary>Root mean square error of log(1 + flow) over all months, by method.</summary>
    public required IReadOnlyDictionary<ForecastMethod, double> Pooled { get; init; }

    /// <summary>The median over members of their own root mean square error, by method.</summary>
    public required IReadOnlyDictionary<ForecastMethod, double> Median { get; init; }

    /// <summary>Members on which the default has a smaller error than the last month carried forward.</summary>
    public required int BetterThanLastMonth { get; init; }

    /// <summary>Share of months within the central interval of each of <see cref="Levels"/>.</summary>
    public required IReadOnlyList<double> Held { get; init; }

    /// <summary>Mean continuous ranked probability score of log(1 + flow).</summary>
    public required double Crps { get; init; }

    /// <summary>Mean weighted interval score of log(1 + flow).</summary>
    public required double Wis { get; init; }

    /// <summary>Share of months within the 50 % band.</summary>
    public double Coverage50 => Held[4];

    /// <summary>Share of months within the 90 % band.</summary>
    public double Coverage90 => Held[8];

    /// <summary>Scores by range of months ahead: per series nationalities and totals, then all series together.</summary>
    public static IEnumerable<HorizonScore> ByHorizon(IReadOnlyList<ScoredMonth> months) =>
        from range in Ranges
        from score in Of([.. months.Where(m => m.Ahead >= range.First && m.Ahead <= range.Last)], range.First, range.Last)
        select score;

    /// <summary>The same over all months ahead.</summary>
    public static IEnumerable<HorizonScore> Whole(IReadOnlyList<ScoredMonth> months)
    {
        ArgumentNullException.ThrowIfNull(months);
        return months.Count == 0 ? [] : Of(months, 1, months.Max(m => m.Ahead));
    }

    private static IEnumerable<HorizonScore> Of(IReadOnlyList<ScoredMonth> months, int first, int last)
    {
        var groups = months.GroupBy(m => (m.Name.Series, IsTotal: m.Name.Nationality == SeriesKey.All)).Select(g => (g.Key.Series, g.Key.IsTotal, Months: g.ToArray()));
        var whole = months.GroupBy(m => m.Name.Nationality == SeriesKey.All).Select(g => (Series: AllSeries, IsTotal: g.Key, Months: g.ToArray()));
        return groups.Concat(whole).Select(g => Of(g.Series, g.IsTotal, first, last, g.Months));
    }

    private static HorizonScore Of(string series, bool isTotal, int first, int last, ScoredMonth[] months)
    {
        var members = months.GroupBy(m => m.Name).Select(g => g.ToArray()).ToArray();
        var own = members.Select(m => ByMethod(method => Rmse(m, method))).ToArray();
        return new HorizonScore
        {
            Series = series,
            IsTotal = isTotal,
            First = first,
            Last = last,
            Months = months.Length,
            Members = members.Length,
            Pooled = ByMethod(method => Rmse(months, method)),
            Median = ByMethod(method => Quantiles.Median(Quantiles.WithoutNaN([.. own.Select(o => o[method])]))),
            BetterThanLastMonth = own.Count(o => o[ForecastMethod.Default] < o[ForecastMethod.LastMonth]),
            Held = [.. Levels.Select(level => months.Average(m => m.Within(level) ? 1.0 : 0))],
            Crps = months.Average(m => m.Crps),
            Wis = months.Average(m => m.Wis),
        };
    }

    private static Dictionary<ForecastMethod, double> ByMethod(Func<ForecastMethod, double> value) =>
        Enum.GetValues<ForecastMethod>().ToDictionary(m => m, value);

    /// <summary>Months for which a method has no forecast are left out of its score.</summary>
    private static double Rmse(IEnumerable<ScoredMonth> months, ForecastMethod method)
    {
        double[] errors = [.. months.Select(m => m.Error(method)).Where(e => !double.IsNaN(e))];
        return errors.Length == 0 ? double.NaN : Math.Sqrt(errors.Average(e => e * e));
    }
}
