namespace CorridorSim.Dashboard.Charts;

/// <summary>A date that a chart marks.</summary>
/// <param name="Month">Month, <c>yyyy-MM</c>.</param>
/// <param name="Words">What happened.</param>
public sealed record ChartMark(string Month, string Words);
