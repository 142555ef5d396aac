namespace CorridorSim.Dashboard.Pages.Run;

/// <summary>
/// When the places that provisions add to a channel are used up: the channel then admits at least <see cref="Used"/> of them
/// beyond what the baseline admits, with the same random draws. A channel that had free places before is not hit by getting more.
/// </summary>
internal static class QuotaUse
{
    /// <summary>Share of the added places that counts as all of them: the rest is rounding and people who withdraw.</summary>
    public const double Used = 0.95;

    /// <summary>The first month in which the added places are used up in at least half of the replicates; null for never.</summary>
    /// <param name="extra">Admissions beyond the baseline: replicates x months, persons a month.</param>
    /// <param name="places">Places added: replicates x months, persons a month.</param>
    /// <returns>Index of the month and the number of replicates.</returns>
    public static (int Month, int Replicates)? First(double[][] extra, double[][] places)
    {
        ArgumentNullException.ThrowIfNull(extra);
        ArgumentNullException.ThrowIfNull(places);
        var months = extra.Length == 0 ? 0 : extra[0].Length;
        for (var month = 0; month < months; month++)
        {
            var hit = Enumerable.Range(0, extra.Length).Count(k => places[k][month] > 0 && extra[k][month] >= Used * places[k][month]);
            if (hit * 2 >= extra.Length && hit > 0)
            {
                return (month, hit);
            }
        }

        return null;
    }
}
