namespace CorridorSim.Dashboard.Map;

/// <summary>Mercator, fitted into a drawing: right angles stay right, and any part of the world between 75 S and 75 N works.</summary>
/// <param name="West">Westernmost longitude shown, degrees.</param>
/// <param name="East">Easternmost longitude, degrees.</param>
/// <param name="South">Southernmost latitude, degrees.</param>
/// <param name="North">Northernmost latitude, degrees.</param>
/// <param name="Width">Width of the drawing.</param>
/// <param name="Height">Height of the drawing.</param>
public sealed record MapProjection(double West, double East, double South, double North, double Width, double Height)
{
    private const double Limit = 75;

    /// <summary>Fits points into a drawing of a given width; the height follows from the region, within bounds.</summary>
    public static MapProjection Fit(IReadOnlyCollection<(double Latitude, double Longitude)> points, double width, double leastHeight, double greatestHeight)
    {
        ArgumentNullException.ThrowIfNull(points);
        var (south, north) = (points.Min(p => p.Latitude), points.Max(p => p.Latitude));
        var (west, east) = (points.Min(p => p.Longitude), points.Max(p => p.Longitude));
        var margin = Math.Max(3, 0.09 * Math.Max(east - west, north - south));
        (south, north) = (Math.Max(-Limit, south - margin), Math.Min(Limit, north + margin));
        (west, east) = (west - (1.3 * margin), east + (1.3 * margin));
        var height = width * (Y(north) - Y(south)) / Radians(east - west);
        if (height < leastHeight)
        {
            return new MapProjection(west, east, south, north, width, leastHeight);
        }

        // Too tall: widen the region so that it is not squeezed.
        var scale = Math.Max(1, height / greatestHeight);
        var extra = (east - west) * (scale - 1) / 2;
        return new MapProjection(west - extra, east + extra, south, north, width, Math.Min(height, greatestHeight));
    }

    /// <summary>Where a point lies in the drawing.</summary>
    public (double X, double Y) Of(double latitude, double longitude)
    {
        var scale = Math.Min(Width / Radians(East - West), Height / (Y(North) - Y(South)));
        var middle = (Y(North) + Y(South)) / 2;
        return ((Width / 2) + (scale * Radians(longitude - ((East + West) / 2))), (Height / 2) - (scale * (Y(Math.Clamp(latitude, -Limit, Limit)) - middle)));
    }

    private static double Radians(double degrees) => degrees * Math.PI / 180;

    private static double Y(double latitude) => Math.Log(Math.Tan((Math.PI / 4) + (Radians(latitude) / 2)));
}
