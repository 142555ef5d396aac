using CorridorSim.Analysis.Statistics;
using CorridorSim.Model.Engine;
using CorridorSim.Model.Policy;
using CorridorSim.Model.Randomness;
using CorridorSim.Model.Recording;
using CorridorSim.Scenarios.Observations;

namespace CorridorSim.Analysis.Forecasting;

/// <summary>Forecasts of one observed series from one origin: the default, the model as it is, and simple benchmarks.</summary>
/// <param name="Series">What is forecast.</param>
/// <param name="Start">First month of the scenario, see <see cref="CalendarMonth"/>.</param>
/// <param name="Origin">First month that is forecast.</param>
/// <param name="Observed">Observations from the start of the scenario on, those after the origin for scoring alone; not-a-number in gaps.</param>
/// <param name="Model">Simulated months from the start on, months x members, without failed lanes.</param>
/// <param name="Members">The default forecast from the origin on, months x members.</param>
/// <param name="Rivals">Forecasts from what was observed before the origin.</param>
public sealed record SeriesForecast(
    ObservedSeries Series, int Start, int Origin, double[] Observed, double[][] Model, double[][] Members, Rivals Rivals)
{
    /// <summary>True for all nationalities together.</summary>
    public bool IsTotal => Series.Name.Nationality == SeriesKey.All;

    /// <summary>Months that are forecast.</summary>
    public int Months => Members.Length;

    /// <summary>Observations from the origin on.</summary>
    public double[] Truth => Observed[(Origin - Start)..];

    /// <summary>The model as it is from the origin on, months x members.</summary>
    public double[][] Raw => Model[(Origin - Start)..];

    /// <summary>The same forecast with another weight or other errors.</summary>
    /// <param name="errors">They.</param>
    public SeriesForecast With(ForecastErrors errors) => this with { Members = Default(errors) };

    /// <summary>Median of the default forecast and of the model as it is, some months after the origin.</summary>
    internal IEnumerable<(ForecastMethod Method, double Value)> Medians(int month) =>
        [(ForecastMethod.Default, Quantiles.Median(Members[month])), (ForecastMethod.Model, Quantiles.Median(Raw[month]))];

    /// <summary>The default forecast made of the model's members.</summary>
    internal double[][] Default(ForecastErrors errors) =>
        ByStep(errors.Of(Series), (own, past, before, after) => new AnchoredForecast(own, Key).Members(past, before, after));

    /// <summary>The median of the default forecast at some weight and fade, log(1 + flow); errors leave it as it is.</summary>
    internal double[] Medians(ForecastErrors errors) =>
        [.. ByStep(errors, (own, past, before, after) => AnchoredForecast.Centres(past, before, after, own)).Select(m => Quantiles.Median(m))];

    /// <summary>A forecast made month by month, or quarter by quarter where the series is counted so.</summary>
    private double[][] ByStep(ForecastErrors errors, Func<ForecastErrors, double[], double[][], double[][], double[][]> forecast) =>
        Series.Step == ReportStep.Quarter
            ? Quarterly((past, before, after) => forecast(OfQuarters(errors), past, before, after))
            : forecast(errors, Observed[..(Origin - Start)], Model[..(Origin - Start)], Raw);

    /// <summary>Errors and fade of a month for steps of a quarter.</summary>
    private static ForecastErrors OfQuarters(ForecastErrors errors) => errors with
    {
        Growth = errors.Growth * Math.Sqrt(ReportSteps.MonthsPerQuarter),
        Fade = 1 - Enumerable.Repeat(1 - errors.Fade, ReportSteps.MonthsPerQuarter).Aggregate((kept, month) => kept * month),
    };

    /// <summary>A forecast made quarter by quarter; the months of a quarter have what it has.</summary>
    private double[][] Quarterly(Func<double[], double[][], double[][], double[][]> forecast)
    {
        int[] ends = [.. Enumerable.Range(0, Model.Length).Where(m => Series.EndsPeriod(Start + m))];
        int[] past = [.. ends.Where(m => m < Origin - Start && !double.IsNaN(Model[m][0]))];
        int[] after = [.. ends.Where(m => m >= Origin - Start)];
        var quarters = forecast([.. past.Select(m => Observed[m])], [.. past.Select(m => Model[m])], [.. after.Select(m => Model[m])]);
        return quarters.Length == 0 ? Raw
            : [.. Enumerable.Range(Origin - Start, Raw.Length).Select(m => quarters[Math.Min(after.Count(e => e < m), quarters.Length - 1)])];
    }

    /// <summary>Key of its draws.</summary>
    internal ulong Key => AddressedDraws.NameHash(Series.Name.ToString());
}
