using CorridorSim.Scenarios.Compilation;
using CorridorSim.Scenarios.Diagnostics;
using CorridorSim.Scenarios.Yaml;

namespace CorridorSim.Scenarios.Optimisation;

/// <summary>Reads <c>*.optimise.yaml</c>: levers within bounds and budgets, goals, constraints.</summary>
public static class OptimiseFile
{
    /// <summary>The most combinations that are enumerated.</summary>
    public const int MostCombinations = 100_000;

    /// <summary>Methods by the names that files use.</summary>
    public static IReadOnlyDictionary<string, SearchMethod> Methods { get; } = new Dictionary<string, SearchMethod>
    {
        ["cma-es"] = SearchMethod.CmaEs,
        ["nsga-ii"] = SearchMethod.NsgaII,
        ["enumerate"] = SearchMethod.Enumerate,
    };

    /// <summary>
    /// Reads a file and reports everything that is wrong with it. What could be read is returned also then, so that names of
    /// indicators can be checked in the same go; null when there is no base scenario to check against.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="settings">Values that replace those of the base scenario, as <c>path=value</c>.</param>
    /// <param name="bag">Receives what is wrong.</param>
    public static OptimiseText? Read(string path, IReadOnlyList<string> settings, DiagnosticBag bag)
    {
        ArgumentNullException.ThrowIfNull(bag);
        if (YamlReader.Read(path, path, bag) is not { } map)
        {
            return null;
        }

        var root = new MapReader(map, bag);
        root.Allow(OptimiseKeys.All);
        root.DemandVersion();
        var id = root.Identifier();
        var goals = TargetReader.Goals(root);
        var constraints = TargetReader.Constraints(root);
        if (LoadBase(root, path, settings, bag) is not var (place, scenario))
        {
            return null;
        }

        var levers = new LeverReader(scenario).Read(root);
        return new OptimiseText
        {
            Id = id,
            Title = root.Text(CommonKeys.Title) ?? id,
            BasePath = place,
            Base = scenario,
            Levers = levers,
            Budgets = BudgetReader.Read(root, levers),
            Goals = goals,
            Constraints = constraints,
            Search = ReadSearch(root, goals.Count, levers, scenario),
            Replicates = root.WholeIfAny(OptimiseKeys.Replicates) ?? scenario.Scenario.Replicates,
            Seed = root.Seed(OptimiseKeys.Seed.Name) ?? scenario.Scenario.Seed,
        };
    }

    private static (string Path, CompiledScenario Scenario)? LoadBase(MapReader root, string path, IReadOnlyList<string> settings, DiagnosticBag bag)
    {
        if (root.Text(OptimiseKeys.Base) is not { } name)
        {
            return null;
        }

        var target = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, name));
        if (!File.Exists(target))
        {
            root.Report(root.Map[OptimiseKeys.Base.Name]!, $"there is no scenario '{name}' beside the file; check the name");
            return null;
        }

        var place = Path.GetRelativePath(Directory.GetCurrentDirectory(), target);
        // In a bag of its own: mistakes of this file must not keep the base from being read and checked against.
        var own = new DiagnosticBag();
        var scenario = CompiledScenario.Load(place, settings, own);
        foreach (var diagnostic in own.Sorted)
        {
            bag.Add(diagnostic.File, diagnostic.Line, diagnostic.Column, diagnostic.Message);
        }

        return scenario is null ? null : (place, scenario);
    }

    private static SearchText ReadSearch(MapReader root, int goals, IReadOnlyList<PolicyLever> levers, CompiledScenario scenario)
    {
        var map = root.Child(OptimiseKeys.Search.Name) ?? new MapReader(new YamlMap(root.Map.File, root.Map.Line, root.Map.Column, []), new DiagnosticBag());
        map.Allow(OptimiseKeys.Search.Keys());
        var method = map.Map[OptimiseKeys.Method.Name] is null ? goals > 1 ? SearchMethod.NsgaII : SearchMethod.CmaEs : Methods[map.Choice(OptimiseKeys.Method)];
        if (method == SearchMethod.CmaEs && goals > 1)
        {
            map.Report(map.Map[OptimiseKeys.Method.Name]!, $"cma-es seeks one goal and the file has {goals}; use nsga-ii");
        }

        var combinations = levers.Aggregate(1.0, (product, lever) => product * lever.Settings.Count);
        if (method == SearchMethod.Enumerate && combinations > MostCombinations)
        {
            map.Report(map.Map[OptimiseKeys.Method.Name]!, FormattableString.Invariant($"there are {combinations:#,0} combinations of settings; at most {MostCombinations:#,0} are enumerated: use larger steps or another method"));
        }

        var population = 4 + (int)(3 * Math.Log(Math.Max(1, levers.Count))) + (goals > 1 ? 12 : 6);
        return new SearchText(
            method,
            map.WholeIfAny(OptimiseKeys.Population) ?? population,
            map.Whole(OptimiseKeys.Generations),
            map.WholeIfAny(OptimiseKeys.CheckReplicates) ?? scenario.Scenario.Replicates);
    }
}
