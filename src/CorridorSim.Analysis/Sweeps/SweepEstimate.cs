using System.Diagnostics;
using CorridorSim.Model.Engine;
using CorridorSim.Model.Lanes;
using CorridorSim.Runs.Running;
using CorridorSim.Runs.Sweeps;

namespace CorridorSim.Analysis.Sweeps;

/// <summary>What a sweep will take, measured on a few of its lanes.</summary>
/// <param name="Time">Time to the end on this machine.</param>
/// <param name="Bytes">Space of its folder.</param>
/// <param name="ProbedLanes">Lanes that were simulated to know.</param>
public sealed record SweepEstimate(TimeSpan Time, long Bytes, int ProbedLanes)
{
    private const int MostProbed = 64;

    // Seen on sweeps of ten figures: a figure takes 9 bytes in its block and 6 in the table of outcomes, after compression.
    private const double BytesPerFigure = 15;

    /// <summary>Simulates the first lanes and extrapolates.</summary>
    public static async Task<SweepEstimate> MeasureAsync(
        Runner runner, SweepDefinition definition, RunnerOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(runner);
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(options);
        var lanes = definition.Plan.Experiment.Lanes;
        var workers = Math.Min(options.Concurrency, Environment.ProcessorCount);
        var probed = (int)Math.Min(lanes, MostProbed);
        var warm = new Discard();
        await runner.StreamAsync(definition.Plan, [new LaneRange(0, (int)Math.Min(lanes, 8))], warm, options, null, cancellation);
        var clock = Stopwatch.StartNew();
        await runner.StreamAsync(definition.Plan, [new LaneRange(0, probed)], warm, options, null, cancellation);
        var time = clock.Elapsed * ((double)lanes / probed / Math.Min(workers, Math.Max(1, lanes / options.BlockSize)));
        return new SweepEstimate(time, (long)(BytesPerFigure * lanes * definition.Columns.Count), probed);
    }

    private sealed class Discard : IBlockSink
    {
        public Task AcceptAsync(BlockResult block, CancellationToken cancellation) => Task.CompletedTask;

        public bool Withdraw(LaneRange lanes) => true;
    }
}
