using ArchUnitNET.Domain;
using ArchUnitNET.Loader;

namespace CorridorSim.Architecture.Tests;

/// <summary>
/// Which room of a project uses which: a room is the first folder below the project, and so the first part of the namespace
/// below the project's own; where that folder holds folders alone, as that of the verbs does, each of them is a room. Types
/// outside rooms, in the project's root, are left out: everybody may use them.
/// </summary>
internal static class RoomArrows
{
    /// <summary>The projects, from the innermost outwards.</summary>
    public static IReadOnlyList<string> Projects { get; } = ["Model", "Scenarios", "Grains", "Runs", "Analysis", "Cli", "Dashboard"];

    private static readonly Lazy<ArchUnitNET.Domain.Architecture> Loaded = new(() => new ArchLoader().LoadAssemblies(
        [typeof(RoomArrows).Assembly, .. Projects.Select(p => System.Reflection.Assembly.Load(p == "Cli" ? "corridorsim" : $"CorridorSim.{p}"))]).Build());

    private static readonly Lazy<HashSet<string>> WithTypes = new(() => [.. Loaded.Value.Types.Select(t => t.Namespace?.FullName).OfType<string>()]);

    /// <summary>The arrows between rooms of a project, each with one example.</summary>
    public static IReadOnlyDictionary<(string From, string To), string> Of(string project)
    {
        var arrows = new SortedDictionary<(string From, string To), string>();
        foreach (var type in Loaded.Value.Types)
        {
            foreach (var target in type.Dependencies.Select(d => d.Target))
            {
                if (Room(project, type) is { } from && Room(project, target) is { } to && from != to)
                {
                    arrows.TryAdd((from, to), $"{type.Name} uses {target.Name}");
                }
            }
        }

        return arrows;
    }

    private static string? Room(string project, IType type)
    {
        var root = $"CorridorSim.{project}.";
        return type.Namespace?.FullName is { } name && name.StartsWith(root, StringComparison.Ordinal) ? Room(root, name[root.Length..].Split('.')) : null;
    }

    private static string Room(string root, string[] folders) =>
        folders is [var outer, var inner, ..] && !WithTypes.Value.Contains(root + outer) ? $"{outer}.{inner}" : folders[0];
}
