using CorridorSim.Runs.Files;
using CorridorSim.Runs.Manifests;
using CorridorSim.Runs.Store;

namespace CorridorSim.Runs.Tests.Folders;

public sealed class GeographyTests : IDisposable
{
    private readonly StoredResult _stored = new();

    [Fact]
    public void A_stored_run_tells_where_its_countries_lie_without_its_world()
    {
        var world = _stored.Result.Plan.Experiment.World;

        var geography = _stored.Run.ReadGeography();

        Assert.Equal(world.Countries.Select(c => (c.Code, c.Latitude, c.Longitude)), geography.Countries.Select(c => (c.Code, c.Latitude, c.Longitude)));
        Assert.Equal(world.Channels.Select(c => c.Id), geography.Channels.Select(c => c.Id));
        Assert.All(geography.Channels, c => Assert.NotEmpty(c.OpenTo));
    }

    [Fact]
    public void A_route_visits_each_country_once_and_ends_at_its_destination()
    {
        var world = _stored.Result.Plan.Experiment.World;

        var routes = _stored.Run.ReadGeography().Routes;

        Assert.Equal(world.Routes.Select(r => world.Countries[world.Borders[r.Border].Destination.Index].Code), routes.Select(r => r.Countries[^1]));
        Assert.All(routes, r => Assert.Equal(r.Countries.Distinct(), r.Countries));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"countries":[null],"nationalities":[],"channels":[],"routes":[]}""")]
    [InlineData("""{"countries":[{"code":"A","name":"A","latitude":900,"longitude":0}],"nationalities":[],"channels":[],"routes":[]}""")]
    public void A_damaged_geography_is_one_clear_line(string text)
    {
        File.WriteAllText(_stored.Run.PathOf(StoredRun.GeographyFileName), text);

        var error = Assert.Throws<RunStoreException>(() => GeographyFile.Read(_stored.Run.PathOf(StoredRun.GeographyFileName)));

        Assert.Contains("run the scenario again", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    public void Dispose() => _stored.Dispose();
}
