using CorridorSim.Model.Engine;
using CorridorSim.Scenarios.Diagnostics;
using CorridorSim.Scenarios.Files;
using CorridorSim.Scenarios.Worlds;
using CorridorSim.Scenarios.Yaml;

namespace CorridorSim.Scenarios.Compilation;

/// <summary>A scenario ready to run, beside its parent when it has one.</summary>
/// <param name="Loaded">The files it was read from, merged.</param>
/// <param name="World">Its world, with an input slot for every number of every instrument.</param>
/// <param name="Scenario">The scenario.</param>
/// <param name="Parent">Its parent, or null.</param>
/// <param name="Experiment">Variant 0 is the scenario, variant 1 the parent.</param>
public sealed record CompiledScenario(
    LoadedScenario Loaded, WorldDraft World, ResolvedScenario Scenario, ResolvedScenario? Parent, Experiment Experiment)
{
    public const string Separator = "---\n";
    private const int LongestStem = 48;

    /// <summary>Text that a run keeps, enough to run it again.</summary>
    public string Text => Parent is null ? Scenario.Canonical : Scenario.Canonical + Separator + Parent.Canonical;

    /// <summary>Loads, checks and compiles a file; reports what is wrong and returns null.</summary>
    /// <param name="path">The file.</param>
    /// <param name="settings">Values that replace those of the file, as <c>path=value</c>.</param>
    /// <param name="bag">Receives what is wrong.</param>
    /// <param name="movesParent">
    /// Whether settings of the world hold for the parent as well, so that a changed world is not taken for an effect of policy.
    /// </param>
    public static CompiledScenario? Load(string path, IReadOnlyList<string> settings, DiagnosticBag bag, bool movesParent = true) =>
        ScenarioFile.Load(path, settings, bag, movesParent) is { } loaded ? Compile(loaded, bag) : null;

    /// <summary>Loads a scenario beside a base of the user's choice in place of the one it extends.</summary>
    /// <param name="path">The scenario.</param>
    /// <param name="against">The base, a scenario of the same world.</param>
    /// <param name="settings">Values that replace those of the scenario, as <c>path=value</c>.</param>
    /// <param name="bag">Receives what is wrong.</param>
    /// <param name="movesBase">Whether settings of the world hold for the base as well.</param>
    public static CompiledScenario? Load(string path, string against, IReadOnlyList<string> settings, DiagnosticBag bag, bool movesBase = true)
    {
        ArgumentNullException.ThrowIfNull(bag);
        ArgumentNullException.ThrowIfNull(settings);
        string[] shared = movesBase ? [.. settings.Where(ScenarioFile.IsOfWorld)] : [];
        if (ScenarioFile.Load(path, settings, bag) is not { } loaded || ScenarioFile.Load(against, shared, bag) is not { } other)
        {
            return null;
        }

        if (ScenarioReader.World(loaded, bag)?.ContentHash != ScenarioReader.World(other, bag)?.ContentHash)
        {
            bag.Add(against, 1, 1, "it is a scenario of another world; give a base of the same world");
            return null;
        }

        return Compile(loaded with { Parent = ToldApart(loaded.Merged, other.Merged) }, bag);
    }

    /// <summary>The base; where it is the scenario itself as its file states it, under a name of its own.</summary>
    private static YamlMap ToldApart(YamlMap scenario, YamlMap other)
    {
        const string Id = "id";
        if (scenario[Id] is not YamlText own || other[Id] is not YamlText same || own.Text != same.Text)
        {
            return other;
        }

        var entry = new YamlEntry(new YamlText(same.File, same.Line, same.Column, Id), same with { Text = $"{same.Text[..Math.Min(same.Text.Length, LongestStem)]}-as-in-its-file" });
        return other.With(new YamlMap(other.File, other.Line, other.Column, [entry]));
    }

    /// <summary>Checks and compiles a scenario that is not in a file yet; reports what is wrong and returns null.</summary>
    /// <param name="text">The text.</param>
    /// <param name="root">Folder in which its world and the scenarios it extends lie.</param>
    /// <param name="bag">Receives what is wrong.</param>
    public static CompiledScenario? OfText(string text, string root, DiagnosticBag bag) =>
        ScenarioFile.Parse(text, root, bag) is { } loaded ? Compile(loaded, bag) : null;

    /// <summary>Compiles the text that a run kept.</summary>
    /// <param name="text">The text.</param>
    /// <param name="root">Folder in which its world lies.</param>
    /// <param name="bag">Receives what is wrong.</param>
    public static CompiledScenario? OfRun(string text, string root, DiagnosticBag bag)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(bag);
        var maps = text.Split(Separator).Select(t => YamlReader.Parse(t, ScenarioFile.StoredName, bag)).ToArray();
        return bag.HasErrors ? null : Compile(new LoadedScenario(ScenarioFile.StoredName, root, maps[0]!, maps.Length > 1 ? maps[1] : null), bag);
    }

    private static CompiledScenario? Compile(LoadedScenario loaded, DiagnosticBag bag)
    {
        if (ScenarioReader.World(loaded, bag) is not { } world || ScenarioReader.Read(loaded.Merged, world, bag, loaded.Stated) is not { } scenario)
        {
            return null;
        }

        var parent = loaded.Parent is null ? null : ScenarioReader.Read(loaded.Parent, world, bag, loaded.Stated);
        if (bag.HasErrors)
        {
            return null;
        }

        ResolvedScenario[] variants = parent is null ? [scenario] : [scenario, parent];
        return new CompiledScenario(loaded, world, scenario, parent, ExperimentCompiler.Compile(world, variants));
    }
}
