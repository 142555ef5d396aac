namespace CorridorSim.Dashboard.Flows;

/// <summary>A ribbon of a flow diagram.</summary>
/// <param name="From">Box it leaves.</param>
/// <param name="To">Box it enters.</param>
/// <param name="IsLegal">True for a legal way.</param>
/// <param name="People">People in the period.</param>
/// <param name="Width">Width.</param>
/// <param name="Path">Its middle line as SVG path.</param>
public sealed record SankeyRibbon(string From, string To, bool IsLegal, double People, double Width, string Path);
