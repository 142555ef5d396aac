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
