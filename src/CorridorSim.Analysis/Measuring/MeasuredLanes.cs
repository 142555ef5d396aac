using System.Collections.Concurrent;
using CorridorSim.Model.Engine;
using CorridorSim.Model.Lanes;
using CorridorSim.Model.Post;
using CorridorSim.Runs.Running;

namespace CorridorSim.Analysis.Measuring;

/// <summary>The figures of every lane of an experiment, reduced block by block while it runs.</summary>
public sealed class MeasuredLanes : IBlockSink
{
    private readonly LaneMeasure _measure;
    private readonly double[][] _values;
    private readonly ConcurrentDictionary<long, LaneFailure> _failures = new();

    private MeasuredLanes(LaneMeasure measure)
    {
        _measure = measure;
        _values = [.. measure.Columns.Select(_ => new double[measure.Plan.Experiment.Lanes])];
    }

    /// <summary>The figures.</summary>
    public IReadOnlyList<MeasuredColumn> Columns => _measure.Columns;

    /// <summary>Lanes that failed, in order.</summary>
    public IReadOnlyList<LaneFailure> Failures => [.. _failures.Values.OrderBy(f => f.Lane)];

    /// <summary>Runs an experiment and keeps the figures only.</summary>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static async Task<MeasuredLanes> RunAsync(
        Runner runner, LaneMeasure measure, RunnerOptions options, IProgress<RunProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(runner);
        ArgumentNullException.ThrowIfNull(measure);
        ArgumentNullException.ThrowIfNull(options);
        var lanes = new MeasuredLanes(measure);
        var blocks = Runner.Blocks(measure.Plan.Experiment.Lanes, options.BlockSize);
        await runner.StreamAsync(measure.Plan, blocks, lanes, options with { IsolatesFaults = true }, progress, cancellation);
        return lanes;
    }

    /// <summary>One figure of one variant: one value per replicate; not-a-number where the lane failed.</summary>
    public double[] Of(int column, int variant)
    {
        var replicates = _measure.Plan.Experiment.Replicates;
        return _values[column].AsSpan(variant * replicates, replicates).ToArray();
    }

    /// <inheritdoc/>
    public Task AcceptAsync(BlockResult block, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(block);
        var values = _measure.Measure(block);
        for (var column = 0; column < values.Length; column++)
        {
            values[column].CopyTo(_values[column].AsSpan((int)block.FirstLane));
        }

        foreach (var failure in block.Failures)
        {
            _failures[failure.Lane] = failure;
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public bool Withdraw(LaneRange lanes)
    {
        // The figures are written over.
        for (var lane = lanes.First; lane < lanes.First + lanes.Count; lane++)
        {
            _ = _failures.TryRemove(lane, out _);
        }

        return true;
    }
}
