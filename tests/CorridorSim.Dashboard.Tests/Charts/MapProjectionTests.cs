using CorridorSim.Dashboard.Shared.Map;

namespace CorridorSim.Dashboard.Tests.Charts;

/// <summary>The land of the map: equal areas, countries where they are, nothing torn.</summary>
public sealed class MapProjectionTests
{
    private static readonly (double Latitude, double Longitude)[] Americas = [(39.8, -98.6), (-35.7, -71.5), (8.5, -80.8), (-1.8, -78.2), (18.97, -72.3)];

    [Theory]
    [InlineData(60, -100)]
    [InlineData(0, -80)]
    [InlineData(-40, -65)]
    [InlineData(25, -50)]
    public void A_square_degree_has_the_area_that_it_has_on_the_globe(double latitude, double longitude)
    {
        var projection = MapProjection.Fit(Americas, 900, 460, 720);
        const double Half = 0.5;
        (double X, double Y)[] corners =
        [
            projection.Of(latitude - Half, longitude - Half), projection.Of(latitude - Half, longitude + Half), projection.Of(latitude + Half, longitude + Half), projection.Of(latitude + Half, longitude - Half),
        ];

        var drawn = Math.Abs(corners.Index().Sum(c => (c.Item.X * corners[(c.Index + 1) % 4].Y) - (corners[(c.Index + 1) % 4].X * c.Item.Y))) / 2;
        var onGlobe = Radians(1) * (Math.Sin(Radians(latitude + Half)) - Math.Sin(Radians(latitude - Half))) * projection.Scale * projection.Scale;

        Assert.Equal(1, drawn / onGlobe, 1e-3);
    }

    [Fact]
    public void What_it_is_fitted_to_lies_inside_and_north_is_up()
    {
        var projection = MapProjection.Fit(Americas, 900, 460, 720);

        Assert.All(Americas, p => Assert.InRange(projection.Of(p.Latitude, p.Longitude).X, 0, 900));
        Assert.All(Americas, p => Assert.InRange(projection.Of(p.Latitude, p.Longitude).Y, 0, projection.Height));
        Assert.True(projection.Of(40, -98).Y < projection.Of(-35, -71).Y);
        Assert.True(projection.Of(0, -98).X < projection.Of(0, -71).X);
    }

    [Theory]
    [InlineData("Panama", 8.5, -80.8)]
    [InlineData("United States of America", 39.8, -98.6)]
    [InlineData("Ukraine", 49.0, 31.4)]
    [InlineData("United Kingdom", 52.5, -1.5)]
    [InlineData("Brazil", -14.2, -51.9)]
    public void A_country_is_where_it_is(string country, double latitude, double longitude) =>
        Assert.Equal(country, Assert.Single(Outlines.All, o => o.Holds(latitude, longitude)).Country);

    [Fact]
    public void Land_is_drawn_from_the_middle_of_any_world_without_shapes_torn_over_it()
    {
        foreach (var points in new[] { Americas, [(49.0, 31.4), (52.0, -1.5), (38.0, 24.0)], [(35.0, 104.0), (20.0, 79.0), (-25.0, 134.0)] })
        {
            var projection = MapProjection.Fit(points, 900, 460, 720);
            var land = MapLand.Of(projection, points);

            Assert.NotEmpty(land.Taking);
            Assert.NotEmpty(land.Rest);
            Assert.NotEmpty(land.Net);
            // A torn shape has an edge longer than any real one, which the table resolves to parts of a degree.
            Assert.All((land.Rest + land.Taking).Split('M', StringSplitOptions.RemoveEmptyEntries), ring => Assert.InRange(LongestEdge(ring), 0, 260));
        }
    }

    private static double LongestEdge(string ring)
    {
        (double X, double Y)[] points = [.. ring.TrimEnd('Z').Split('L').Select(p => p.Split(' ')).Select(p => (Number(p[0]), Number(p[1])))];
        return points.Skip(1).Zip(points, (a, b) => Math.Sqrt(Math.Pow(a.X - b.X, 2) + Math.Pow(a.Y - b.Y, 2))).Max();
    }

    private static double Number(string text) => double.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static double Radians(double degrees) => degrees * Math.PI / 180;
}
