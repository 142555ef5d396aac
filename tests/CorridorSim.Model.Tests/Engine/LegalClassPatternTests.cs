using CorridorSim.Model.Engine;
using CorridorSim.Model.Recording;
using CorridorSim.Model.Tests.Worlds;

namespace CorridorSim.Model.Tests.Engine;

/// <summary>
/// A published pattern (Simon et al., PNAS 2018): restricting the large classes of low-skilled work and family lowers total
/// movement and raises unauthorised movement; restricting students or the high-skilled changes less. Sizes of classes are
/// assumed; sign and order are results of the model. Its diversion is nearly whole here: totals fall by a few per cent of
/// what the unauthorised route gains, so that the order of totals is close while that of the route is wide.
/// </summary>
public sealed class LegalClassPatternTests
{
    private const int Seeds = 32;
    private const double LittleDiversion = 0.25;

    private static readonly (string Id, double Places)[] Classes = [("student", 60), ("high-skilled", 50), ("low-skilled", 500), ("family", 700)];
    private static readonly Lazy<BlockResult> Run = new(() =>
    {
        var world = new SmallWorld { Classes = Classes }.Declare();
        return BlockSimulationTests.Run(world.Experiment(
            Seeds, 36, 7, [world.Variant("open"), .. Classes.Select(c => world.Variant(c.Id, ($"{c.Id}.places", c.Places / 10)))]));
    });

    [Theory]
    [InlineData("low-skilled")]
    [InlineData("family")]
    public void Restricting_a_large_class_lowers_total_movement_and_raises_the_unauthorised_route_in_every_seed(string restricted)
    {
        Assert.All(Effect(restricted), e =>
        {
            Assert.True(e.Total < 0, $"total {e.Total}");
            Assert.True(e.Unauthorised > 0, $"unauthorised {e.Unauthorised}");
        });
    }

    [Theory]
    [InlineData("student", "low-skilled")]
    [InlineData("student", "family")]
    [InlineData("high-skilled", "low-skilled")]
    [InlineData("high-skilled", "family")]
    public void Restricting_a_small_class_changes_less_than_a_large_one_in_every_seed(string small, string large)
    {
        Assert.All(Effect(small).Zip(Effect(large)), pair =>
        {
            Assert.True(Math.Abs(pair.First.Total) < Math.Abs(pair.Second.Total), $"total {pair}");
            Assert.True(Math.Abs(pair.First.Unauthorised) < LittleDiversion * Math.Abs(pair.Second.Unauthorised), $"unauthorised {pair}");
        });
    }

    private static (double Total, double Unauthorised)[] Effect(string restricted)
    {
        var variant = 1 + Array.FindIndex(Classes, c => c.Id == restricted);
        var admitted = Classes.Select(c => Sums(Indicators.Admissions, c.Id)).ToArray();
        var unauthorised = Sums(Indicators.IrregularArrivals, "TRA>DES");
        double Change(double[] sums, int seed) => sums[(variant * Seeds) + seed] - sums[seed];
        return [.. Enumerable.Range(0, Seeds).Select(seed =>
            (admitted.Sum(a => Change(a, seed)) + Change(unauthorised, seed), Change(unauthorised, seed)))];
    }

    /// <summary>Sums over months, one per lane.</summary>
    private static double[] Sums(string variable, string where)
    {
        var lanes = Seeds * (1 + Classes.Length);
        var index = BlockSimulationTests.Index(Run.Value, variable, where);
        return [.. Enumerable.Range(0, lanes).Select(lane => Run.Value.Values[index].Where((_, i) => i % lanes == lane).Sum())];
    }
}
