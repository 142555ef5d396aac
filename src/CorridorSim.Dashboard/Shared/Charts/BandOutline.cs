namespace CorridorSim.Dashboard.Shared.Charts;

/// <summary>
/// The outline of a band: along the upper ends and back along the lower ones. Where there is no interval the band ends, and another outline
/// begins behind the gap; one outline over the gap would fill what lies between its ends.
/// </summary>
internal static class BandOutline
{
    /// <summary>Places of the corners along the axis and their values; both null between two outlines.</summary>
    /// <param name="lower">Lower ends.</param>
    /// <param name="upper">Upper ends.</param>
    public static IReadOnlyList<(int? Place, double? Value)> Of(double[] lower, double[] upper)
    {
        var outline = new List<(int?, double?)>();
        for (var first = 0; first < lower.Length; first++)
        {
            if (!IsThere(first))
            {
                continue;
            }

            var after = first;
            while (after < lower.Length && IsThere(after))
            {
                after++;
            }

            int[] places = [.. Enumerable.Range(first, after - first)];
            outline.AddRange(outline.Count > 0 ? [(null, null)] : Array.Empty<(int?, double?)>());
            outline.AddRange(places.Select(p => ((int?)p, (double?)upper[p])));
            outline.AddRange(places.Reverse().Select(p => ((int?)p, (double?)lower[p])));
            first = after;
        }

        return outline;

        bool IsThere(int place) => double.IsFinite(lower[place]) && double.IsFinite(upper[place]);
    }
}
