using CorridorSim.Model.Engine;
using CorridorSim.Model.Policy;
using CorridorSim.Model.Recording;
using CorridorSim.Model.Tests.Worlds;

namespace CorridorSim.Model.Tests.Engine;

public sealed class DirectionTests
{
    [Fact]
    public void More_places_raise_admissions_and_lower_the_wait()
    {
        var world = new SmallWorld().Declare();
        var result = BlockSimulationTests.Run(world.Experiment(16, 24, 7, world.Variant("base"), world.Variant("more", ("parole.places", 1500))));

        Assert.All(Difference(result, Indicators.Admissions, "parole"), d => Assert.True(d > 0));
        Assert.All(Difference(result, Indicators.Wait, "parole"), d => Assert.True(d < 0));
    }

    [Fact]
    public void A_visa_by_air_moves_people_to_the_land_route()
    {
        var world = new SmallWorld().Declare();
        var result = Compare(world, [new SeriesKey(Indicators.Awareness, "air", "ALF"), new SeriesKey(Indicators.IrregularArrivals, "TRA>DES", "ALF"), new SeriesKey(Indicators.Deaths, "TRA:through", "ALF")], ("air.0.visa", 1));

        Assert.All(Difference(result, Indicators.IrregularArrivals, "TRA>DES", "ALF"), d => Assert.True(d < 0));
        Assert.All(Difference(result, Indicators.Deaths, "TRA:through", "ALF"), d => Assert.True(d > 0));
    }

    [Fact]
    public void A_higher_expulsion_share_lowers_irregular_arrivals()
    {
        var world = new SmallWorld().Declare();
        var result = BlockSimulationTests.Run(world.Experiment(
            16, 24, 7, world.Variant("base"), world.Variant("expel", ("ALF.expulsion-share", 0.9), ("BET.expulsion-share", 0.9))));

        Assert.All(Difference(result, Indicators.IrregularArrivals, "TRA>DES"), d => Assert.True(d < 0));
    }

    [Fact]
    public void An_announcement_lowers_departures_at_once_and_wears_off_when_outcomes_do_not_confirm_it()
    {
        var world = new SmallWorld { ShockSpread = 0 }.Declare();
        var speech = world.Provision("speech", Combination.Replace, 0.05, [], SmallWorld.FirstMonth + 3, new Announcement(0, [0, 1]));
        world.Enact(world.Agreement("words", [speech]));
        var result = BlockSimulationTests.Run(world.Experiment(
            8, 36, 7, world.Variant("silent", ("speech.in-force", 0)), world.Variant("spoken")) with
        { Recorded = [new SeriesKey(Indicators.PerceivedSuccess, "TRA>DES", "ALF")] });

        var silent = result.Values[0];
        var drop = Enumerable.Range(0, 36).Select(m => silent[(m * 16) + 8] - silent[m * 16]).ToArray();
        Assert.All(drop[..3], d => Assert.Equal(0, d));
        Assert.True(drop[3] < -0.1);
        Assert.True(drop[35] > drop[3] / 2);
    }

    [Fact]
    public void A_cap_that_binds_leaves_a_growing_queue_when_waiting_does_not_deter()
    {
        var world = new SmallWorld { ParolePlaces = 50 }.Declare();
        var result = BlockSimulationTests.Run(world.Experiment(8, 12, 7, world.Variant("patient", ("delta", 0), ("parole.appeal", -1))));

        var queue = result.Values[BlockSimulationTests.Index(result, Indicators.Queue, "parole")];
        Assert.True(queue[11 * 8] > queue[5 * 8]);
        Assert.True(queue[5 * 8] > queue[2 * 8]);
    }

    private static BlockResult Compare(SmallWorld world, SeriesKey[] recorded, params (string Path, double Value)[] settings) =>
        BlockSimulationTests.Run(world.Experiment(16, 24, 7, world.Variant("base"), world.Variant("changed", settings)) with { Recorded = recorded });

    private static double[] Difference(BlockResult result, string variable, string where, string nationality = SeriesKey.All)
    {
        var values = result.Values[result.Series.ToList().FindIndex(s => s.Key == new SeriesKey(variable, where, nationality))];
        var replicates = result.Lanes / 2;
        return [.. Enumerable.Range(0, replicates).Select(r => Sum(r + replicates) - Sum(r))];

        double Sum(int lane) => Enumerable.Range(0, values.Length / result.Lanes).Sum(m => values[(m * result.Lanes) + lane]);
    }
}
