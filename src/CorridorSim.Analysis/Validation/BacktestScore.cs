using CorridorSim.Analysis.Forecasting;

namespace CorridorSim.Analysis.Validation;

/// <summary>Scores of a forecast of one series over one range of horizons; not-a-number where there is nothing to score.</summary>
public sealed record BacktestScore
{
    /// <summary>Observed series.</summary>
    public required string Series { get; init; }

    /// <summary>Nationality.</summary>
    public required string Nationality { get; init; }

    /// <summary>Months ahead, both inclusive, as <c>1-3</c>; the month after the last known one is 1.</summary>
    public required string HorizonMonths { get; init; }

    /// <summary>Months that were observed.</summary>
    public required int Months { get; init; }

    /// <summary>Persons or events observed in them.</summary>
    public required double ObservedTotal { get; init; }

    /// <summary>The median forecast of them.</summary>
    public required double ForecastTotal { get; init; }

    /// <summary>Root mean square difference of log(1 + flow), median of the default forecast.</summary>
    public required double RmseLog { get; init; }

    /// <summary>The same, median of the model as it is.</summary>
    public required double RmseModel { get; init; }

    /// <summary>Mean absolute error over that of the last month carried forward.</summary>
    public required double MaeRatio { get; init; }

    /// <summary>The same root mean square of the last month carried forward.</summary>
    public required double RivalLastMonth { get; init; }

    /// <summary>Of the same month of the last known year.</summary>
    public required double RivalLastYear { get; init; }

    /// <summary>Of the seasonal mean.</summary>
    public required double RivalSeasonal { get; init; }

    /// <summary>Of the log-linear trend of the last twelve months.</summary>
    public required double RivalTrend { get; init; }

    /// <summary>Of the random walk with drift.</summary>
    public required double RivalDrift { get; init; }

    /// <summary>Share of observed months within the 50 % band.</summary>
    public required double Coverage50 { get; init; }

    /// <summary>Share of observed months within the 90 % band.</summary>
    public required double Coverage90 { get; init; }

    /// <summary>Mean continuous ranked probability score of log(1 + flow).</summary>
    public required double CrpsLog { get; init; }

    /// <summary>Mean weighted interval score of log(1 + flow), see <see cref="ForecastQuantiles"/>.</summary>
    public required double WisLog { get; init; }
}
