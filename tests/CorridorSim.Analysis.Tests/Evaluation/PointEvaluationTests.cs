using CorridorSim.Analysis.Effects;
using CorridorSim.Analysis.Evaluation;
using CorridorSim.Grains.Hosting;
using CorridorSim.Grains.Messages;
using CorridorSim.Runs.Running;
using CorridorSim.Scenarios.Compilation;
using CorridorSim.Scenarios.Diagnostics;

namespace CorridorSim.Analysis.Tests.Evaluation;

public sealed class PointEvaluationTests
{
    private const string Places = "agreements.us-panama.provisions.referrals.places-per-month";

    private static readonly string[] Asked = ["admissions:usa-resettlement", "deaths"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_point_equals_the_scenario_with_its_values_replicate_by_replicate()
    {
        var points = await PointsAsync(Question([[0], [1000]], 4));

        foreach (var (point, places) in points.Zip([0, 1000]))
        {
            var experiment = Scenario($"{Places}.value={places}").Experiment;
            var result = await new Runner(new LoopEngine()).RunAsync(experiment with { Replicates = 4 }, new RunnerOptions(), null, Token);
            var reader = new IndicatorReader(new ResultEnsemble(result, 0));
            Assert.Equal(Asked.Select(i => reader.Over(IndicatorName.Parse(i)).Values), point.Values);
        }
    }

    [Fact]
    public async Task Points_come_in_order_also_when_later_blocks_end_first()
    {
        var question = Question([[0], [100], [200], [300]], 8);

        var points = await PointsAsync(question, new LateFirstBlock());

        Assert.Equal([0, 1, 2, 3], points.Select(p => p.Index));
        Assert.Equal((await PointsAsync(question)).SelectMany(p => p.Values), points.SelectMany(p => p.Values));
    }

    [Fact]
    public async Task Who_leaves_early_stops_the_simulation()
    {
        var engine = new CountingEngine();
        var many = Question([.. Enumerable.Range(0, 500).Select(i => (double[])[i])], 16);

        using var evaluation = PointEvaluation.Of(many);
        await foreach (var point in evaluation.RunAsync(new Runner(engine), Token))
        {
            Assert.Equal(0, point.Index);
            break;
        }

        Assert.InRange(engine.Blocks, 1, 24);
    }

    [Fact]
    public void Every_mistake_is_told_with_its_place_and_remedy()
    {
        var wrong = new EvaluationQuestion(
            Scenario(), [Places, "agreements.us-panama.referrals.places-per-month", "x.y"], [[1e9, 1, 1], [1]], ["deaths", ":"], null, 4, 1);

        var error = Assert.Throws<EvaluationException>(() => PointEvaluation.Of(wrong));

        Assert.Contains(error.Mistakes, m => m.StartsWith("paths[1]: ", StringComparison.Ordinal) && m.Contains("sets an input that an earlier path sets", StringComparison.Ordinal));
        Assert.Contains(error.Mistakes, m => m.StartsWith("paths[2]: unknown path 'x.y'", StringComparison.Ordinal));
        Assert.Contains(error.Mistakes, m => m.StartsWith("points[0][0]: ", StringComparison.Ordinal) && m.Contains("must lie between", StringComparison.Ordinal));
        Assert.Contains(error.Mistakes, m => m.StartsWith("points[1]: 1 values for 3 paths", StringComparison.Ordinal));
        Assert.Contains(error.Mistakes, m => m.StartsWith("indicators[1]: ", StringComparison.Ordinal));
    }

    [Fact]
    public void An_unknown_indicator_and_an_empty_batch_are_refused()
    {
        Assert.Contains("deathz", Assert.Throws<EvaluationException>(() => PointEvaluation.Of(Question([[0]], 4) with { Indicators = ["deathz"] })).Message, StringComparison.Ordinal);
        Assert.Contains("points: there is none", Assert.Throws<EvaluationException>(() => PointEvaluation.Of(Question([], 4))).Message, StringComparison.Ordinal);
    }

    private static EvaluationQuestion Question(IReadOnlyList<IReadOnlyList<double>> points, int replicates)
    {
        var scenario = Scenario();
        return new EvaluationQuestion(scenario, [Places], points, Asked, null, replicates, scenario.Experiment.Seed);
    }

    private static async Task<List<EvaluatedPoint>> PointsAsync(EvaluationQuestion question, IBlockEngine? engine = null)
    {
        var points = new List<EvaluatedPoint>();
        using var evaluation = PointEvaluation.Of(question);
        await foreach (var point in evaluation.RunAsync(new Runner(engine ?? new LoopEngine()), Token))
        {
            points.Add(point);
        }

        return points;
    }

    private static CompiledScenario Scenario(params string[] settings)
    {
        var bag = new DiagnosticBag();
        var path = Path.Combine(Repository.Scenarios, "us-panama-2022.yaml");
        return CompiledScenario.Load(path, [.. settings, "horizon.from=2022-09", "horizon.to=2022-12"], bag)
            ?? throw new InvalidOperationException(string.Join('\n', bag.Sorted));
    }

    /// <summary>The first block waits until another one is done.</summary>
    private sealed class LateFirstBlock : IBlockEngine
    {
        private readonly LoopEngine _loop = new();
        private readonly TaskCompletionSource _another = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public async Task<BlockReply> SimulateAsync(string run, BlockOrder order, CancellationToken cancellation)
        {
            if (order.First == 0)
            {
                await _another.Task.WaitAsync(cancellation);
            }

            var reply = await Task.Run(() => _loop.SimulateAsync(run, order, cancellation), cancellation);
            _another.TrySetResult();
            return reply;
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }

    private sealed class CountingEngine : IBlockEngine
    {
        private readonly LoopEngine _loop = new();
        private int _blocks;

        public int Blocks => _blocks;

        public Task<BlockReply> SimulateAsync(string run, BlockOrder order, CancellationToken cancellation)
        {
            Interlocked.Increment(ref _blocks);
            return Task.Run(() => _loop.SimulateAsync(run, order, cancellation), cancellation);
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
