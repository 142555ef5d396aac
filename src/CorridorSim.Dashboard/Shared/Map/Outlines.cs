using System.Globalization;

namespace CorridorSim.Dashboard.Shared.Map;

/// <summary>Outlines of all countries, from the table that the program carries: Natural Earth 1:50m, public domain.</summary>
internal static class Outlines
{
    private const string Resource = "outlines.csv";

    /// <summary>The outlines, islands and parts of a country each for itself.</summary>
    public static IReadOnlyList<Outline> All { get; } = Read();

    private static Outline[] Read()
    {
        using var reader = new StreamReader(typeof(Outlines).Assembly.GetManifestResourceStream(Resource)!);
        return [.. reader.ReadToEnd().Split('\n').Where(l => l.Length > 0 && l[0] != '#').Skip(1).Select(Parse)];
    }

    // code,"name",ring,points
    private static Outline Parse(string line)
    {
        var name = line[(line.IndexOf('"', StringComparison.Ordinal) + 1)..line.LastIndexOf('"')];
        double[] numbers = [.. line[(line.LastIndexOf(',') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(n => double.Parse(n, CultureInfo.InvariantCulture))];
        return new Outline(name, [.. numbers.Chunk(2).Select(p => (Latitude: p[1], Longitude: p[0]))]);
    }
}

/// <summary>A part of a country.</summary>
/// <param name="Country">Name of the country.</param>
/// <param name="Points">Its coast and borders, closed.</param>
internal sealed record Outline(string Country, IReadOnlyList<(double Latitude, double Longitude)> Points)
{
    /// <summary>Whether a point lies inside: a ray to the east crosses the outline an odd number of times.</summary>
    public bool Holds(double latitude, double longitude)
    {
        var isInside = false;
        for (int i = 0, j = Points.Count - 1; i < Points.Count; j = i++)
        {
            var (a, b) = (Points[i], Points[j]);
            isInside ^= a.Latitude > latitude != b.Latitude > latitude
                && longitude < ((b.Longitude - a.Longitude) * (latitude - a.Latitude) / (b.Latitude - a.Latitude)) + a.Longitude;
        }

        return isInside;
    }
}
