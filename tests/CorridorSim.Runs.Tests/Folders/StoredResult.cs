using CorridorSim.Model.Engine;
using CorridorSim.Model.Inputs;
using CorridorSim.Model.Lanes;
using CorridorSim.Model.Policy;
using CorridorSim.Model.Tests.Worlds;
using CorridorSim.Runs.Manifests;
using CorridorSim.Runs.Running;
using CorridorSim.Runs.Store;
using CorridorSim.Runs.Tables;

namespace CorridorSim.Runs.Tests.Folders;

/// <summary>A small experiment with a pact, simulated once in blocks of 8 lanes, and a run store in a folder of its own.</summary>
public sealed class StoredResult : IDisposable
{
    public const string ScenarioText = "corridorsim: 1\nid: small\n";

    public StoredResult()
    {
        var world = new SmallWorld().Declare();
        var places = world.Provision("places", Combination.Add, 1000, ["parole.places"], SmallWorld.FirstMonth + 3);
        world.Enact(world.Agreement("pact", [places]));
        var without = world.Variant("without", ("places.in-force", 0));
        Result = Simulate(world.Experiment(12, 6, 7, without, world.Variant("with")), 8);
        Run = new RunWriter(Store).Write(Result, Description);
    }

    public static RunDescription Description { get; } = new("small", "abc", ScenarioText, "1.0", "first", new string('a', 64));

    public ExperimentResult Result { get; }

    public RunStore Store { get; } = new(Directory.CreateTempSubdirectory("corridorsim-runs-").FullName);

    public StoredRun Run { get; }

    public static ExperimentResult Simulate(Experiment experiment, int blockSize)
    {
        var plan = BlockPlan.Compile(experiment);
        var blocks = new List<BlockResult>();
        for (var first = 0L; first < experiment.Lanes; first += blockSize)
        {
            blocks.Add(BlockSimulation.Run(plan, new LaneRange(first, (int)Math.Min(blockSize, experiment.Lanes - first))));
        }

        return new ExperimentResult { Plan = plan, Blocks = blocks, Elapsed = TimeSpan.FromSeconds(1) };
    }

    public void Dispose() => Directory.Delete(Store.Folder, recursive: true);
}
