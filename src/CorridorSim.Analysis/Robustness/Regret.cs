using CorridorSim.Analysis.Statistics;

namespace CorridorSim.Analysis.Robustness;

/// <summary>
/// Regret: how much better the best policy of a future would have been. Savage, J. Am. Stat. Assoc. 46 (1951) 55.
/// </summary>
/// <param name="Values">Policies x futures, at least 0, in the indicator's unit.</param>
public sealed record Regret(double[,] Values)
{
    /// <summary>The regret of each policy in each future.</summary>
    /// <param name="table">The indicator.</param>
    public static Regret Of(IndicatorTable table)
    {
        var values = new double[table.Policies, table.Futures];
        for (var future = 0; future < table.Futures; future++)
        {
            var best = Enumerable.Range(0, table.Policies).Max(policy => table.Gain(policy, future));
            for (var policy = 0; policy < table.Policies; policy++)
            {
                values[policy, future] = best - table.Gain(policy, future);
            }
        }

        return new Regret(values);
    }

    /// <summary>The greatest regret of each policy.</summary>
    public double[] Greatest() => PerPolicy(regrets => regrets.Max());

    /// <summary>A quantile of each policy's regret over futures; 0.9 is less ruled by a single odd future than the greatest.</summary>
    /// <param name="probability">From 0 to 1.</param>
    public double[] Quantile(double probability) => PerPolicy(regrets => Quantiles.At(regrets, probability));

    /// <summary>The policies with the least greatest regret: one, or those that tie.</summary>
    public IReadOnlyList<int> MinimaxPolicies() => Ties.OfLeast(Greatest());

    private double[] PerPolicy(Func<double[], double> summary) => [.. Enumerable.Range(0, Values.GetLength(0))
        .Select(policy => summary([.. Enumerable.Range(0, Values.GetLength(1)).Select(future => Values[policy, future])]))];
}

/// <summary>Finds the policies that share the best figure: where several do there is no winner.</summary>
public static class Ties
{
    private const double EqualRegret = 1e-9;

    /// <summary>Those with the least value, up to rounding; none when no value is a number.</summary>
    public static IReadOnlyList<int> OfLeast(IReadOnlyList<double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        double[] finite = [.. values.Where(double.IsFinite)];
        if (finite.Length == 0)
        {
            return [];
        }

        var limit = finite.Min() + (EqualRegret * Math.Max(1, finite.Max(Math.Abs)));
        return [.. Enumerable.Range(0, values.Count).Where(i => values[i] <= limit)];
    }
}
