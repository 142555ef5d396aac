namespace CorridorSim.Analysis.Designs;

/// <summary>Every combination of the levels of every factor; the last factor varies fastest.</summary>
public static class FullFactorial
{
    /// <summary>How many combinations there are.</summary>
    /// <param name="levels">Levels of each factor, at least 1 each.</param>
    /// <exception cref="OverflowException">There are more than 2^63 - 1.</exception>
    public static long Count(IReadOnlyList<int> levels)
    {
        var count = 1L;
        foreach (var level in levels)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(level, 1, nameof(levels));
            count = checked(count * level);
        }

        return count;
    }

    /// <summary>The level of each factor in each combination: combinations x factors, levels counted from 0.</summary>
    /// <param name="levels">Levels of each factor, at least 1 each.</param>
    public static int[,] LevelIndices(IReadOnlyList<int> levels)
    {
        var count = checked((int)Count(levels));
        var indices = new int[count, levels.Count];
        for (var row = 0; row < count; row++)
        {
            var rest = row;
            for (var factor = levels.Count - 1; factor >= 0; factor--)
            {
                indices[row, factor] = rest % levels[factor];
                rest /= levels[factor];
            }
        }

        return indices;
    }

    /// <summary>
    /// The combinations as points of the unit cube: level l of L is l / (L - 1), so that both ends are included; a single
    /// level is 0.5.
    /// </summary>
    /// <param name="levels">Levels of each factor, at least 1 each.</param>
    public static double[,] Points(IReadOnlyList<int> levels) =>
        LevelGrid.Points(LevelIndices(levels), levels);
}

/// <summary>Levels as places in the unit interval.</summary>
internal static class LevelGrid
{
    public static double Place(int level, int levels) => levels == 1 ? 0.5 : level / (levels - 1.0);

    public static double[,] Points(int[,] indices, IReadOnlyList<int> levels)
    {
        var points = new double[indices.GetLength(0), indices.GetLength(1)];
        for (var row = 0; row < points.GetLength(0); row++)
        {
            for (var factor = 0; factor < points.GetLength(1); factor++)
            {
                points[row, factor] = Place(indices[row, factor], levels[factor]);
            }
        }

        return points;
    }
}
