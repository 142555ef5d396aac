using CorridorSim.Analysis.Calibration;
using CorridorSim.Analysis.Uniforms;

namespace CorridorSim.Analysis.Optimisation;

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
