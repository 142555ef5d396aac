using CorridorSim.Model.Engine;
using CorridorSim.Model.Recording;
using CorridorSim.Model.Tests.Engine;
using CorridorSim.Model.Tests.Worlds;

namespace CorridorSim.Model.Tests.Borders;

public sealed class BorderReturnTests
{
    private const string Border = "TRA>DES";

    [Fact]
    public void Returns_under_ordinary_law_are_no_expulsions_and_removals_are_neither()
    {
        var result = Run(("ALF.expulsion-share", 0), ("BET.expulsion-share", 0), ("ALF.return-share", 0.5), ("BET.return-share", 0.5));

        Assert.Equal(0, Total(result, Indicators.Expulsions));
        var encounters = Total(result, Indicators.EncountersBetweenPorts);
        Assert.Equal(0.5, Total(result, Indicators.BorderReturns) / encounters, 9);
        // Half of the encountered stay; 0.8 of them are released.
        Assert.True(Total(result, Indicators.Removals) >= 0.1 * encounters);
    }

    [Fact]
    public void The_neighbour_takes_no_more_than_it_accepts_of_returns_as_of_expulsions()
    {
        var free = Run(("ALF.return-share", 0.5), ("ALF.neighbour", 1), ("BET.neighbour", 1));
        var capped = Run(("ALF.return-share", 0.5), ("ALF.neighbour", 1), ("BET.neighbour", 1), ("border.acceptance", 50));

        Assert.True(Taken(free) > 50);
        // The cap is held against what was asked for in the tick before: it is met where flows are steady.
        Assert.InRange(Taken(capped), 45, 55);
        Assert.True(Total(capped, Indicators.IrregularArrivals) > Total(free, Indicators.IrregularArrivals));

        static double Taken(BlockResult result) => LastMonth(result, Indicators.Expulsions) + LastMonth(result, Indicators.BorderReturns);
    }

    [Fact]
    public void Who_is_sent_home_who_gives_up_and_who_settles_are_counted_apart()
    {
        var result = Run(("TRA:through.openness", 1));

        Assert.True(BlockSimulationTests.Total(result, Indicators.SentHome, "TRA") > 0);
        Assert.True(BlockSimulationTests.Total(result, Indicators.GivingUp, "TRA") > 0);
        Assert.True(BlockSimulationTests.Total(result, Indicators.SettledOnTheWay, "TRA") > 0);
        Assert.True(BlockSimulationTests.Total(result, Indicators.SentHome, "DES") >= Total(result, Indicators.Removals));
        // A quarter of the detected is sent home by the transit country.
        Assert.Equal(0.25, BlockSimulationTests.Total(result, Indicators.SentHome, "TRA") / BlockSimulationTests.Total(result, Indicators.TransitDetections, "TRA"), 9);
    }

    /// <summary>Whom the neighbour takes decides anew on its side; whom it need not take is flown home.</summary>
    [Fact]
    public void Who_is_sent_to_the_neighbour_waits_there_and_who_is_flown_home_does_not()
    {
        var toNeighbour = Run(("ALF.retry", 0), ("BET.retry", 0), ("ALF.neighbour", 1), ("BET.neighbour", 1), ("ALF.removal", 0), ("BET.removal", 0), ("ALF.release", 1), ("BET.release", 1));
        var flownHome = Run(("ALF.retry", 0), ("BET.retry", 0), ("ALF.neighbour", 0), ("BET.neighbour", 0), ("ALF.removal", 0), ("BET.removal", 0), ("ALF.release", 1), ("BET.release", 1));

        Assert.Equal(0, BlockSimulationTests.Total(toNeighbour, Indicators.SentHome, "DES"), 6);
        Assert.Equal(Total(flownHome, Indicators.Expulsions), BlockSimulationTests.Total(flownHome, Indicators.SentHome, "DES"), 6);
        Assert.True(Waiting(toNeighbour) > Waiting(flownHome));
        Assert.True(Total(toNeighbour, Indicators.Expulsions) > 0);

        static double Waiting(BlockResult result) => BlockSimulationTests.Total(result, Indicators.InTransit, "TRA");
    }

    private static double LastMonth(BlockResult result, string variable) =>
        result.Values[BlockSimulationTests.Index(result, variable, Border)][^1];

    private static double Total(BlockResult result, string variable) => BlockSimulationTests.Total(result, variable, Border);

    private static BlockResult Run(params (string Path, double Value)[] settings)
    {
        var world = new SmallWorld { ShockSpread = 0 }.Declare();
        return BlockSimulationTests.Run(world.Experiment(8, 24, 7, world.Variant("set", settings)));
    }
}
