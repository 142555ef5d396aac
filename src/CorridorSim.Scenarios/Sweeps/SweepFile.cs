using CorridorSim.Scenarios.Compilation;
using CorridorSim.Scenarios.Diagnostics;
using CorridorSim.Scenarios.Files;
using CorridorSim.Scenarios.Yaml;

namespace CorridorSim.Scenarios.Sweeps;

/// <summary>Reads sweep files and checks them against their base scenario.</summary>
public static class SweepFile
{
    /// <summary>The most points of a sample.</summary>
    public const int MostPoints = 1_000_000;

    private const string StoredName = "sweep.yaml";

    /// <summary>Design kinds by the names that files use.</summary>
    public static IReadOnlyDictionary<string, DesignKind> Designs { get; } = new Dictionary<string, DesignKind>
    {
        ["grid"] = DesignKind.Grid,
        ["list"] = DesignKind.List,
        ["one-at-a-time"] = DesignKind.OneAtATime,
        ["latin-hypercube"] = DesignKind.LatinHypercube,
        ["sobol"] = DesignKind.Sobol,
        ["saltelli"] = DesignKind.Saltelli,
        ["morris"] = DesignKind.Morris,
        ["cross"] = DesignKind.Cross,
    };

    /// <summary>Reads a file; reports everything that is wrong and returns null.</summary>
    /// <param name="path">The file.</param>
    /// <param name="bag">Receives what is wrong.</param>
    public static SweepText? Load(string path, DiagnosticBag bag)
    {
        ArgumentNullException.ThrowIfNull(bag);
        return YamlReader.Read(path, path, bag) is { } map ? Read(map, root => LoadBase(root, path, bag), bag) : null;
    }

    /// <summary>Reads the text that a sweep kept, over the scenario that it kept.</summary>
    /// <param name="text">The sweep.</param>
    /// <param name="scenario">Its base, resolved.</param>
    /// <param name="folder">Folder in which the world lies.</param>
    /// <param name="bag">Receives what is wrong.</param>
    public static SweepText? OfSweep(string text, string scenario, string folder, DiagnosticBag bag)
    {
        ArgumentNullException.ThrowIfNull(bag);
        return YamlReader.Parse(text, StoredName, bag) is { } map ? Read(map, _ => CompiledScenario.OfRun(scenario, folder, bag), bag) : null;
    }

    private static SweepText? Read(YamlMap map, Func<MapReader, CompiledScenario?> load, DiagnosticBag bag)
    {
        var root = new MapReader(map, bag);
        root.Allow(SweepKeys.All);
        root.DemandVersion();
        if (load(root) is not { } scenario)
        {
            return null;
        }

        var factors = new FactorReader(scenario).Read(root);
        var design = ReadDesign(root, factors, scenario);
        var sweep = new SweepText
        {
            Id = root.Identifier(),
            Title = root.Text(CommonKeys.Title) ?? root.Text(CommonKeys.Id.Name) ?? string.Empty,
            Base = scenario,
            Factors = factors,
            Design = design,
            Replicates = root.WholeIfAny(SweepKeys.Replicates) ?? scenario.Scenario.Replicates,
            Seed = root.Seed(SweepKeys.Seed.Name) ?? scenario.Scenario.Seed,
            IsPaired = root.Flag(SweepKeys.Paired),
            Record = map[SweepKeys.Record.Name] is YamlText { Text: "headline" } ? [] : root.Names(SweepKeys.Record.Name),
            Periods = root.Choice(SweepKeys.Periods),
            Goals = InterestReader.Goals(root),
            Parties = InterestReader.Parties(root, [.. scenario.Experiment.World.Countries.Select(c => c.Code)]),
            Canonical = CanonicalYaml.Write(map),
        };
        return bag.HasErrors ? null : sweep;
    }

    /// <summary>What policies are judged by and what parties care about, from the text that a sweep keeps.</summary>
    public static (IReadOnlyList<InterestText> Goals, IReadOnlyList<PartyText> Parties) Judgement(string text)
    {
        var bag = new DiagnosticBag();
        return YamlReader.Parse(text, StoredName, bag) is { } map
            ? (InterestReader.Goals(new MapReader(map, bag)), InterestReader.Parties(new MapReader(map, bag), []))
            : ([], []);
    }

    /// <summary>The scenario that a sweep or a search varies, with the settings of the file laid over it.</summary>
    internal static CompiledScenario? LoadBase(MapReader root, string path, DiagnosticBag bag)
    {
        if (root.Text(SweepKeys.Base) is not { } name)
        {
            return null;
        }

        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        var target = Path.GetFullPath(Path.Combine(folder, name));
        if (!File.Exists(target))
        {
            root.Report(root.Map[SweepKeys.Base.Name]!, $"there is no scenario '{name}' beside the file; check the name");
            return null;
        }

        string[] settings = [.. root.Child(SweepKeys.Set.Name)?.Map.Entries.Where(e => e.Value is YamlText).Select(e => $"{e.Key.Text}={((YamlText)e.Value).Text}") ?? []];
        return CompiledScenario.Load(Path.GetRelativePath(Directory.GetCurrentDirectory(), target), settings, bag);
    }

    private static SweepDesign ReadDesign(MapReader root, IReadOnlyList<SweepFactor> factors, CompiledScenario scenario)
    {
        if (root.Child(SweepKeys.Design.Name) is not { } map)
        {
            if (root.Map[SweepKeys.Design.Name] is null)
            {
                root.Report(root.Map, "the sweep has no design; add 'design: { kind: grid }'");
            }

            return new SweepDesign(DesignKind.Grid, 0, 0, 0, [], root.Map);
        }

        var name = map.Choice(SweepKeys.DesignKind);
        var kind = Designs[name];
        map.Allow([SweepKeys.DesignKind, .. KeysOf(kind)]);
        if (kind is DesignKind.Cross && (factors.All(f => f.Kind != FactorKind.Lever) || factors.All(f => f.Kind != FactorKind.Uncertainty)))
        {
            map.Report(map.Map, "the design 'cross' needs at least one lever and one uncertainty");
        }

        if (kind is DesignKind.LatinHypercube or DesignKind.Sobol or DesignKind.Saltelli or DesignKind.Cross && map.Map[SweepKeys.Points.Name] is null)
        {
            map.Report(map.Map, $"the design '{name}' needs 'points:', how many to sample");
        }

        return new SweepDesign(
            kind,
            map.WholeIfAny(SweepKeys.Points) ?? 0,
            map.Whole(SweepKeys.Trajectories),
            Even(map),
            kind == DesignKind.List ? Rows(map, factors, scenario) : [],
            map.Map);
    }

    private static int Even(MapReader map)
    {
        var levels = map.Whole(SweepKeys.Levels);
        if (levels % 2 != 0)
        {
            map.Report(map.Map[SweepKeys.Levels.Name]!, "the number of levels must be even");
        }

        return levels;
    }

    private static IReadOnlyList<FileKey> KeysOf(DesignKind kind) => kind switch
    {
        DesignKind.List => [SweepKeys.Rows],
        DesignKind.Morris => [SweepKeys.Trajectories, SweepKeys.Levels],
        DesignKind.Grid or DesignKind.OneAtATime => [],
        _ => [SweepKeys.Points],
    };

    private static List<IReadOnlyList<double>> Rows(MapReader map, IReadOnlyList<SweepFactor> factors, CompiledScenario scenario)
    {
        if (map.Map[SweepKeys.Rows.Name] is not YamlList { Items.Count: > 0 } list)
        {
            map.Report(map.Map[SweepKeys.Rows.Name] ?? map.Map, "the design 'list' needs 'rows:', a list of lists with one value per factor");
            return [];
        }

        var rows = new List<IReadOnlyList<double>>();
        foreach (var item in list.Items)
        {
            if (item is not YamlList row || row.Items.Count != factors.Count)
            {
                map.Report(item, $"a row must be a list of {factors.Count} values, one per factor in the order of the file");
                continue;
            }

            var slots = scenario.Experiment.World.Slots;
            double?[] values = [.. row.Items.Select((value, f) => FactorReader.Number(map, value, slots[factors[f].Slots[0].Index]))];
            foreach (var (value, f) in values.Select((value, f) => (value, f)).Where(v => v.value is { } known && !factors[v.f].Holds(known)))
            {
                map.Report(row.Items[f], FormattableString.Invariant($"{((YamlText)row.Items[f]).Text} lies outside the range of the factor '{factors[f].Id}'; mend the row or widen the range"));
            }

            rows.Add([.. values.Select(v => v ?? 0)]);
        }

        return rows;
    }
}
