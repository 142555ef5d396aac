using CorridorSim.Analysis.Statistics;

namespace CorridorSim.Analysis.Reports.Charts;

/// <summary>Quantiles of an ensemble month by month; not-a-number in a month without any value.</summary>
/// <param name="Median">Median, one value a month.</param>
/// <param name="P05">Quantile 0.05.</param>
/// <param name="P25">Quantile 0.25.</param>
/// <param name="P75">Quantile 0.75.</param>
/// <param name="P95">Quantile 0.95.</param>
public sealed record Fan(double[] Median, double[] P05, double[] P25, double[] P75, double[] P95)
{
    /// <summary>True when every replicate has 0 in every month.</summary>
    public bool IsZero => P05.All(v => v == 0) && P95.All(v => v == 0);

    /// <summary>Works the quantiles out.</summary>
    /// <param name="monthly">Replicates x months; not-a-number where a lane failed.</param>
    public static Fan Of(double[][] monthly)
    {
        ArgumentNullException.ThrowIfNull(monthly);
        var months = monthly.Length == 0 ? 0 : monthly[0].Length;
        Band[] wide = new Band[months], narrow = new Band[months];
        for (var month = 0; month < months; month++)
        {
            var values = Quantiles.WithoutNaN([.. monthly.Select(replicate => replicate[month])]);
            (wide[month], narrow[month]) = (Quantiles.Interval(values), Quantiles.Interval(values, 0.5));
        }

        return new Fan(
            [.. wide.Select(b => b.Median)],
            [.. wide.Select(b => b.Lower)],
            [.. narrow.Select(b => b.Lower)],
            [.. narrow.Select(b => b.Upper)],
            [.. wide.Select(b => b.Upper)]);
    }
}
