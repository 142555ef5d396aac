namespace CorridorSim.Analysis.Validation;

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
