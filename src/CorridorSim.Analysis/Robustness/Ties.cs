namespace CorridorSim.Analysis.Robustness;

/// <summary>Finds the policies that share the best figure: where several do there is no winner.</summary>
public static class Ties
{
    private const double Rounding = 1e-9;

    /// <summary>Those with the least value, up to rounding; none when no value is a number.</summary>
    public static IReadOnlyList<int> OfLeast(IReadOnlyList<double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        double[] finite = [.. values.Where(double.IsFinite)];
        if (finite.Length == 0)
        {
            return [];
        }

        var limit = finite.Min() + (Rounding * Math.Max(1, finite.Max(Math.Abs)));
        return [.. Enumerable.Range(0, values.Count).Where(i => values[i] <= limit)];
    }
}
