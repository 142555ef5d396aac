using CorridorSim.Model.Rules.Queues;
using CsCheck;

using static CorridorSim.Model.Tests.Rules.Rule;

namespace CorridorSim.Model.Tests.Rules.Queues;

/// <summary>Visas that nobody uses: submodel 6 of the model's description.</summary>
public sealed class UsedApprovalsTests
{
    [Theory]
    [InlineData(100, 0, 100)]
    [InlineData(100, 0.2, 80)]
    [InlineData(100, 1, 0)]
    public void A_share_of_the_approved_never_travels(double approved, double unused, double travelling) =>
        Assert.Equal(travelling, One(UsedApprovals.Travelling(Each(approved), Each(unused))), 9);

    /// <summary>By hand: of 100 visas 80 will be used, 50 were; 30 are still to come and 20 never will.</summary>
    [Theory]
    [InlineData(100, 50, 0.2, 30, 20)]
    [InlineData(100, 90, 0.2, 0, 10)]
    [InlineData(100, 120, 0.2, 0, 0)]
    [InlineData(0, 0, 0.2, 0, 0)]
    public void Those_still_to_travel_are_the_used_visas_less_the_arrivals(double approved, double arrived, double unused, double still, double never)
    {
        Assert.Equal(still, One(UsedApprovals.StillToTravel(Each(approved), Each(arrived), Each(unused))), 9);
        Assert.Equal(never, One(UsedApprovals.NeverToTravel(Each(approved), Each(arrived), Each(unused))), 9);
    }

    [Fact]
    public void Nobody_is_lost() => Gen.Select(Persons, Share, Share).Sample((approved, part, unused) =>
    {
        var arrived = approved * part;
        var (still, never) = (One(UsedApprovals.StillToTravel(Each(approved), Each(arrived), Each(unused))), One(UsedApprovals.NeverToTravel(Each(approved), Each(arrived), Each(unused))));

        return still >= 0 && never >= 0 && Math.Abs(still + never + arrived - approved) <= 1e-9 * Math.Max(1, approved);
    });
}
