using CorridorSim.Model.Engine;
using CorridorSim.Scenarios.Diagnostics;
using CorridorSim.Scenarios.Files;
using CorridorSim.Scenarios.Worlds;
using CorridorSim.Scenarios.Yaml;

namespace CorridorSim.Scenarios.Compilation;

/// <summary>Several scenarios on one world, ready to run side by side with the same random draws.</summary>
/// <param name="Scenarios">The scenarios, in the order they were asked for.</param>
/// <param name="Experiment">Variant i is scenario i; horizon, replicates and seed are those of the first.</param>
public sealed record ScenarioSet(IReadOnlyList<ResolvedScenario> Scenarios, Experiment Experiment)
{
    /// <summary>Loads, checks and compiles files; reports what is wrong and returns null.</summary>
    /// <param name="paths">Scenario files, at least one.</param>
    /// <param name="settings">Values that replace those of every file, as <c>path=value</c>.</param>
    /// <param name="bag">Receives what is wrong.</param>
    public static ScenarioSet? Load(IReadOnlyList<string> paths, IReadOnlyList<string> settings, DiagnosticBag bag)
    {
        ArgumentNullException.ThrowIfNull(paths);
        ArgumentNullException.ThrowIfNull(bag);
        WorldDraft? common = null;
        var scenarios = new List<ResolvedScenario>();
        foreach (var path in paths)
        {
            if (ScenarioFile.Load(path, settings, bag) is { } loaded && ScenarioReader.World(loaded, bag) is { } world)
            {
                common ??= world;
                Demand(loaded, world.ContentHash == common.ContentHash, bag);
                if (!bag.HasErrors && ScenarioReader.Read(loaded.Merged, common, bag, loaded.Stated) is { } scenario)
                {
                    scenarios.Add(scenario);
                }
            }
        }

        return bag.HasErrors ? null : new ScenarioSet(scenarios, ExperimentCompiler.Compile(common!, scenarios));
    }

    private static void Demand(LoadedScenario loaded, bool isSameWorld, DiagnosticBag bag)
    {
        if (!isSameWorld && loaded.Merged["world"] is YamlText world)
        {
            bag.Add(world.File, world.Line, world.Column, $"'{world.Text}' is another world than that of the first scenario; compare scenarios of one world");
        }
    }
}
