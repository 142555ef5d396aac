namespace CorridorSim.Dashboard.Shared.Map;

/// <summary>
/// Lambert's azimuthal equal-area projection around the middle of a region, fitted into a drawing: a country is as large as it
/// is beside any other, and shapes near the middle stay true.
/// </summary>
/// <param name="Latitude">Latitude of the middle, degrees north.</param>
/// <param name="Longitude">Longitude of the middle, degrees east.</param>
/// <param name="Scale">Length of the drawing per unit of the projection, which is the radius of the earth.</param>
/// <param name="Left">Horizontal place of the middle.</param>
/// <param name="Top">Vertical place of the middle.</param>
/// <param name="Width">Width of the drawing.</param>
/// <param name="Height">Height of the drawing.</param>
public sealed record MapProjection(double Latitude, double Longitude, double Scale, double Left, double Top, double Width, double Height)
{
    private const double FarthestCosine = -0.95;

    /// <summary>Fits points into a drawing of a given width; the height follows from the region, within bounds.</summary>
    public static MapProjection Fit(IReadOnlyCollection<(double Latitude, double Longitude)> points, double width, double leastHeight, double greatestHeight)
    {
        ArgumentNullException.ThrowIfNull(points);
        var (latitude, longitude) = ((points.Min(p => p.Latitude) + points.Max(p => p.Latitude)) / 2, (points.Min(p => p.Longitude) + points.Max(p => p.Longitude)) / 2);
        var places = points.Select(p => Project(latitude, longitude, p.Latitude, p.Longitude)).ToArray();
        var (west, east, south, north) = (places.Min(p => p.X), places.Max(p => p.X), places.Min(p => p.Y), places.Max(p => p.Y));
        var margin = Math.Max(0.06, 0.1 * Math.Max(east - west, north - south));
        var (across, up) = (east - west + (2.6 * margin), north - south + (2 * margin));
        var height = Math.Clamp(width * up / across, leastHeight, greatestHeight);
        var scale = Math.Min(width / across, height / up);
        return new MapProjection(
            latitude, longitude, scale, (width / 2) - (scale * (west + east) / 2), (height / 2) + (scale * (south + north) / 2), width, height);
    }

    /// <summary>Where a point lies in the drawing.</summary>
    public (double X, double Y) Of(double latitude, double longitude)
    {
        var (x, y) = Project(Latitude, Longitude, latitude, longitude);
        return (Left + (Scale * x), Top - (Scale * y));
    }

    /// <summary>Cosine of the angle between a point and the middle: 1 there, 0 a quarter of the globe away.</summary>
    public double Nearness(double latitude, double longitude) => Cosine(Radians(Latitude), Radians(latitude), Radians(longitude - Longitude));

    // The far side of the globe becomes a circle; what lies there is only ever drawn at the edge.
    private static (double X, double Y) Project(double latitude0, double longitude0, double latitude, double longitude)
    {
        var (middle, phi, lambda) = (Radians(latitude0), Radians(latitude), Radians(longitude - longitude0));
        var k = Math.Sqrt(2 / (1 + Math.Max(FarthestCosine, Cosine(middle, phi, lambda))));
        return (k * Math.Cos(phi) * Math.Sin(lambda), k * ((Math.Cos(middle) * Math.Sin(phi)) - (Math.Sin(middle) * Math.Cos(phi) * Math.Cos(lambda))));
    }

    private static double Cosine(double middle, double phi, double lambda) =>
        (Math.Sin(middle) * Math.Sin(phi)) + (Math.Cos(middle) * Math.Cos(phi) * Math.Cos(lambda));

    private static double Radians(double degrees) => degrees * Math.PI / 180;
}
