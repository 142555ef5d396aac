namespace CorridorSim.Analysis.Designs;

/// <summary>A baseline, then each factor alone at each of its other levels.</summary>
public static class OneAtATime
{
    /// <summary>
    /// The level of each factor in each row: rows x factors. Row 0 is the baseline; then factor by factor its other levels in
    /// ascending order, all others at the baseline: 1 + sum (levels - 1) rows.
    /// </summary>
    /// <param name="levels">Levels of each factor, at least 1 each.</param>
    /// <param name="baseline">The baseline level of each factor, from 0.</param>
    /// <exception cref="ArgumentException">The lists differ in length or a baseline is no level of its factor.</exception>
    public static int[,] LevelIndices(IReadOnlyList<int> levels, IReadOnlyList<int> baseline)
    {
        Check(levels, baseline);
        var indices = new int[1 + levels.Sum(level => level - 1), levels.Count];
        for (var cell = 0; cell < indices.Length; cell++)
        {
            indices[cell / levels.Count, cell % levels.Count] = baseline[cell % levels.Count];
        }

        var row = 1;
        for (var factor = 0; factor < levels.Count; factor++)
        {
            for (var level = 0; level < levels[factor]; level++)
            {
                if (level != baseline[factor])
                {
                    indices[row++, factor] = level;
                }
            }
        }

        return indices;
    }

    /// <summary>The same as points of the unit cube: level l of L is l / (L - 1), a single level 0.5.</summary>
    /// <param name="levels">Levels of each factor, at least 1 each.</param>
    /// <param name="baseline">The baseline level of each factor, from 0.</param>
    public static double[,] Points(IReadOnlyList<int> levels, IReadOnlyList<int> baseline) =>
        LevelGrid.Points(LevelIndices(levels, baseline), levels);

    private static void Check(IReadOnlyList<int> levels, IReadOnlyList<int> baseline)
    {
        if (levels.Count != baseline.Count)
        {
            throw new ArgumentException($"{levels.Count} factors have levels, {baseline.Count} have a baseline.", nameof(baseline));
        }

        for (var factor = 0; factor < levels.Count; factor++)
        {
            if (baseline[factor] < 0 || baseline[factor] >= levels[factor])
            {
                throw new ArgumentException(
                    $"Factor {factor} has levels 0 to {levels[factor] - 1}; its baseline {baseline[factor]} is none of them.", nameof(baseline));
            }
        }
    }
}
