using System.Diagnostics;
using System.Threading.Channels;
using CorridorSim.Analysis.Measuring;
using CorridorSim.Model.Engine;
using CorridorSim.Runs.Running;

namespace CorridorSim.Analysis.Evaluation;

/// <summary>
/// Simulates a batch of points and hands on each as soon as it and those before it are done: only points at work are in memory,
/// and a reader that is slow slows the simulation down.
/// </summary>
public sealed class PointEvaluation : IBlockSink, IDisposable
{
    private const int LanesPerBlock = 128;
    private const int MaxAhead = 64;

    private readonly LaneMeasure _measure;
    private readonly int _replicates;
    private readonly Lock _lock = new();
    private readonly SortedDictionary<int, (double[][] Values, int Missing)> _open = [];
    private readonly Channel<EvaluatedPoint> _ready = Channel.CreateBounded<EvaluatedPoint>(MaxAhead);
    private readonly SemaphoreSlim _sending = new(1);
    private readonly Stopwatch _clock = new();
    private int _next;

    private PointEvaluation(LaneMeasure measure) => (_measure, _replicates) = (measure, measure.Plan.Experiment.Replicates);

    /// <summary>What is measured, in the order of the question.</summary>
    public IReadOnlyList<MeasuredColumn> Columns => _measure.Columns;

    /// <summary>How long it has simulated so far: the rest of a call is overhead.</summary>
    public TimeSpan Elapsed => _clock.Elapsed;

    /// <summary>Checks a question and prepares its simulation.</summary>
    /// <exception cref="EvaluationException">The question has mistakes.</exception>
    public static PointEvaluation Of(EvaluationQuestion question)
    {
        ArgumentNullException.ThrowIfNull(question);
        return new PointEvaluation(question.Compile());
    }

    /// <summary>Simulates; the points come in order. Leaving the loop early stops the simulation.</summary>
    /// <param name="runner">What simulates.</param>
    /// <param name="cancellation">Stops it between ticks.</param>
    public async IAsyncEnumerable<EvaluatedPoint> RunAsync(
        Runner runner, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(runner);
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var simulating = SimulateAsync(runner, stopping.Token);
        try
        {
            await foreach (var point in _ready.Reader.ReadAllAsync(cancellation))
            {
                yield return point;
            }
        }
        finally
        {
            await stopping.CancelAsync();
            await simulating.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _sending.Dispose();

    /// <inheritdoc/>
    public async Task AcceptAsync(BlockResult block, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(block);
        Keep(block, _measure.Measure(block));
        await _sending.WaitAsync(cancellation);
        try
        {
            while (Take() is { } point)
            {
                await _ready.Writer.WriteAsync(point, cancellation);
            }
        }
        finally
        {
            _sending.Release();
        }
    }

    private async Task SimulateAsync(Runner runner, CancellationToken cancellation)
    {
        try
        {
            var experiment = _measure.Plan.Experiment;
            // One block a core where there are few lanes: a single point uses all cores, too.
            var cores = Environment.ProcessorCount;
            var size = (int)Math.Clamp((experiment.Lanes + cores - 1) / cores, 8, LanesPerBlock);
            var options = new RunnerOptions { BlockSize = (size + 7) / 8 * 8, Concurrency = cores, IsolatesFaults = true };
            _clock.Start();
            await runner.StreamAsync(_measure.Plan, Runner.Blocks(experiment.Lanes, options.BlockSize), this, options, null, cancellation);
            _clock.Stop();
            _ready.Writer.Complete();
        }
        catch (Exception error)
        {
            // The reader is told: it waits for the next point.
            _ready.Writer.Complete(error);
            throw;
        }
    }

    private void Keep(BlockResult block, double[][] values)
    {
        lock (_lock)
        {
            for (var lane = 0; lane < block.Lanes; lane++)
            {
                var (point, replicate) = ((int)((block.FirstLane + lane) / _replicates), (int)((block.FirstLane + lane) % _replicates));
                var (kept, missing) = _open.TryGetValue(point, out var known) ? known : ([.. values.Select(_ => new double[_replicates])], _replicates);
                for (var column = 0; column < values.Length; column++)
                {
                    kept[column][replicate] = values[column][lane];
                }

                _open[point] = (kept, missing - 1);
            }
        }
    }

    private EvaluatedPoint? Take()
    {
        lock (_lock)
        {
            return _open.TryGetValue(_next, out var point) && point.Missing == 0 && _open.Remove(_next) ? new EvaluatedPoint(_next++, point.Values) : null;
        }
    }
}

/// <summary>What was measured of one point.</summary>
/// <param name="Index">Index of the point in the question.</param>
/// <param name="Values">Indicators x replicates; not-a-number where an indicator is not defined or the lane failed.</param>
public sealed record EvaluatedPoint(int Index, double[][] Values);
