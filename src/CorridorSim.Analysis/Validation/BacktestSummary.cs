namespace CorridorSim.Analysis.Validation;

/// <summary>A backtest in a few numbers, over the single-nationality series that carry 95 % of the observed flow.</summary>
/// <param name="Series">How many series these are.</param>
/// <param name="BeatsModel">Share of them on which the default forecast beats the model as it is.</param>
/// <param name="BeatsLastMonth">Share on which it beats the last month carried forward.</param>
/// <param name="BeatsLastYear">Share on which it beats the same month of the last known year.</param>
/// <param name="BeatsSeasonal">Share on which it beats the seasonal mean.</param>
/// <param name="BeatsTrend">Share on which it beats the log-linear trend.</param>
/// <param name="BeatsDrift">Share on which it beats the random walk with drift.</param>
/// <param name="RmseLog">Mean over them of the default forecast's root mean square error of log(1 + flow).</param>
/// <param name="RmseModel">The same of the model as it is.</param>
/// <param name="RivalLastMonth">The same of the last month carried forward.</param>
/// <param name="RivalLastYear">The same of the same month last year.</param>
/// <param name="RivalSeasonal">The same of the seasonal mean.</param>
/// <param name="RivalTrend">The same of the trend.</param>
/// <param name="RivalDrift">The same of the random walk with drift.</param>
/// <param name="Coverage50">Share of all scored months within the 50 % bands.</param>
/// <param name="Coverage90">Share of all scored months within the 90 % bands.</param>
public sealed record BacktestSummary(
    int Series,
    double BeatsModel,
    double BeatsLastMonth,
    double BeatsLastYear,
    double BeatsSeasonal,
    double BeatsTrend,
    double BeatsDrift,
    double RmseLog,
    double RmseModel,
    double RivalLastMonth,
    double RivalLastYear,
    double RivalSeasonal,
    double RivalTrend,
    double RivalDrift,
    double Coverage50,
    double Coverage90);
