using CorridorSim.Model.Engine;
using CorridorSim.Model.Indices;
using CorridorSim.Model.Recording;
using CorridorSim.Model.Tests.Worlds;
using CorridorSim.Model.Worlds;
using CsCheck;

namespace CorridorSim.Model.Tests.Engine;

/// <summary>An answer does not depend on how finely people and places are tabled.</summary>
public sealed class SplittingTests
{
    private const double Tolerance = 1e-9;

    /// <summary>Worlds with few and many places, empty and full communities, caps that bind and that do not.</summary>
    private static readonly Gen<WorldPlan> Worlds = Gen.Select(
        Gen.OneOf(Gen.Const(1e3), Gen.Const(1e6), Gen.Const(1e8)),
        Gen.OneOf(Gen.Const(0.0), Gen.Double[1, 50], Gen.Double[50, 50_000]),
        Gen.Double[0, 1],
        Gen.Double[0, 1],
        (persons, places, expulsion, openness) => Open(new SmallWorld
        {
            PersonsAtHome = persons,
            ParolePlaces = places,
            ExpulsionShare = expulsion,
            Openness = openness,
        }));

    [Fact]
    public void Splitting_any_community_into_two_alike_leaves_every_series_unchanged() =>
        Gen.Select(Worlds, Gen.Int[0, 2], Gen.ULong).Sample((world, c, seed) => AssertSame(world, SplitWorld.Community(world, new CommunityIndex(c)), seed), iter: 30);

    [Fact]
    public void Splitting_a_country_of_residence_into_two_alike_leaves_every_series_unchanged() =>
        Gen.Select(Worlds, Gen.ULong).Sample((world, seed) => AssertSame(world, SplitWorld.Residence(world, new CommunityIndex(2)), seed), iter: 15);

    [Fact]
    public void Splitting_the_places_of_a_channel_into_two_lots_leaves_every_series_unchanged() =>
        Gen.Select(Worlds, Gen.Int[0, 1], Gen.ULong).Sample((world, k, seed) => AssertSame(world, SplitWorld.Lots(world, k), seed), iter: 15);

    [Fact]
    public void Nationalities_that_want_more_than_there_is_get_the_same_however_many_communities_they_have()
    {
        var result = Run(Open(new SmallWorld { PersonsAtHome = 1e8, ParolePlaces = 100, ShockSpread = 0 }), 7);

        var admitted = Total(result, "ALF");
        Assert.True(admitted > 800);
        Assert.Equal(admitted, Total(result, "BET"), admitted * 1e-3);
    }

    /// <summary>Both channels open to all three communities, two of which are of one nationality.</summary>
    private static WorldPlan Open(SmallWorld small)
    {
        var world = small.Declare().Build();
        return world with { Channels = [.. world.Channels.Select(k => k with { Lots = [.. k.Lots.Select(l => l with { Communities = [new CommunityIndex(0), new CommunityIndex(1), new CommunityIndex(2)] })] })] };
    }

    private static void AssertSame(WorldPlan world, WorldPlan split, ulong seed)
    {
        var (a, b) = (Run(world, seed), Run(split, seed));
        Assert.Empty(a.Failures);
        Assert.Empty(b.Failures);
        var places = b.Series.Select((s, i) => (s.Key, i)).ToDictionary(p => p.Key, p => p.i);
        for (var s = 0; s < a.Series.Count; s++)
        {
            var (before, after) = (a.Values[s], b.Values[places[a.Series[s].Key]]);
            for (var i = 0; i < before.Length; i++)
            {
                Assert.True(
                    (double.IsNaN(before[i]) && double.IsNaN(after[i])) || Math.Abs(before[i] - after[i]) <= Tolerance * Math.Max(1, Math.Abs(before[i])), $"{a.Series[s].Key}, value {i}: {before[i]:R} and {after[i]:R}");
            }
        }
    }

    /// <summary>Records every series there is.</summary>
    private static BlockResult Run(WorldPlan world, ulong seed)
    {
        var experiment = new SmallWorld().Declare().Experiment(8, 18, seed) with { World = world };
        return BlockSimulationTests.Run(experiment with { Recorded = [.. BlockPlan.Compile(experiment).AllSeries.Select(a => a.Key)] });
    }

    private static double Total(BlockResult result, string nationality)
    {
        var series = result.Series.ToList().FindIndex(s => s.Key == new SeriesKey(Indicators.Admissions, "parole", nationality));
        return Enumerable.Range(0, 18).Sum(m => result.Values[series][m * result.Lanes]);
    }
}
