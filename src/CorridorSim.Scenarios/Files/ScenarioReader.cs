using System.Globalization;
using CorridorSim.Model.Engine;
using CorridorSim.Model.Inputs;
using CorridorSim.Model.Policy;
using CorridorSim.Scenarios.Clauses;
using CorridorSim.Scenarios.Diagnostics;
using CorridorSim.Scenarios.Worlds;
using CorridorSim.Scenarios.Yaml;

namespace CorridorSim.Scenarios.Files;

/// <summary>Checks a merged scenario against its world; reports everything that is wrong.</summary>
public sealed class ScenarioReader
{
    private readonly WorldDraft _world;
    private readonly DiagnosticBag _bag;
    private readonly MapReader _root;

    private ScenarioReader(YamlMap map, WorldDraft world, DiagnosticBag bag)
    {
        _world = world;
        _bag = bag;
        _root = new MapReader(map, bag);
    }

    /// <summary>Reads the world that a scenario names; reports a missing or outlying one and returns null.</summary>
    public static WorldDraft? World(LoadedScenario scenario, DiagnosticBag bag)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(bag);
        if (scenario.Merged[ScenarioKeys.World.Name] is not YamlText name)
        {
            bag.Add(scenario.Path, 1, 1, "the scenario names no world; add 'world: worlds/americas' or extend a scenario that has one");
            return null;
        }

        var folder = Path.GetFullPath(Path.Combine(scenario.Root, name.Text));
        if (Path.IsPathRooted(name.Text) || !ScenarioFile.IsInside(scenario.Root, folder))
        {
            bag.Add(name.File, name.Line, name.Column, $"the world '{name.Text}' lies outside the folder of the scenario; copy it into that folder");
            return null;
        }

        if (!Directory.Exists(folder))
        {
            bag.Add(name.File, name.Line, name.Column, $"there is no world folder '{name.Text}' beside the scenario; check the name");
            return null;
        }

        var world = WorldFolder.Load(folder, bag);
        if (world is not null)
        {
            world.Root = scenario.Root;
        }

        return world;
    }

    /// <summary>Checks a scenario.</summary>
    /// <param name="map">The scenario with everything it inherits.</param>
    /// <param name="world">Its world.</param>
    /// <param name="bag">Receives what is wrong.</param>
    /// <param name="stated">Paths of clauses that the scenario or what it extends states, left in it or not; null where that is not known.</param>
    public static ResolvedScenario? Read(YamlMap map, WorldDraft world, DiagnosticBag bag, IReadOnlySet<string>? stated = null)
    {
        ArgumentNullException.ThrowIfNull(bag);
        ArgumentNullException.ThrowIfNull(world);
        var scenario = new ScenarioReader(map, world, bag).Read(stated);
        return bag.HasErrors ? null : scenario;
    }

    private ResolvedScenario Read(IReadOnlySet<string>? stated)
    {
        _root.Allow(ScenarioKeys.All);
        _root.DemandVersion();

        var id = _root.Identifier();

        var (first, months) = Horizon();
        var ensemble = _root.Child(ScenarioKeys.Ensemble.Name);
        ensemble?.Allow(ScenarioKeys.Ensemble.Keys());
        var outputs = _root.Child(ScenarioKeys.Outputs.Name);
        outputs?.Allow(ScenarioKeys.Outputs.Keys());
        var record = outputs?.Choice(ScenarioKeys.Record) ?? "headline";
        var step = outputs?.Choice(ScenarioKeys.Step) ?? "month";

        var instruments = new List<InstrumentText>();
        instruments.AddRange(new MeasureReader(_world, _bag).Read(_root));
        instruments.AddRange(new AgreementReader(_world).Read(_root));
        return new ResolvedScenario
        {
            Id = id,
            Title = _root.Text(CommonKeys.Title) ?? id,
            FirstMonth = first,
            Months = months,
            Replicates = ensemble.Whole(ScenarioKeys.Replicates),
            Seed = ensemble.Seed(ScenarioKeys.Seed),
            Records = record switch { "full" => RecordedSeries.Full, "flows" => RecordedSeries.Flows, _ => RecordedSeries.Headline },
            Step = ReportSteps.TryParse(step) ?? ReportStep.Month,
            Assumptions = Assumptions(),
            Posterior = Posterior(instruments, stated),
            Instruments = instruments,
            Canonical = CanonicalYaml.Write(_root.Map),
            Hash = CanonicalYaml.Hash(_root.Map, _world.ContentHash),
        };
    }

    private (int First, int Months) Horizon()
    {
        if (_root.Child(ScenarioKeys.Horizon.Name) is not { } horizon)
        {
            if (_root.Map[ScenarioKeys.Horizon.Name] is null)
            {
                _root.Report(_root.Map, "the scenario has no horizon; add 'horizon: { from: 2021-01, to: 2024-12 }'");
            }

            return (0, 1);
        }

        horizon.Allow(ScenarioKeys.Horizon.Keys());
        foreach (var key in new[] { ScenarioKeys.From.Name, ScenarioKeys.To.Name })
        {
            if (horizon.Map[key] is null)
            {
                horizon.Report(horizon.Map, $"the horizon has no '{key}'; add it, such as 2021-01");
            }
        }

        if ((horizon.WholeMonth(ScenarioKeys.From.Name), horizon.WholeMonth(ScenarioKeys.To.Name)) is not (int from, int to))
        {
            return (0, 1);
        }

        var months = to - from + 1;
        if (months is < 1 or > Experiment.MaxMonths)
        {
            var message = months < 1
                ? "the horizon ends before it begins; exchange from and to"
                : string.Create(CultureInfo.InvariantCulture, $"the horizon has {months} months; at most {Experiment.MaxMonths} are allowed");
            horizon.Report(horizon.Map[ScenarioKeys.To.Name]!, message);
            return (0, 1);
        }

        return (from, months);
    }

    /// <summary>The sample that <c>assumptions: { posterior: FILE }</c> names, in the folder of the scenario or below it.</summary>
    private PosteriorSample? Posterior(IReadOnlyList<InstrumentText> instruments, IReadOnlySet<string>? stated)
    {
        if (_root.Child(ScenarioKeys.Assumptions.Name)?.Map[ScenarioKeys.Posterior.Name] is not { } item)
        {
            return null;
        }

        if (item is not YamlText name || Path.IsPathRooted(name.Text) || !ScenarioFile.IsInside(_world.Root, Path.GetFullPath(Path.Combine(_world.Root, name.Text))))
        {
            _root.Report(item, "'posterior' must name a file in the folder of the scenario or below it");
            return null;
        }

        var bounds = _world.Slots.Slots.ToDictionary(slot => slot.Path, slot => (slot.Minimum, slot.Maximum));
        foreach (var (path, provision) in instruments.SelectMany(i => i.Provisions.Select(p => (i.PathOf(p), p))))
        {
            bounds[path] = (provision.Lever.Minimum, provision.Maximum);
        }

        return PosteriorSample.Read(Path.Combine(_world.Root, name.Text), name.Text, bounds, stated, _bag);
    }

    private Dictionary<string, Distribution> Assumptions()
    {
        var assumptions = new Dictionary<string, Distribution>();
        if (_root.Child(ScenarioKeys.Assumptions.Name) is not { } child)
        {
            return assumptions;
        }

        foreach (var entry in child.Map.Entries)
        {
            var path = entry.Key.Text;
            if (path == ScenarioKeys.Posterior.Name)
            {
                continue;
            }

            if (!_world.Slots.TryFind(path, out var slot))
            {
                child.Report(entry.Key, $"unknown world parameter '{path}'{Suggestion.For(path, _world.Slots.Slots.Select(s => s.Path))}");
                continue;
            }

            var info = _world.Slots[slot];
            if (child.Sized(path, info.Minimum, info.Maximum) is { } value)
            {
                assumptions.Add(path, value.Value);
            }
        }

        return assumptions;
    }
}
