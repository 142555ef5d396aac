using CorridorSim.Scenarios.Yaml;

namespace CorridorSim.Scenarios.Files;

/// <summary>A scenario merged with its parents, not checked yet.</summary>
/// <param name="Path">Path of the file.</param>
/// <param name="Root">Folder that nothing in it may leave.</param>
/// <param name="Merged">The scenario with everything it inherits.</param>
/// <param name="Parent">The parent with everything it inherits; null when it extends nothing.</param>
public sealed record LoadedScenario(string Path, string Root, YamlMap Merged, YamlMap? Parent)
{
    /// <summary>What the file itself states, without what it inherits; null where that is not known.</summary>
    public YamlMap? Own { get; init; }

    /// <summary>
    /// Paths of the clauses that the file or one of those it extends states, whether or not they are left in it, such as
    /// <c>agreements.chnv.provisions.all-four</c>; null where the files are not known.
    /// </summary>
    public IReadOnlySet<string>? Stated { get; init; }

    /// <summary>What the user set on top of the file, in the order of asking.</summary>
    public IReadOnlyList<SettingChange> Changes { get; init; } = [];
}
