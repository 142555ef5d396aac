using CorridorSim.Analysis.Effects;
using CorridorSim.Analysis.Evaluation;
using CorridorSim.Dashboard.Scenarios;
using CorridorSim.Dashboard.Simulation;
using CorridorSim.Dashboard.Tables;
using CorridorSim.Model.Engine;
using CorridorSim.Runs.Running;

namespace CorridorSim.Dashboard.Api.Evaluation;

/// <summary>Evaluates batches of points, one batch a core at a time, the others in order of coming.</summary>
internal sealed class EvaluationService(EngineRoom engines, ScenarioCatalogue scenarios) : IDisposable
{
    private const int MaxWaiting = 64;

    private readonly WaitingLine _line = new(Environment.ProcessorCount, MaxWaiting);
    private readonly Lock _lock = new();
    private TaskCompletionSource _idle = new();
    private int _atWork;

    /// <summary>Batches that are simulated at this moment.</summary>
    public int AtWork => _atWork;

    /// <summary>Points that the batch which ended last has handed on.</summary>
    public int LastDone { get; private set; }

    /// <summary>Done when nothing is simulated.</summary>
    public Task Idle
    {
        get
        {
            lock (_lock)
            {
                return _atWork == 0 ? Task.CompletedTask : _idle.Task;
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _line.Dispose();

    /// <summary>The question of a request.</summary>
    /// <exception cref="EvaluationException">The request has mistakes.</exception>
    /// <exception cref="ScenarioNotFoundException">There is no such scenario.</exception>
    /// <exception cref="InvalidScenarioException">The scenario has mistakes.</exception>
    public EvaluationQuestion Read(EvaluateRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var period = request.At is null ? null : Period.TryParse(request.At);
        string[] mistakes =
        [
            .. Wrong(request.Scenario is null == request.Text is null, "scenario: give the name of a scenario or its text, one of them"),
            .. Wrong(request.Text is not null && request.Set.Count > 0, "set: it goes with the name of a scenario; write the values into the text"),
            .. Wrong(request.At is not null && period is null, $"at: '{request.At}' is not a year, a month or a range of months such as 2023-10..2024-03"),
            .. Wrong(request.Replicates is < 1 or > Experiment.MaxReplicates, $"replicates: it must lie between 1 and {Experiment.MaxReplicates}"),
            .. Wrong(!TableFormat.Names.Contains(request.Format), $"format: it must be one of {string.Join(", ", TableFormat.Names)}"),
        ];
        if (mistakes.Length > 0)
        {
            throw new EvaluationException(mistakes);
        }

        var compiled = request.Text is not null ? scenarios.CompileText(request.Text) : scenarios.CompileKept(request.Scenario!, request.Set);
        return new EvaluationQuestion(
            compiled,
            request.Paths,
            request.Points,
            request.Indicators,
            period,
            request.Replicates ?? compiled.Experiment.Replicates,
            request.Seed ?? compiled.Experiment.Seed);
    }

    /// <summary>Simulates and hands on the points in order.</summary>
    public async IAsyncEnumerable<EvaluatedPoint> RunAsync(
        PointEvaluation evaluation, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        using var place = await _line.EnterAsync(cancellation);
        var runner = new Runner(await engines.OpenAsync(cancellation));
        var done = 0;
        Begin();
        try
        {
            await foreach (var point in evaluation.RunAsync(runner, cancellation))
            {
                done++;
                yield return point;
            }
        }
        finally
        {
            End(done);
        }
    }

    private void Begin()
    {
        lock (_lock)
        {
            _idle = _atWork++ == 0 ? new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously) : _idle;
        }
    }

    private void End(int done)
    {
        lock (_lock)
        {
            LastDone = done;
            if (--_atWork == 0)
            {
                _idle.SetResult();
            }
        }
    }

    private static IEnumerable<string> Wrong(bool isWrong, string message) => isWrong ? [message] : [];
}
