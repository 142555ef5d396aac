using CorridorSim.Model.Engine;
using CorridorSim.Model.Inputs;
using CorridorSim.Model.Lanes;
using CorridorSim.Model.Tests.Worlds;

namespace CorridorSim.Model.Tests.Engine;

/// <summary>Push shocks as they are drawn for the lanes of a block.</summary>
public sealed class PushShocksTests
{
    private const int Months = 120;
    private const int Replicates = 64;

    [Fact]
    public void Spread_and_persistence_are_those_of_the_inputs()
    {
        var shocks = Draw(new SmallWorld());
        var values = Lanes(shocks, 0).SelectMany(lane => lane).ToArray();
        var pairs = Lanes(shocks, 0).SelectMany(lane => lane.Zip(lane.Skip(1), (a, b) => a * b)).Average();

        var variance = values.Average(v => v * v);
        // 7,680 values with a memory of 0.7 are worth some 1,350 without.
        Assert.InRange(Math.Sqrt(variance), 0.28, 0.32);
        Assert.InRange(pairs / variance, 0.65, 0.75);
    }

    [Fact]
    public void All_variants_of_a_replicate_meet_the_same_shocks()
    {
        var world = new SmallWorld().Declare();
        var experiment = world.Experiment(8, Months, 7, world.Variant("a"), world.Variant("b", ("eta", 0.1)));
        var shocks = Draw(experiment);

        for (var row = 0; row < shocks.Rows; row++)
        {
            Assert.Equal(shocks[row, 0], shocks[row, 1]);
        }
    }

    [Theory]
    [InlineData(0, -0.15, 0.15)]
    [InlineData(0.5, 0.35, 0.65)]
    [InlineData(1, 1 - 1e-12, 1 + 1e-12)]
    public void What_nationalities_have_in_common_is_the_share(double share, double least, double greatest)
    {
        var world = new SmallWorld().Declare();
        var shocks = Draw(world.Experiment(Replicates, Months, 7, world.Variant("set", ("common-shocks", share))));
        var (first, second) = (Lanes(shocks, 0).SelectMany(l => l).ToArray(), Lanes(shocks, 1).SelectMany(l => l).ToArray());

        var correlation = first.Zip(second, (a, b) => a * b).Sum() / Math.Sqrt(first.Sum(a => a * a) * second.Sum(b => b * b));

        Assert.InRange(correlation, least, greatest);
    }

    [Fact]
    public void Without_a_spread_there_is_no_shock() =>
        Assert.All(Draw(new SmallWorld { ShockSpread = 0 }).Values.ToArray(), v => Assert.Equal(0, v));

    [Fact]
    public void Known_months_are_as_they_are_known_and_the_others_go_on_from_there()
    {
        var world = new SmallWorld().Declare();
        var known = new KnownShocks(3, [.. Enumerable.Range(0, 8).Select(r => new double[] { 1, 2, 3, -1, -2, -3 })]);
        var shocks = Draw(world.Experiment(8, 6) with { KnownShocks = known });

        Assert.Equal([1, 2, 3], Enumerable.Range(0, 3).Select(m => shocks.Lane(m, 5)));
        Assert.Equal([-1, -2, -3], Enumerable.Range(0, 3).Select(m => shocks.Lane(6 + m, 5)));
        // 0.7 of 3 and an innovation of spread 0.3 x sqrt(1 - 0.49).
        Assert.All(Enumerable.Range(0, 8), lane => Assert.InRange(shocks.Lane(3, lane), 2.1 - 1, 2.1 + 1));
    }

    private static IEnumerable<double[]> Lanes(LaneTable shocks, int nationality) =>
        Enumerable.Range(0, shocks.Lanes).Select(lane => Enumerable.Range(0, Months).Select(m => shocks.Lane((nationality * Months) + m, lane)).ToArray());

    private static LaneTable Draw(SmallWorld world) => Draw(world.Declare().Experiment(Replicates, Months));

    private static LaneTable Draw(Experiment experiment)
    {
        var lanes = new LaneRange(0, (int)experiment.Lanes);
        return PushShocks.Draw(experiment, lanes, LaneInputs.Draw(experiment, lanes));
    }
}
