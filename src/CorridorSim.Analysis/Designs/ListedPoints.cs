namespace CorridorSim.Analysis.Designs;

/// <summary>A design that is written down row by row.</summary>
public static class ListedPoints
{
    /// <summary>The rows as a table, rows x factors.</summary>
    /// <param name="rows">Each with one place in [0, 1] per factor.</param>
    /// <exception cref="ArgumentException">Rows differ in length, or a value lies outside the unit cube.</exception>
    public static double[,] FromRows(IReadOnlyList<IReadOnlyList<double>> rows)
    {
        var factors = rows.Count == 0 ? 0 : rows[0].Count;
        var points = new double[rows.Count, factors];
        for (var row = 0; row < rows.Count; row++)
        {
            if (rows[row].Count != factors)
            {
                throw new ArgumentException($"Row {row} has {rows[row].Count} values where row 0 has {factors}.", nameof(rows));
            }

            for (var factor = 0; factor < factors; factor++)
            {
                var value = rows[row][factor];
                points[row, factor] = value is >= 0 and <= 1
                    ? value
                    : throw new ArgumentException($"Row {row}, factor {factor}: {value} lies outside 0 to 1.", nameof(rows));
            }
        }

        return points;
    }
}
