using System.Numerics;

namespace CorridorSim.Analysis.Attribution;

/// <summary>
/// Splits a total over players (provisions, measures) by Shapley value: the mean of what a player adds, over all orders of joining.
/// Shapley, Contributions to the Theory of Games II (1953) 307. Each replicate is split by itself, so that intervals over
/// replicates come out; the parts of a replicate add up to its total.
/// </summary>
public static class ExactShapley
{
    /// <summary>The most players: 2^12 subsets.</summary>
    public const int MostPlayers = 12;

    /// <summary>The subsets to evaluate as bit masks (bit i set: player i takes part), from none to all: 2^players.</summary>
    /// <param name="players">From 1 to <see cref="MostPlayers"/>.</param>
    public static IReadOnlyList<ulong> Subsets(int players)
    {
        CheckPlayers(players);
        return [.. Enumerable.Range(0, 1 << players).Select(mask => (ulong)mask)];
    }

    /// <summary>The part of each player in each replicate: players x replicates.</summary>
    /// <param name="players">From 1 to <see cref="MostPlayers"/>.</param>
    /// <param name="values">Per subset, in the order of <see cref="Subsets"/>, one value per replicate.</param>
    /// <exception cref="ArgumentException">Subsets are missing or differ in replicates.</exception>
    public static double[][] Parts(int players, IReadOnlyList<double[]> values)
    {
        CheckPlayers(players);
        if (values.Count != 1 << players)
        {
            throw new ArgumentException($"{players} players have {1 << players} subsets; {values.Count} are given.", nameof(values));
        }

        var replicates = values[0].Length;
        if (values.Any(value => value.Length != replicates))
        {
            throw new ArgumentException("The subsets differ in their number of replicates.", nameof(values));
        }

        var weights = Weights(players);
        double[][] parts = [.. Enumerable.Range(0, players).Select(_ => new double[replicates])];
        for (var mask = 0; mask < values.Count; mask++)
        {
            for (var player = 0; player < players; player++)
            {
                if ((mask >> player & 1) == 0)
                {
                    Add(parts[player], values[mask], values[mask | (1 << player)], weights[BitOperations.PopCount((uint)mask)]);
                }
            }
        }

        return parts;
    }

    private static void Add(double[] part, double[] without, double[] with, double weight)
    {
        for (var replicate = 0; replicate < part.Length; replicate++)
        {
            part[replicate] += weight * (with[replicate] - without[replicate]);
        }
    }

    // size! (players - size - 1)! / players! = 1 / (players * binomial(players - 1, size))
    private static double[] Weights(int players)
    {
        var weights = new double[players];
        var binomial = 1.0;
        for (var size = 0; size < players; size++)
        {
            weights[size] = 1 / (players * binomial);
            binomial = binomial * (players - 1 - size) / (size + 1);
        }

        return weights;
    }

    private static void CheckPlayers(int players)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(players, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(players, MostPlayers);
    }
}
