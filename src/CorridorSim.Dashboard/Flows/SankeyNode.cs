namespace CorridorSim.Dashboard.Flows;

/// <summary>A box of a flow diagram.</summary>
/// <param name="Name">Origin, way or outcome.</param>
/// <param name="Column">0 origin, 1 way, 2 outcome.</param>
/// <param name="X">Left end.</param>
/// <param name="Y">Upper end.</param>
/// <param name="Width">Width.</param>
/// <param name="Height">Height.</param>
/// <param name="People">People in the period.</param>
public sealed record SankeyNode(string Name, int Column, double X, double Y, double Width, double Height, double People);
