using CorridorSim.Model.Engine;
using CorridorSim.Model.Inputs;
using CorridorSim.Model.Lanes;
using CorridorSim.Model.Policy;
using CorridorSim.Model.Recording;
using CorridorSim.Scenarios.Diagnostics;
using CorridorSim.Scenarios.Worlds;

namespace CorridorSim.Scenarios.Tests.Worlds;

public sealed class AmericasWorldTests
{
    [Fact]
    public void Americas_loads_without_diagnostics()
    {
        var bag = new DiagnosticBag();

        var world = WorldFolder.Load(WorldCopy.Americas(), bag);

        Assert.Empty(bag.Sorted);
        Assert.NotNull(world);
        Assert.Equal(31, world.Countries.Count);
        Assert.Equal(17, world.Nationalities.Count);
        Assert.True(world.Communities.Count >= 35);
        Assert.Equal(5, world.Routes.Count);
        Assert.Contains(world.Channels, c => c.Id == "usa-resettlement");
        Assert.Equal(64, world.ContentHash.Length);
    }

    [Theory]
    [InlineData("legs.COL>PAN.days", "days")]
    [InlineData("communities.VEN@COL.persons", "persons")]
    [InlineData("borders.MEX>USA.VEN.expulsion-share", "share")]
    [InlineData("channels.usa-resettlement.places", "persons/month")]
    [InlineData("behaviour.visa-penalty", "log units")]
    [InlineData("nationality.VEN.pull", "log units")]
    public void Inputs_have_readable_paths(string path, string unit)
    {
        var world = Load();

        Assert.True(world.Slots.TryFind(path, out var slot));
        Assert.Equal(unit, world.Slots[slot].Unit);
    }

    [Fact]
    public void People_who_cross_the_Darien_are_met_in_the_same_tick()
    {
        var world = Load();
        var plan = world.ToPlan([], []);

        var waves = WaveOrder.Of(plan).ToDictionary(p => p.Name, p => p.Wave);

        foreach (var leg in plan.Routes.SelectMany(r => r.Legs).Distinct().Select(l => plan.Legs[l.Index]))
        {
            var (from, to) = (plan.Places[leg.Origin].Country, plan.Places[leg.Destination].Country);
            Assert.True(from == to || waves[plan.Countries[from.Index].Code] < waves[plan.Countries[to.Index].Code], leg.Id);
        }
    }

    [Fact]
    public void Americas_runs_with_closed_ledger_and_people_in_the_Darien()
    {
        var experiment = new Experiment
        {
            World = Load().ToPlan([], []),
            Variants = [new Variant("base", [])],
            Replicates = 8,
            Seed = 1,
            FirstMonth = CalendarMonth.Of(2021, 1),
            Months = 2,
        };

        var result = BlockSimulation.Run(BlockPlan.Compile(experiment), new LaneRange(0, 8), TestContext.Current.CancellationToken);

        Assert.Empty(result.Failures);
        Assert.True(result.LedgerError < 1e-9);
        // The wait of nobody is not a number; everything else is.
        Assert.All(
            result.Series.Zip(result.Values).Where(s => s.First.Key.Variable is not (Indicators.Wait or Indicators.MeanWait)),
            s => Assert.All(s.Second, v => Assert.True(double.IsFinite(v))));
        var entries = result.Series.Select((info, i) => (info, i)).Single(s => s.info.Key.ToString() == "irregular-entries:COL>PAN/ALL").i;
        Assert.All(result.Values[entries], v => Assert.True(v > 0));
    }

    private static WorldDraft Load()
    {
        var bag = new DiagnosticBag();
        return WorldFolder.Load(WorldCopy.Americas(), bag) ?? throw new InvalidOperationException(string.Join("; ", bag.Sorted));
    }
}
