using CorridorSim.Analysis.Statistics;

namespace CorridorSim.Analysis.Search;

/// <summary>
/// Minimises without derivatives by covariance matrix adaptation (CMA-ES): each generation is a normal sample whose mean and
/// covariance follow the better half. Hansen, "The CMA evolution strategy: a tutorial", arXiv:1604.00772. Bounds are kept by
/// transformation, so that every candidate is valid.
/// </summary>
public static class CmaEvolution
{
    private const int QuietGenerations = 10;

    /// <summary>Searches.</summary>
    /// <param name="goal">What is minimised.</param>
    /// <param name="start">Where to start, in the parameters' units, inside the bounds.</param>
    /// <param name="bounds">Per parameter.</param>
    /// <param name="options">How to proceed.</param>
    /// <param name="progress">Told after each generation.</param>
    /// <param name="cancellationToken">Stops between generations.</param>
    /// <exception cref="ArgumentException">Start and bounds differ in number or are empty.</exception>
    public static async Task<CmaEvolutionResult> MinimiseAsync(
        BatchGoal goal,
        IReadOnlyList<double> start,
        IReadOnlyList<BoundedTransform> bounds,
        CmaEvolutionOptions options,
        IProgress<CmaEvolutionGeneration>? progress,
        CancellationToken cancellationToken)
    {
        if (start.Count == 0 || start.Count != bounds.Count)
        {
            throw new ArgumentException($"{start.Count} parameters have a start, {bounds.Count} have bounds.", nameof(bounds));
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(options.MostGenerations, 1, nameof(options));
        var population = new CmaPopulation([.. start.Zip(bounds, (value, bound) => bound.ToLine(value))], options, new SplitMixUniforms(options.Seed));
        var generations = new List<CmaEvolutionGeneration>();
        double[] best = [.. start];
        var bestGoal = double.PositiveInfinity;
        CmaEvolutionStop? stop = null;
        while (stop is null)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var candidates = ToUnits(population.Sample(), bounds);
            var goals = await goal(candidates, cancellationToken);
            double[] costs = [.. goals.Select(value => double.IsNaN(value) ? double.PositiveInfinity : value)];
            var leader = Array.IndexOf(costs, costs.Min());
            if (costs[leader] < bestGoal)
            {
                bestGoal = costs[leader];
                best = [.. Enumerable.Range(0, bounds.Count).Select(parameter => candidates[leader, parameter])];
            }

            population.Learn(costs);
            generations.Add(new CmaEvolutionGeneration(generations.Count + 1, bestGoal, costs[leader], population.Spread));
            progress?.Report(generations[^1]);
            stop = Stop(generations, costs, population, options);
        }

        double[] centre = [.. population.Mean.Zip(bounds, (place, bound) => bound.FromLine(place))];
        return new CmaEvolutionResult(best, bestGoal, centre, generations.Count * population.Count, stop.Value, generations);
    }

    private static CmaEvolutionStop? Stop(
        List<CmaEvolutionGeneration> generations, double[] costs, CmaPopulation population, CmaEvolutionOptions options)
    {
        if (population.LargestDeviation < options.SpreadTolerance)
        {
            return CmaEvolutionStop.SpreadTolerance;
        }

        var recent = generations.TakeLast(QuietGenerations).Select(generation => generation.GenerationGoal).Concat(costs).ToArray();
        if (generations.Count >= QuietGenerations && recent.Max() - recent.Min() < options.GoalTolerance)
        {
            return CmaEvolutionStop.GoalTolerance;
        }

        return generations.Count >= options.MostGenerations ? CmaEvolutionStop.MostGenerations : null;
    }

    private static double[,] ToUnits(double[][] sample, IReadOnlyList<BoundedTransform> bounds)
    {
        var units = new double[sample.Length, bounds.Count];
        for (var candidate = 0; candidate < sample.Length; candidate++)
        {
            for (var parameter = 0; parameter < bounds.Count; parameter++)
            {
                units[candidate, parameter] = bounds[parameter].FromLine(sample[candidate][parameter]);
            }
        }

        return units;
    }
}

/// <summary>Evaluates a whole generation at once.</summary>
/// <param name="candidates">Candidates x parameters, in the parameters' units.</param>
/// <param name="cancellationToken">Stops the evaluation.</param>
/// <returns>One value per candidate, to be minimised; NaN marks a candidate that failed, which is ranked last.</returns>
public delegate Task<double[]> BatchGoal(double[,] candidates, CancellationToken cancellationToken);

/// <summary>How a CMA-ES search proceeds.</summary>
public sealed record CmaEvolutionOptions
{
    /// <summary>Candidates per generation; null is 4 + 3 ln n, the published default. More help on rugged or noisy goals.</summary>
    public int? Population { get; init; }

    /// <summary>First standard deviation on the unbounded line, above 0; about a third of where the optimum may lie.</summary>
    public double Spread { get; init; } = 1;

    /// <summary>The most generations, at least 1.</summary>
    public int MostGenerations { get; init; } = 500;

    /// <summary>Stops when the best values of the last generations and of the population differ by less.</summary>
    public double GoalTolerance { get; init; } = 1e-12;

    /// <summary>Stops when every standard deviation on the unbounded line is below.</summary>
    public double SpreadTolerance { get; init; } = 1e-11;

    /// <summary>Seed of the draws; the same seed and goal give the same search.</summary>
    public ulong Seed { get; init; } = 1;
}

/// <summary>Where a search stands.</summary>
/// <param name="Generation">Generations so far, from 1.</param>
/// <param name="BestGoal">Best value so far.</param>
/// <param name="GenerationGoal">Best value of this generation.</param>
/// <param name="Spread">Overall step size on the unbounded line.</param>
public sealed record CmaEvolutionGeneration(int Generation, double BestGoal, double GenerationGoal, double Spread);

/// <summary>The outcome of a search.</summary>
/// <param name="Best">The best candidate evaluated, in the parameters' units.</param>
/// <param name="BestGoal">Its value; infinite when every candidate failed.</param>
/// <param name="Centre">Where the search stood at the end; on noisy goals better than <paramref name="Best"/>.</param>
/// <param name="Evaluations">Candidates evaluated.</param>
/// <param name="Stop">Why it ended.</param>
/// <param name="Generations">The course.</param>
public sealed record CmaEvolutionResult(
    double[] Best,
    double BestGoal,
    double[] Centre,
    int Evaluations,
    CmaEvolutionStop Stop,
    IReadOnlyList<CmaEvolutionGeneration> Generations);

/// <summary>Why a search ended.</summary>
public enum CmaEvolutionStop
{
    /// <summary>The goal no longer changes.</summary>
    GoalTolerance,

    /// <summary>The population has contracted to a point.</summary>
    SpreadTolerance,

    /// <summary>The most generations were used up; a better point may exist nearby.</summary>
    MostGenerations,
}
