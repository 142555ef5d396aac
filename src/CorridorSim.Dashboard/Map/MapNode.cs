namespace CorridorSim.Dashboard.Map;

/// <summary>A country on the map.</summary>
/// <param name="Code">Code.</param>
/// <param name="Name">Name.</param>
/// <param name="Latitude">Degrees north.</param>
/// <param name="Longitude">Degrees east.</param>
/// <param name="Monthly">People in transit or waiting, by month; empty where nobody is counted.</param>
public sealed record MapNode(string Code, string Name, double Latitude, double Longitude, double[] Monthly);
