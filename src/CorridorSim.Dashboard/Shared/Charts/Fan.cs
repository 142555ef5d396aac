using CorridorSim.Analysis.Statistics;

namespace CorridorSim.Dashboard.Shared.Charts;

/// <summary>Monthly median and 90 % interval over replicates.</summary>
/// <param name="Median">Quantile 0.5 of each month.</param>
/// <param name="Lower">Quantile 0.05.</param>
/// <param name="Upper">Quantile 0.95.</param>
public sealed record Fan(double[] Median, double[] Lower, double[] Upper)
{
    /// <summary>Works it out from values, replicates x months; failed replicates are left out.</summary>
    public static Fan Of(double[][] monthly)
    {
        ArgumentNullException.ThrowIfNull(monthly);
        var months = monthly.Length == 0 ? 0 : monthly[0].Length;
        var bands = new Band[months];
        for (var month = 0; month < months; month++)
        {
            bands[month] = Quantiles.Interval(Quantiles.WithoutNaN(monthly.Select(r => r[month]).ToArray()));
        }

        return new Fan([.. bands.Select(b => b.Median)], [.. bands.Select(b => b.Lower)], [.. bands.Select(b => b.Upper)]);
    }
}
