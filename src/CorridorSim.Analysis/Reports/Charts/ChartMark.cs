namespace CorridorSim.Analysis.Reports.Charts;

/// <summary>A date that a chart marks.</summary>
/// <param name="Month">Month, see <see cref="Model.Policy.CalendarMonth"/>, with the day as fraction.</param>
/// <param name="Label">What happens.</param>
public sealed record ChartMark(double Month, string Label);
