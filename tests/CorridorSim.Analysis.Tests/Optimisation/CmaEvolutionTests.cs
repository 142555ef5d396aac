using CorridorSim.Analysis.Search;

namespace CorridorSim.Analysis.Tests.Optimisation;

public sealed class CmaEvolutionTests
{
    [Theory]
    [InlineData("sphere", 10)]
    [InlineData("ellipsoid", 8)]
    [InlineData("rosenbrock", 5)]
    public async Task Search_finds_the_minimum_of(string function, int parameters)
    {
        Func<double[], double> goal = function switch
        {
            "sphere" => x => x.Sum(value => (value - 1) * (value - 1)),
            "ellipsoid" => x => x.Select((value, i) => Math.Pow(1e6, i / (x.Length - 1.0)) * (value - 1) * (value - 1)).Sum(),
            _ => x => x.Zip(x.Skip(1), (a, b) => (100 * Math.Pow(b - (a * a), 2)) + ((1 - a) * (1 - a))).Sum(),
        };

        var result = await Minimise(goal, new double[parameters], new BoundedTransform(), new() { MostGenerations = 1500, Spread = 0.5 });

        Assert.True(result.BestGoal < 1e-9, $"{result.BestGoal} after {result.Evaluations}, {result.Stop}");
        Assert.All(result.Best, value => Assert.Equal(1, value, 1e-3));
        Assert.All(result.Centre, value => Assert.Equal(1, value, 1e-3));
        Assert.NotEqual(CmaEvolutionStop.MostGenerations, result.Stop);
    }

    [Fact]
    public async Task Optimum_inside_bounds_is_found_without_leaving_them()
    {
        var result = await Minimise(
            x =>
            {
                Assert.All(x, value => Assert.InRange(value, 0, 10));
                return Math.Pow(x[0] - 9.5, 2) + Math.Pow(x[1] - 0.2, 2);
            },
            [5, 5],
            new BoundedTransform(0, 10),
            new());

        Assert.Equal(9.5, result.Best[0], 1e-4);
        Assert.Equal(0.2, result.Best[1], 1e-4);
    }

    [Fact]
    public async Task Failing_candidates_are_passed_over()
    {
        var result = await Minimise(x => x[0] < -0.5 ? double.NaN : (x[0] * x[0]) + (x[1] * x[1]), [2, 2], new BoundedTransform(), new());

        Assert.True(result.BestGoal < 1e-9);
    }

    [Fact]
    public async Task Same_seed_gives_the_same_search()
    {
        static double Goal(double[] x) => x.Sum(Math.Abs);

        var first = await Minimise(Goal, [2, 3], new BoundedTransform(), new() { MostGenerations = 30, Seed = 4 });
        var second = await Minimise(Goal, [2, 3], new BoundedTransform(), new() { MostGenerations = 30, Seed = 4 });
        var other = await Minimise(Goal, [2, 3], new BoundedTransform(), new() { MostGenerations = 30, Seed = 5 });

        Assert.Equal(first.Best, second.Best);
        Assert.NotEqual(first.Best, other.Best);
        Assert.Equal(CmaEvolutionStop.MostGenerations, first.Stop);
        Assert.Equal(30, first.Generations.Count);
    }

    [Fact]
    public async Task Goal_that_is_flat_stops_the_search()
    {
        var result = await Minimise(_ => 3, [1], new BoundedTransform(), new());

        Assert.Equal(CmaEvolutionStop.GoalTolerance, result.Stop);
    }

    [Fact]
    public async Task Start_and_bounds_of_different_number_are_refused() =>
        await Assert.ThrowsAsync<ArgumentException>(() =>
            CmaEvolution.MinimiseAsync((_, _) => Task.FromResult<double[]>([]), [1], [], new(), null, CancellationToken.None));

    private static Task<CmaEvolutionResult> Minimise(
        Func<double[], double> goal, double[] start, BoundedTransform bound, CmaEvolutionOptions options) =>
        CmaEvolution.MinimiseAsync(
            (candidates, _) => Task.FromResult<double[]>([.. Enumerable.Range(0, candidates.GetLength(0)).Select(candidate =>
                goal([.. Enumerable.Range(0, start.Length).Select(parameter => candidates[candidate, parameter])]))]),
            start,
            [.. start.Select(_ => bound)],
            options,
            null,
            CancellationToken.None);
}
