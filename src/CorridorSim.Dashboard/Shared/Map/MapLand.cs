using System.Globalization;
using System.Text;

namespace CorridorSim.Dashboard.Shared.Map;

/// <summary>What lies below the flows: land with coasts and borders, and a net of latitudes and longitudes.</summary>
/// <param name="Rest">Countries that take no part, as SVG path.</param>
/// <param name="Taking">Countries that take part.</param>
/// <param name="Net">Lines of latitude and longitude.</param>
public sealed record MapLand(string Rest, string Taking, string Net)
{
    // Beyond this from the middle of the map shapes are torn; nothing so far away is in sight.
    private const double LeastNearness = -0.17;
    private const double Grid = 0.5;
    private const int NetDegrees = 10;

    /// <summary>Draws the land in sight.</summary>
    /// <param name="projection">The projection.</param>
    /// <param name="taking">Places in the countries that take part.</param>
    public static MapLand Of(MapProjection projection, IReadOnlyList<(double Latitude, double Longitude)> taking)
    {
        ArgumentNullException.ThrowIfNull(projection);
        var names = Outlines.All.Where(o => taking.Any(p => o.Holds(p.Latitude, p.Longitude))).Select(o => o.Country).ToHashSet();
        var (rest, own) = (new StringBuilder(), new StringBuilder());
        foreach (var outline in Outlines.All.Where(o => o.Points.All(p => projection.Nearness(p.Latitude, p.Longitude) > LeastNearness)))
        {
            Append(names.Contains(outline.Country) ? own : rest, projection, outline);
        }

        return new MapLand(rest.ToString(), own.ToString(), NetOf(projection));
    }

    /// <summary>Points on a fine grid, so that neighbours keep their common border, and none twice in a row.</summary>
    private static void Append(StringBuilder path, MapProjection projection, Outline outline)
    {
        var points = outline.Points.Select(p => projection.Of(p.Latitude, p.Longitude)).Select(p => (X: Rounded(p.X), Y: Rounded(p.Y))).ToList();
        if (points.Max(p => p.X) < 0 || points.Min(p => p.X) > projection.Width || points.Max(p => p.Y) < 0 || points.Min(p => p.Y) > projection.Height)
        {
            return;
        }

        var kept = points.Where((p, i) => i == 0 || p != points[i - 1]).ToArray();
        if (kept.Length > 3)
        {
            path.Append('M').AppendJoin('L', kept.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.X:0.#} {p.Y:0.#}"))).Append('Z');
        }
    }

    private static double Rounded(double value) => Math.Round(value / Grid) * Grid;

    private static string NetOf(MapProjection projection)
    {
        var path = new StringBuilder();
        for (var latitude = -80; latitude <= 80; latitude += NetDegrees)
        {
            Line(path, projection, [.. Enumerable.Range(-90, 181).Select(i => ((double)latitude, 2.0 * i))]);
        }

        for (var longitude = -180; longitude < 180; longitude += NetDegrees)
        {
            Line(path, projection, [.. Enumerable.Range(-40, 81).Select(i => (2.0 * i, (double)longitude))]);
        }

        return path.ToString();
    }

    private static void Line(StringBuilder path, MapProjection projection, (double Latitude, double Longitude)[] points)
    {
        var isDown = false;
        foreach (var (latitude, longitude) in points)
        {
            var (x, y) = projection.Of(latitude, longitude);
            var isSeen = projection.Nearness(latitude, longitude) > 0 && x > -40 && x < projection.Width + 40 && y > -40 && y < projection.Height + 40;
            if (isSeen)
            {
                path.Append(isDown ? 'L' : 'M').Append(string.Create(CultureInfo.InvariantCulture, $"{x:0} {y:0}"));
            }

            isDown = isSeen;
        }
    }
}
