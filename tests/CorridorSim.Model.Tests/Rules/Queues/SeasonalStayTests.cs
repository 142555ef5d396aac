using CorridorSim.Model.Rules.Queues;
using CsCheck;

using static CorridorSim.Model.Tests.Rules.Rule;

namespace CorridorSim.Model.Tests.Rules.Queues;

/// <summary>People who come for a season: submodel 6 of the model's description.</summary>
public sealed class SeasonalStayTests
{
    /// <summary>N a / A, at most the rest.</summary>
    [Theory]
    [InlineData(100, 30, 120, 100, 25)]
    [InlineData(100, 120, 120, 100, 100)]
    [InlineData(100, 0, 120, 100, 0)]
    [InlineData(100, 90, 120, 40, 40)]
    [InlineData(100, 0, 0, 100, 0)]
    [InlineData(0, 30, 120, 0, 0)]
    public void Of_who_arrives_the_part_of_the_seasonal_among_those_to_come_is_for_the_season(double arriving, double seasonal, double all, double rest, double workers) =>
        Assert.Equal(workers, One(SeasonalStay.Arriving(Each(arriving), Each(seasonal), Each(all), Each(rest))), 12);

    [Theory]
    [InlineData(100, 30, 70)]
    [InlineData(100, 100, 0)]
    [InlineData(100, 130, 0)]
    public void Who_has_arrived_is_no_longer_to_come(double admitted, double arrived, double left) =>
        Assert.Equal(left, One(SeasonalStay.ToCome(Each(admitted), Each(arrived))));

    [Theory]
    [InlineData(80, true, 0)]
    [InlineData(80, false, 80)]
    [InlineData(0, false, 0)]
    public void The_season_of_all_ends_at_once(double workers, bool isOn, double ending) =>
        Assert.Equal(ending, One(SeasonalStay.Ending(Each(workers), Mask(isOn))));

    [Fact]
    public void All_who_were_admitted_for_a_season_come_for_it_when_all_have_arrived() =>
        Gen.Select(Gen.Double[1, 1e6], Share, Gen.Double[0.05, 1]).Sample((admitted, part, share) =>
        {
            var (toCome, seasonal, workers) = (Each(admitted), Each(admitted * part), 0.0);
            for (var tick = 0; tick < 2000; tick++)
            {
                var arriving = toCome * Each(share);
                var now = SeasonalStay.Arriving(arriving, seasonal, toCome, arriving);
                workers += One(now);
                (toCome, seasonal) = (SeasonalStay.ToCome(toCome, arriving), SeasonalStay.ToCome(seasonal, now));
            }

            Assert.Equal(admitted * part, workers, 1e-6 * admitted);
        });
}
