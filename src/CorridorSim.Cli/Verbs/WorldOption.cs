using CorridorSim.Scenarios;

namespace CorridorSim.Cli.Verbs;

/// <summary>Finds worlds: a folder as it is written, else a shipped world of that name.</summary>
internal static class WorldOption
{
    /// <summary>The world that is meant unless another is named.</summary>
    public const string Usual = "americas";

    /// <summary>The folder of a world.</summary>
    public static string Folder(string world) => Directory.Exists(world) ? world : ShippedFiles.World(world) ?? world;
}
