using CorridorSim.Model.Rules.Routes;
using CsCheck;

using static CorridorSim.Model.Tests.Rules.Rule;

namespace CorridorSim.Model.Tests.Rules.Routes;

/// <summary>What a neighbour takes of expulsions and returns: submodel 1 of the model's description.</summary>
public sealed class NeighbourReturnsTests
{
    /// <summary>By hand: of 100 encountered q are expelled and (1 - q) r returned; the neighbour takes the share a of its part n.</summary>
    [Theory]
    [InlineData(0.4, 0.5, 1, 1, 0.4, 0.5)]
    [InlineData(0.4, 0.5, 0, 0, 0.4, 0.5)]
    [InlineData(0.4, 0.5, 1, 0, 0, 0)]
    [InlineData(0.4, 0.5, 1, 0.5, 0.2, 0.15 / 0.8)]
    [InlineData(0.4, 0.5, 0.5, 0, 0.2, 0.15 / 0.8)]
    [InlineData(1, 0.5, 1, 1, 1, 0)]
    [InlineData(0, 1, 1, 1, 0, 1)]
    [InlineData(0, 0, 1, 1, 0, 0)]
    public void Both_shrink_by_what_is_not_accepted(double expulsion, double returning, double toNeighbour, double accepted, double expelled, double returned)
    {
        var sent = Of(expulsion, returning, toNeighbour, accepted);

        Assert.Equal(expelled, One(sent.Expulsion), 12);
        Assert.Equal(returned, One(sent.Return), 12);
    }

    /// <summary>1000 encounters, 0.4 expelled, half of the rest returned: 700 are sent, n of them to the neighbour.</summary>
    [Theory]
    [InlineData(1, 700)]
    [InlineData(0.5, 350)]
    [InlineData(0, 0)]
    public void The_neighbour_is_asked_for_all_that_the_rules_want_to_send_whatever_it_takes(double toNeighbour, double asked)
    {
        foreach (var accepted in new[] { 0.0, 0.3, 1.0 })
        {
            Assert.Equal(asked, One(Of(0.4, 0.5, toNeighbour, accepted).Asked(Each(1000), Each(toNeighbour))), 9);
        }
    }

    /// <summary>Of 100 to send, n are meant for the neighbour, who takes the share a of them; the others are flown home.</summary>
    [Theory]
    [InlineData(0, 1, 0)]
    [InlineData(1, 1, 1)]
    [InlineData(1, 0.5, 1)]
    [InlineData(1, 0, 0)]
    [InlineData(0.5, 1, 0.5)]
    [InlineData(0.8, 0.25, 0.5)]
    public void Of_those_who_are_sent_the_neighbour_takes_its_part_and_the_others_are_flown_home(double toNeighbour, double accepted, double taken) =>
        Assert.Equal(taken, One(Of(0.4, 0.5, toNeighbour, accepted).ToNeighbour), 12);

    [Fact]
    public void Shares_stay_shares_and_a_neighbour_that_takes_more_leaves_fewer() =>
        Gen.Select(Share, Share, Share, Gen.Double[0, 0.9]).Sample((expulsion, returning, toNeighbour, accepted) =>
        {
            var sent = Of(expulsion, returning, toNeighbour, accepted);
            var more = Of(expulsion, returning, toNeighbour, accepted + 0.1);
            Assert.InRange(One(sent.Expulsion), 0, 1);
            Assert.InRange(One(sent.Return), 0, 1 + 1e-12);
            Assert.InRange(One(sent.ToNeighbour), 0, 1 + 1e-12);
            Assert.True(Kept(more) <= Kept(sent) + 1e-12);
        });

    [Fact]
    public void What_is_sent_is_the_part_of_both_that_is_accepted_or_stays_elsewhere() =>
        Gen.Select(Gen.Double[0, 0.99], Share, Share, Share).Sample((expulsion, returning, toNeighbour, accepted) =>
        {
            var asked = expulsion + ((1 - expulsion) * returning);
            Assert.Equal(asked * (1 - (toNeighbour * (1 - accepted))), 1 - Kept(Of(expulsion, returning, toNeighbour, accepted)), 1e-9);
        });

    private static double Kept(NeighbourReturns sent) => (1 - One(sent.Expulsion)) * (1 - One(sent.Return));

    private static NeighbourReturns Of(double expulsion, double returning, double toNeighbour, double accepted) =>
        new(Each(expulsion), Each(returning), Each(toNeighbour), Each(accepted));
}
