namespace CorridorSim.Dashboard.Map;

/// <summary>A country where it is drawn.</summary>
/// <param name="Node">The country.</param>
/// <param name="X">Horizontal place.</param>
/// <param name="Y">Vertical place.</param>
/// <param name="Radius">Radius; its area grows with the people who wait.</param>
/// <param name="People">People in transit or waiting, or their difference.</param>
/// <param name="TakesPart">False for a country drawn only for orientation.</param>
/// <param name="IsBeyond">True when it lies beyond the edge and stands there in its direction.</param>
public sealed record PlacedNode(MapNode Node, double X, double Y, double Radius, double People, bool TakesPart, bool IsBeyond);
