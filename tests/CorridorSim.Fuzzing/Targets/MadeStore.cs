using CorridorSim.Model.Engine;
using CorridorSim.Model.Lanes;
using CorridorSim.Runs.Manifests;
using CorridorSim.Runs.Running;
using CorridorSim.Runs.Store;
using CorridorSim.Runs.Tables;
using CorridorSim.Scenarios.Compilation;
using CorridorSim.Scenarios.Diagnostics;

namespace CorridorSim.Fuzzing.Targets;

/// <summary>A run store with one small run, in a folder of its own.</summary>
internal sealed class MadeStore : IDisposable
{
    public MadeStore()
    {
        var scenario = CompiledScenario.Load(
            Path.Combine(Shipped.Folder, "us-panama-2022.yaml"), ["horizon.to=2021-03", "ensemble.replicates=2"], new DiagnosticBag())!;
        var plan = BlockPlan.Compile(scenario.Experiment);
        BlockResult[] blocks = [BlockSimulation.Run(plan, new LaneRange(0, (int)scenario.Experiment.Lanes))];
        var result = new ExperimentResult { Plan = plan, Blocks = blocks, Elapsed = TimeSpan.FromSeconds(1) };
        Run = new RunWriter(Store).Write(result, new RunDescription(scenario.Scenario.Id, scenario.Scenario.Hash, scenario.Text, "1.0"));
    }

    public RunStore Store { get; } = new(Directory.CreateTempSubdirectory("corridorsim-fuzzing-").FullName);

    public StoredRun Run { get; }

    public void Dispose() => Directory.Delete(Store.Folder, true);
}
