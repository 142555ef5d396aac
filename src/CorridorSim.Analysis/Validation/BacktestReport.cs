namespace CorridorSim.Analysis.Validation;

/// <summary>The outcome of a backtest.</summary>
/// <param name="Scores">Per series, nationality and range of horizons.</param>
/// <param name="Events">Per dated measure within reach of the observations.</param>
/// <param name="Months">Every month of every series, from the start of the scenario on.</param>
/// <param name="Summary">The whole, over the series that carry 95 % of the flow.</param>
/// <param name="Skipped">Observed series that the model measures nothing like.</param>
/// <param name="Gaps">Scored months without an observation, series by series, in words.</param>
/// <param name="FailedReplicates">Replicates whose lane failed; they are left out.</param>
public sealed record BacktestReport(
    IReadOnlyList<BacktestScore> Scores,
    IReadOnlyList<BacktestEvent> Events,
    IReadOnlyList<BacktestMonth> Months,
    BacktestSummary Summary,
    IReadOnlyList<string> Skipped,
    IReadOnlyList<string> Gaps,
    int FailedReplicates);

/// <summary>What was observed and simulated around a dated measure: mean of the three months from its month on over the three before.</summary>
/// <param name="Month">Month in which it begins, <c>yyyy-MM</c>.</param>
/// <param name="Measure">Instrument and provision.</param>
/// <param name="Series">Observed series.</param>
/// <param name="Nationality">Nationality that it concerns.</param>
/// <param name="ObservedChange">Observed change, as a share: -0.5 is a fall by half.</param>
/// <param name="SimulatedChange">Median simulated change.</param>
/// <param name="SimulatedP05">5 % quantile of the simulated change.</param>
/// <param name="SimulatedP95">95 % quantile.</param>
/// <param name="SameSign">True when both rise or both fall.</param>
public sealed record BacktestEvent(
    string Month,
    string Measure,
    string Series,
    string Nationality,
    double ObservedChange,
    double SimulatedChange,
    double SimulatedP05,
    double SimulatedP95,
    bool SameSign);

/// <summary>One month of a series: what was observed, what was forecast.</summary>
/// <param name="Series">Observed series.</param>
/// <param name="Nationality">Nationality.</param>
/// <param name="Month">Month, <c>yyyy-MM</c>.</param>
/// <param name="Observed">Observed; not-a-number in a gap.</param>
/// <param name="Median">Median of the default forecast; before the origin of the model.</param>
/// <param name="P05">5 % quantile.</param>
/// <param name="P25">25 % quantile.</param>
/// <param name="P75">75 % quantile.</param>
/// <param name="P95">95 % quantile.</param>
/// <param name="LastMonth">The last known month carried forward; not-a-number before the origin.</param>
/// <param name="Model">Median of the model as it is.</param>
public sealed record BacktestMonth(
    string Series, string Nationality, string Month, double Observed, double Median, double P05, double P25, double P75, double P95, double LastMonth, double Model);

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
