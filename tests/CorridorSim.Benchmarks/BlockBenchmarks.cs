using BenchmarkDotNet.Attributes;
using CorridorSim.Benchmarks.Worlds;
using CorridorSim.Model.Engine;
using CorridorSim.Model.Lanes;

namespace CorridorSim.Benchmarks;

/// <summary>One block of the Americas, 48 months: its making, and its making and simulation, on one core.</summary>
[MemoryDiagnoser]
public class BlockBenchmarks
{
    private BlockPlan _plan = null!;

    /// <summary>Lanes of the block.</summary>
    [Params(32, 256)]
    public int Lanes { get; set; }

    /// <summary>Compiles the scenario.</summary>
    [GlobalSetup]
    public void Compile() => _plan = BlockPlan.Compile(Americas.Experiment(replicates: 256));

    /// <summary>Inputs, shocks and start states.</summary>
    [Benchmark]
    public Block Create() => new(_plan, new LaneRange(0, Lanes));

    /// <summary>The whole block.</summary>
    [Benchmark]
    public BlockResult Simulate() => BlockSimulation.Run(_plan, new LaneRange(0, Lanes));
}
