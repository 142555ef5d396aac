using CorridorSim.Model.Lanes;
using CorridorSim.Model.Rules.Places;
using CsCheck;

using static CorridorSim.Model.Tests.Rules.Rule;

namespace CorridorSim.Model.Tests.Rules.Places;

/// <summary>Places among claimants: submodels 4 and 6 of the model's description.</summary>
public sealed class PlaceSplitTests
{
    /// <summary>min(need, level) with one level for all, by hand.</summary>
    [Theory]
    [InlineData(90, new double[] { 100, 100, 100 }, new double[] { 30, 30, 30 })]
    [InlineData(90, new double[] { 10, 100, 100 }, new double[] { 10, 40, 40 })]
    [InlineData(90, new double[] { 10, 20, 100 }, new double[] { 10, 20, 60 })]
    [InlineData(200, new double[] { 10, 20, 100 }, new double[] { 10, 20, 100 })]
    [InlineData(0, new double[] { 10, 20, 100 }, new double[] { 0, 0, 0 })]
    [InlineData(90, new double[] { 0, 0, 0 }, new double[] { 0, 0, 0 })]
    [InlineData(1e-6, new double[] { 1e9, 1, 0 }, new double[] { 5e-7, 5e-7, 0 })]
    [InlineData(1e9, new double[] { 1e9, 1, 0 }, new double[] { 999999999, 1, 0 })]
    public void What_one_does_not_need_is_passed_on(double places, double[] needs, double[] given) =>
        Assert.Equal(given, Split(places, needs, [1, 1, 1]), (a, b) => Math.Abs(a - b) <= 1e-9 * Math.Max(1, b));

    [Theory]
    [InlineData(80, new double[] { 100, 100 }, new double[] { 3, 1 }, new double[] { 60, 20 })]
    [InlineData(80, new double[] { 30, 100 }, new double[] { 3, 1 }, new double[] { 30, 50 })]
    [InlineData(80, new double[] { 100, 100 }, new double[] { 1, 0 }, new double[] { 80, 0 })]
    [InlineData(80, new double[] { 0, 100 }, new double[] { 1, 0 }, new double[] { 0, 0 })]
    public void Weights_split_them_and_who_has_none_gets_nothing(double places, double[] needs, double[] weights, double[] given) =>
        Assert.Equal(given, Split(places, needs, weights), (a, b) => Math.Abs(a - b) < 1e-9);

    [Fact]
    public void All_places_are_used_or_all_needs_met_and_nobody_gets_more_than_needed() =>
        Gen.Select(Persons, Persons.Array[1, 6]).Sample((places, needs) =>
        {
            var given = Split(places, needs, [.. needs.Select(_ => 1.0)]);

            for (var i = 0; i < needs.Length; i++)
            {
                Assert.InRange(given[i], 0, needs[i]);
            }

            Assert.Equal(Math.Min(places, needs.Sum()), given.Sum(), Math.Max(1e-6, 1e-9 * places));
        });

    [Fact]
    public void One_level_holds_for_all_who_are_not_satisfied() =>
        Gen.Select(Persons, Persons.Array[2, 6]).Sample((places, needs) =>
        {
            var given = Split(places, needs, [.. needs.Select(_ => 1.0)]);
            var level = given.Max();

            Assert.All(Enumerable.Range(0, needs.Length), i => Assert.Equal(Math.Min(needs[i], level), given[i], Math.Max(1e-6, 1e-9 * places)));
        });

    [Theory]
    [InlineData(0, 10, true)]
    [InlineData(10, 0, true)]
    [InlineData(0, 0, true)]
    [InlineData(10, 10, false)]
    [InlineData(1e-100, 1e-100, false)]
    public void It_is_over_when_nothing_is_left_or_nobody_waits(double left, double weights, bool isOver) =>
        Assert.Equal(isOver, PlaceSplit.IsOver(Each(left), Each(weights)));

    [Fact]
    public void It_is_not_over_while_one_lane_goes_on() =>
        Assert.False(PlaceSplit.IsOver(LaneVector.Create(0.0, 0, 0, 1, 0, 0, 0, 0), Each(1)));

    [Theory]
    [InlineData(5, 100, 5)]
    [InlineData(2e-10, 100, 2e-10)]
    [InlineData(1e-10, 100, 0)]
    [InlineData(-1e-9, 100, 0)]
    [InlineData(0, 0, 0)]
    public void Rounding_is_not_given_out(double left, double scale, double rest) =>
        Assert.Equal(rest, One(PlaceSplit.Left(Each(left), Each(scale))));

    [Theory]
    [InlineData(50, 100, 0.5)]
    [InlineData(200, 100, 1)]
    [InlineData(0, 100, 0)]
    [InlineData(10, 0, 0)]
    public void A_claimant_gets_a_share_of_its_need(double offered, double need, double share) =>
        Assert.Equal(share, One(PlaceSplit.Satisfied(Each(offered), Each(need))));

    private static double[] Split(double places, double[] needs, double[] weights)
    {
        var (left, given) = (Each(places), new double[needs.Length]);
        for (var round = 0; round < needs.Length; round++)
        {
            var counting = Enumerable.Range(0, needs.Length).Select(i => PlaceSplit.Counting(Each(needs[i] - given[i]), Each(weights[i]))).ToArray();
            var sum = counting.Aggregate((a, b) => a + b);
            if (PlaceSplit.IsOver(left, sum))
            {
                break;
            }

            var each = PlaceSplit.PerWeight(left, sum);
            for (var i = 0; i < needs.Length; i++)
            {
                var need = needs[i] - given[i];
                var taken = need * One(PlaceSplit.Satisfied(each * counting[i], Each(need)));
                given[i] = taken == need ? needs[i] : given[i] + taken;
                left -= Each(taken);
            }

            left = PlaceSplit.Left(left, Each(places));
        }

        return given;
    }
}
