using CorridorSim.Model.Engine;
using CorridorSim.Model.Indices;
using CorridorSim.Model.Lanes;
using CorridorSim.Model.Tests.Worlds;
using CorridorSim.Model.Worlds;

namespace CorridorSim.Analysis.Tests.Worlds;

/// <summary>The shipped world answers the same however finely its communities are tabled.</summary>
public sealed class AmericasSplittingTests
{
    private const double Tolerance = 1e-9;

    [Theory]
    [InlineData("VEN", "COL")]
    [InlineData("VEN", "VEN")]
    [InlineData("CUB", "CUB")]
    [InlineData("MEX", "MEX")]
    public void Splitting_a_community_into_two_alike_leaves_every_series_unchanged(string nationality, string residence)
    {
        var experiment = AmericasVariants.Parole();
        var world = experiment.World;
        var community = Enumerable.Range(0, world.Communities.Count).Single(c => Lives(world, c) == (nationality, residence));

        var (before, after) = (Run(experiment), Run(experiment with { World = SplitWorld.Community(world, new CommunityIndex(community)) }));

        for (var s = 0; s < before.Series.Count; s++)
        {
            Assert.Equal(before.Series[s].Key, after.Series[s].Key);
            Assert.All(before.Values[s].Zip(after.Values[s]), pair => Assert.True(
                (double.IsNaN(pair.First) && double.IsNaN(pair.Second)) || Math.Abs(pair.First - pair.Second) <= Tolerance * Math.Max(1, Math.Abs(pair.First)), $"{before.Series[s].Key}: {pair.First:R} and {pair.Second:R}"));
        }
    }

    private static (string Nationality, string Residence) Lives(WorldPlan world, int community) =>
        (world.Nationalities[world.Communities[community].Nationality].Code, world.Countries[world.Communities[community].Country.Index].Code);

    private static BlockResult Run(Experiment experiment)
    {
        var result = BlockSimulation.Run(BlockPlan.Compile(experiment), new LaneRange(0, 8));
        Assert.Empty(result.Failures);
        return result;
    }
}
