using CorridorSim.Fuzzing.Inputs;
using CorridorSim.Scenarios.Compilation;
using CorridorSim.Scenarios.Diagnostics;
using CorridorSim.Scenarios.Files;
using CorridorSim.Scenarios.Worlds;
using CorridorSim.Scenarios.Yaml;

namespace CorridorSim.Fuzzing.Targets;

/// <summary>Scenario texts: one in eight the whole way with parents, world and compilation, the others read against a world loaded once.</summary>
public sealed class ScenarioTarget : IFuzzTarget
{
    private readonly TextMutator _mutator;
    private readonly YamlGrammar _grammar;
    private readonly WorldDraft _world = WorldFolder.Load(Path.Combine(Shipped.Folder, "worlds", "americas"), new DiagnosticBag())!;
    private int _tried;

    /// <summary>Inputs from the shipped scenarios.</summary>
    public ScenarioTarget()
    {
        var corpus = Shipped.Texts("*.yaml", ".sweep.yaml", ".compare.yaml", ".optimise.yaml", ".calibration.yaml");
        (_mutator, _grammar) = (new TextMutator(corpus), new YamlGrammar(corpus));
    }

    /// <inheritdoc/>
    public string Name => "scenario";

    /// <inheritdoc/>
    public string Next(Random random)
    {
        ArgumentNullException.ThrowIfNull(random);
        return random.Chance(0.6) ? _mutator.Next(random) : _grammar.Next(random);
    }

    /// <inheritdoc/>
    public Task<bool> TryAsync(string input, CancellationToken cancellation)
    {
        var bag = new DiagnosticBag();
        var isRead = _tried++ % 8 == 0
            ? CompiledScenario.OfText(input, Shipped.Folder, bag) is not null
            : YamlReader.Parse(input, "scenario.yaml", bag) is { } map && ScenarioReader.Read(map, _world, bag) is not null;
        return Task.FromResult(ProperDiagnostics.Judge(isRead, bag));
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
