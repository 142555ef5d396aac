using CorridorSim.Model.Engine;
using CorridorSim.Scenarios.Compilation;
using CorridorSim.Scenarios.Diagnostics;

namespace CorridorSim.Benchmarks.Worlds;

/// <summary>The US-Panama scenario of the repository beside its parent.</summary>
internal static class Americas
{
    private const string Scenario = "scenarios/us-panama-2022.yaml";

    /// <summary>Both variants with some replicates; 48 months.</summary>
    public static Experiment Experiment(int replicates)
    {
        var bag = new DiagnosticBag();
        var path = Path.Combine(Repository.Root, Scenario);
        var compiled = CompiledScenario.Load(path, [], bag) ?? throw new InvalidOperationException($"{path} has mistakes.");
        return compiled.Experiment with { Replicates = replicates };
    }
}
