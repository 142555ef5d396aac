namespace CorridorSim.Analysis.Validation;

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
