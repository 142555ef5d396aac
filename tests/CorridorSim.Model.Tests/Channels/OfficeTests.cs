using CorridorSim.Model.Engine;
using CorridorSim.Model.Policy;
using CorridorSim.Model.Recording;
using CorridorSim.Model.Tests.Engine;
using CorridorSim.Model.Tests.Worlds;

namespace CorridorSim.Model.Tests.Channels;

/// <summary>The office of a channel to which people apply, in a small world without shocks.</summary>
public sealed class OfficeTests
{
    private const int Months = 24;

    [Theory]
    [InlineData(10)]
    [InlineData(500)]
    [InlineData(3000)]
    public void Every_applicant_is_admitted_refused_withdrawn_or_waits(double places)
    {
        var result = Run(("parole.places", places));

        for (var month = 1; month < Months; month++)
        {
            double At(string variable) => result.Month(BlockSimulationTests.Index(result, variable, "parole"), month, 0);
            var before = result.Month(BlockSimulationTests.Index(result, Indicators.Queue, "parole"), month - 1, 0);
            Assert.Equal(
                At(Indicators.Queue) - before, At(Indicators.Applications) - At(Indicators.Approvals) - At(Indicators.Refusals) - At(Indicators.Withdrawals), 6);
        }
    }

    [Theory]
    [InlineData(10)]
    [InlineData(200)]
    public void All_places_are_used_while_more_apply(double places)
    {
        var result = Run(("parole.places", places));

        Assert.Equal(places * Months, BlockSimulationTests.Total(result, Indicators.Approvals, "parole"), 6);
    }

    [Theory]
    [InlineData(0.9)]
    [InlineData(0.4)]
    public void Of_those_decided_the_share_is_approved(double share)
    {
        var result = Run(("parole.approval", share));
        var (approved, refused) = (BlockSimulationTests.Total(result, Indicators.Approvals, "parole"), BlockSimulationTests.Total(result, Indicators.Refusals, "parole"));

        Assert.Equal(share, approved / (approved + refused), 9);
    }

    [Fact]
    public void Where_a_channel_closes_all_who_wait_are_sent_away_at_once()
    {
        var world = new SmallWorld { ShockSpread = 0 }.Declare();
        world.Enact(world.Agreement("pact", [world.Provision("close", Combination.Replace, 0, ["parole.places"], SmallWorld.FirstMonth + 6)]));
        var result = Run(world);
        var queue = BlockSimulationTests.Index(result, Indicators.Queue, "parole");

        Assert.True(result.Month(queue, 5, 0) > 0);
        Assert.Equal(0, result.Month(queue, 6, 0));
        Assert.Equal(0, result.Month(BlockSimulationTests.Index(result, Indicators.Approvals, "parole"), 8, 0));
    }

    [Fact]
    public void A_dearer_or_less_valued_channel_draws_fewer()
    {
        var usual = BlockSimulationTests.Total(Run(), Indicators.Applications, "parole");

        Assert.True(BlockSimulationTests.Total(Run(("parole.fee", 2)), Indicators.Applications, "parole") < usual);
        Assert.True(BlockSimulationTests.Total(Run(("parole.appeal", 0)), Indicators.Applications, "parole") < usual);
    }

    /// <summary>Queue over pace, and the decision time: with 200 places and a queue, admitted at the pace of the places.</summary>
    [Fact]
    public void The_wait_is_that_of_the_queue()
    {
        var result = Run(("parole.places", 200));
        var queue = result.Month(BlockSimulationTests.Index(result, Indicators.Queue, "parole"), Months - 1, 0);

        Assert.Equal(0.5 + (queue / 200), result.Month(BlockSimulationTests.Index(result, Indicators.Wait, "parole"), Months - 1, 0), 3);
    }

    [Fact]
    public void Nobody_admitted_is_no_wait() =>
        Assert.Equal(double.NaN, Run(("parole.places", 0)).Month(BlockSimulationTests.Index(Run(("parole.places", 0)), Indicators.Wait, "parole"), 5, 0));

    private static BlockResult Run(params (string Path, double Value)[] settings) => Run(new SmallWorld { ShockSpread = 0 }.Declare(), settings);

    /// <summary>Approvals are counted where the approved arrive later.</summary>
    private static BlockResult Run(SmallWorld world, params (string Path, double Value)[] settings)
    {
        var arrival = world.Slot("arrival", 1);
        var plain = world.Experiment(1, Months, 7, world.Variant("set", settings));
        var experiment = plain with { World = plain.World with { Channels = [.. plain.World.Channels.Select(c => c with { ArrivalMonths = arrival })] } };
        var result = BlockSimulationTests.Run(experiment with { Recorded = [.. BlockPlan.Compile(experiment).AllSeries.Select(s => s.Key)] });
        Assert.Empty(result.Failures);
        return result;
    }
}
