namespace CorridorSim.Dashboard.Map;

/// <summary>A flow where it is drawn.</summary>
/// <param name="Flow">The flow.</param>
/// <param name="Value">Persons in the month, or their difference.</param>
/// <param name="Width">Width of the line.</param>
/// <param name="Path">The line as SVG path.</param>
/// <param name="Arrow">The arrow head as SVG path.</param>
/// <param name="Corridor">Points of the line that labels keep away from.</param>
/// <param name="IsSure">False for a difference whose interval holds zero.</param>
public sealed record PlacedFlow(MapFlow Flow, double Value, double Width, string Path, string Arrow, IReadOnlyList<(double X, double Y)> Corridor, bool IsSure);
