namespace CorridorSim.Dashboard.Pages.Sweep;

/// <summary>The mean of a figure by two factors, in at most eight classes each.</summary>
/// <param name="Columns">Classes of the first factor, in words.</param>
/// <param name="Rows">Classes of the second factor with the mean in each column; not-a-number where no point lies.</param>
public sealed record ResponseSurface(IReadOnlyList<string> Columns, IReadOnlyList<(string Label, double[] Cells)> Rows)
{
    private const int MostClasses = 8;

    /// <summary>The surface of what is kept; null when both factors are the same.</summary>
    public static ResponseSurface? Of(SweepSelection selection)
    {
        ArgumentNullException.ThrowIfNull(selection);
        if (selection.X.Id == selection.Y.Id)
        {
            return null;
        }

        var (columns, rows) = (Classes(selection.X), Classes(selection.Y));
        return new ResponseSurface(
            [.. columns.Select(c => c.Label)],
            [.. rows.Select(row => (row.Label, columns.Select(column => selection.Valued
                .Where(p => column.Holds(selection.X.Values[p]) && row.Holds(selection.Y.Values[p]))
                .Select(p => selection.Figure.Values[p]).DefaultIfEmpty(double.NaN).Average()).ToArray()))]);
    }

    /// <summary>Where a value lies between the least and the greatest, 0 to 1.</summary>
    public double Heat(double value)
    {
        double[] all = [.. Rows.SelectMany(r => r.Cells).Where(double.IsFinite)];
        return double.IsNaN(value) || all.Length == 0 || all.Max() == all.Min() ? 0 : (value - all.Min()) / (all.Max() - all.Min());
    }

    private static (string Label, Func<double, bool> Holds)[] Classes(SweepAxis axis)
    {
        double[] levels = [.. axis.Values.Distinct().Order()];
        if (levels.Length <= MostClasses)
        {
            return [.. levels.Select(l => (axis.Plain(l), (Func<double, bool>)(v => v == l)))];
        }

        var width = (axis.Greatest - axis.Least) / MostClasses;
        return [.. Enumerable.Range(0, MostClasses).Select(i =>
        {
            var (from, to) = (axis.Least + (i * width), i == MostClasses - 1 ? double.PositiveInfinity : axis.Least + ((i + 1) * width));
            return ($"{axis.Plain(from)} to {axis.Plain(axis.Least + ((i + 1) * width))}", (Func<double, bool>)(v => v >= from && v < to));
        })];
    }
}
