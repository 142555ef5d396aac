using CorridorSim.Model.Policy;
using CorridorSim.Model.Recording;
using CorridorSim.Model.Tests.Engine;
using CorridorSim.Model.Tests.Worlds;

namespace CorridorSim.Model.Tests.Countries;

/// <summary>How clauses join on one input, seen by the places of a channel into which people are named: 1200 a month in the world.</summary>
public sealed class PolicyBookTests
{
    private static readonly int First = SmallWorld.FirstMonth;

    [Fact]
    public void Without_a_clause_the_input_is_that_of_the_world() => Assert.Equal(1200, Places(), 6);

    [Fact]
    public void Additions_add_up() => Assert.Equal(1450, Places(("a", Combination.Add, 100, 0), ("b", Combination.Add, 150, 0)), 6);

    [Fact]
    public void Factors_multiply_each_other() => Assert.Equal(900, Places(("a", Combination.Multiply, 0.5, 0), ("b", Combination.Multiply, 1.5, 0)), 6);

    [Theory]
    [InlineData(0, 1, 500)]
    [InlineData(1, 0, 700)]
    [InlineData(1, 1, 500)]
    public void The_latest_replacement_counts_and_of_two_on_a_day_the_second(int first, int second, double places) =>
        Assert.Equal(places, Places(("a", Combination.Replace, 700, first), ("b", Combination.Replace, 500, second)), 6);

    [Theory]
    [InlineData("abc")]
    [InlineData("cba")]
    [InlineData("bca")]
    public void First_what_replaces_then_what_multiplies_then_what_adds_in_whatever_order_they_are_written(string order)
    {
        var clauses = new Dictionary<char, (string, Combination, double, int)>
        {
            ['a'] = ("a", Combination.Add, 100, 0),
            ['b'] = ("b", Combination.Multiply, 1.5, 0),
            ['c'] = ("c", Combination.Replace, 600, 0),
        };

        Assert.Equal(1000, Places([.. order.Select(c => clauses[c])]), 6);
    }

    [Fact]
    public void No_sum_of_clauses_goes_below_the_least_value_of_the_input() => Assert.Equal(0, Places(("a", Combination.Add, -5000, 0)), 6);

    [Fact]
    public void What_ends_leaves_no_trace()
    {
        var world = World();
        var clause = world.Provision("a", Combination.Replace, 300, ["named.places"], First) with { ToMonth = world.Slot("until", First + 6) };
        world.Enact(world.Agreement("pact", [clause]));

        var admitted = Admissions(world);

        Assert.Equal(300, admitted[3], 6);
        Assert.Equal(1200, admitted[11], 6);
    }

    private static double Places(params (string Id, Combination Combination, double Size, int Month)[] clauses)
    {
        var world = World();
        world.Enact(world.Agreement("pact", [.. clauses.Select(c => world.Provision(c.Id, c.Combination, c.Size, ["named.places"], First + c.Month))]));
        return Admissions(world)[^1];
    }

    private static SmallWorld World() => new SmallWorld { ShockSpread = 0, Named = (_, c) => c }.Declare();

    private static double[] Admissions(SmallWorld world)
    {
        var result = BlockSimulationTests.Run(world.Experiment(1, 12) with { Recorded = [new SeriesKey(Indicators.Admissions, "named", SeriesKey.All)] });
        return result.Values[0];
    }
}
