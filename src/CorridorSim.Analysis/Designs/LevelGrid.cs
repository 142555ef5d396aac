namespace CorridorSim.Analysis.Designs;

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
