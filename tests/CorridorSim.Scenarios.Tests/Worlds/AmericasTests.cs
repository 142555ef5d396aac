using CorridorSim.Scenarios.Diagnostics;
using CorridorSim.Scenarios.Worlds;

namespace CorridorSim.Scenarios.Tests.Worlds;

public sealed class AmericasTests
{
    [Fact]
    public void The_americas_load_without_a_diagnostic()
    {
        var bag = new DiagnosticBag();

        var world = Load(bag);

        Assert.Equal(31, world.Countries.Count);
        Assert.Contains(world.Communities, c => world.CountryCodes[c.Country.Index] == "COL" && world.Nationalities[c.Nationality].Code == "VEN");
    }

    internal static WorldDraft Load(DiagnosticBag bag)
    {
        var world = WorldFolder.Load(Path.Combine(Repository.Scenarios, "worlds", "americas"), bag);
        Assert.Empty(bag.Sorted);
        return world!;
    }
}
