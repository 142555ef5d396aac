namespace CorridorSim.Scenarios.Worlds;

/// <summary>What the paths of the inputs of a world begin with.</summary>
internal static class WorldPaths
{
    /// <summary>First parts of paths.</summary>
    public static IReadOnlyList<string> Roots { get; } =
        ["behaviour", "communities", "nationality", "channels", "legs", "borders", "routes", "countries", "diasporas", "procedures", "ways"];
}
