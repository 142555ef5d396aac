using CorridorSim.Analysis.Statistics;

namespace CorridorSim.Analysis.Attribution;

/// <summary>
/// Shapley values from sampled orders of joining, for more players than all subsets can be evaluated for. Each order is used with
/// its reverse, which lessens the error. The parts still add up to the total, and a player that does nothing still has none.
/// Castro, Gómez and Tejada, Comput. Oper. Res. 36 (2009) 1726; Mitchell et al., J. Mach. Learn. Res. 23 (2022) 1.
/// </summary>
/// <param name="Players">How many players, up to 64.</param>
/// <param name="Orders">Each a permutation of the players; order 2k + 1 is the reverse of order 2k.</param>
public sealed record SampledShapley(int Players, IReadOnlyList<int[]> Orders)
{
    /// <summary>Draws the orders.</summary>
    /// <param name="players">From 1 to 64.</param>
    /// <param name="pairs">Pairs of an order and its reverse, at least 1.</param>
    /// <param name="uniforms">Where the draws come from.</param>
    public static SampledShapley Draw(int players, int pairs, IUniformSource uniforms)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(players, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(players, 64);
        ArgumentOutOfRangeException.ThrowIfLessThan(pairs, 1);
        var orders = new List<int[]>(2 * pairs);
        for (var pair = 0; pair < pairs; pair++)
        {
            var order = uniforms.NextPermutation(players);
            orders.Add(order);
            orders.Add([.. order.AsEnumerable().Reverse()]);
        }

        return new SampledShapley(players, orders);
    }

    /// <summary>The subsets to evaluate, as bit masks, each once, ascending; none and all are among them.</summary>
    public IReadOnlyList<ulong> Subsets()
    {
        var masks = new SortedSet<ulong> { 0 };
        foreach (var order in Orders)
        {
            var mask = 0UL;
            foreach (var player in order)
            {
                mask |= 1UL << player;
                masks.Add(mask);
            }
        }

        return [.. masks];
    }

    /// <summary>The part of each player in each replicate: players x replicates.</summary>
    /// <param name="value">The values of a subset, one per replicate, the same number for each; asked for masks of <see cref="Subsets"/> only.</param>
    public double[][] Parts(Func<ulong, double[]> value)
    {
        var replicates = value(0).Length;
        double[][] parts = [.. Enumerable.Range(0, Players).Select(_ => new double[replicates])];
        foreach (var order in Orders)
        {
            AddOrder(order, parts, value);
        }

        return parts;
    }

    /// <summary>
    /// Standard error of each player's mean part that comes from sampling orders rather than from replicates; NaN for one pair.
    /// </summary>
    /// <param name="value">The values of a subset, one per replicate.</param>
    public double[] SamplingErrors(Func<ulong, double[]> value)
    {
        var pairs = Orders.Count / 2;
        var means = new double[Players, pairs];
        for (var pair = 0; pair < pairs; pair++)
        {
            var alone = new SampledShapley(Players, [Orders[2 * pair], Orders[(2 * pair) + 1]]).Parts(value);
            for (var player = 0; player < Players; player++)
            {
                means[player, pair] = alone[player].Average();
            }
        }

        return [.. Enumerable.Range(0, Players).Select(player =>
            MathNet.Numerics.Statistics.Statistics.StandardDeviation(Enumerable.Range(0, pairs).Select(pair => means[player, pair]))
            / Math.Sqrt(pairs))];
    }

    private void AddOrder(int[] order, double[][] parts, Func<ulong, double[]> value)
    {
        var mask = 0UL;
        var before = value(0);
        foreach (var player in order)
        {
            mask |= 1UL << player;
            var after = value(mask);
            for (var replicate = 0; replicate < before.Length; replicate++)
            {
                parts[player][replicate] += (after[replicate] - before[replicate]) / Orders.Count;
            }

            before = after;
        }
    }
}
