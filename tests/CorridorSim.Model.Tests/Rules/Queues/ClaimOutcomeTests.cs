using CorridorSim.Model.Rules.Queues;
using CsCheck;

using static CorridorSim.Model.Tests.Rules.Rule;

namespace CorridorSim.Model.Tests.Rules.Queues;

/// <summary>Decisions and appeals: submodel 13 of the model's description.</summary>
public sealed class ClaimOutcomeTests
{
    /// <summary>By hand: of 1000, 100 are withdrawn; 360 of 900 granted; half of 540 appeal; of 90 + 270 a quarter is heard, a third allowed.</summary>
    [Fact]
    public void Claims_are_withdrawn_granted_refused_and_appealed()
    {
        var claims = Of(1000, 0.1, 0.4, 90, 0.5, 0.75, 1.0 / 3);

        Assert.Equal(100, One(claims.Withdrawn), 9);
        Assert.Equal(900, One(claims.Decided), 9);
        Assert.Equal(360, One(claims.Granted), 9);
        Assert.Equal(540, One(claims.Refused), 9);
        Assert.Equal(270, One(claims.Lodged), 9);
        Assert.Equal(90, One(claims.Determined), 9);
        Assert.Equal(30, One(claims.Allowed), 9);
        Assert.Equal(330, One(claims.RefusedForGood), 9);
    }

    [Theory]
    [InlineData(1, 0.5, 0, 0, 0)]
    [InlineData(0, 1, 0, 0, 0)]
    [InlineData(0, 0, 1000, 0, 500)]
    [InlineData(0, 0, 1000, 1, 0)]
    public void All_or_none_may_be_withdrawn_granted_or_allowed(double withdrawal, double grant, double refused, double allowedShare, double forGood)
    {
        var claims = Of(1000, withdrawal, grant, 0, 0.5, 1e300, allowedShare);

        Assert.Equal(refused, One(claims.Refused), 9);
        Assert.Equal(refused / 2, One(claims.RefusedForGood), 9);
        Assert.Equal(allowedShare == 0 ? forGood : 0, allowedShare == 0 ? One(claims.RefusedForGood) : One(claims.Allowed), 9);
    }

    [Fact]
    public void An_appeal_without_a_wait_is_heard_at_once_and_one_without_end_never()
    {
        Assert.Equal(590, One(Of(1000, 0, 0, 90, 0.5, 0, 0).Determined), 9);
        Assert.Equal(0, One(Of(1000, 0, 0, 90, 0.5, 1e300, 0).Determined), 9);
    }

    [Fact]
    public void Nobody_is_lost() =>
        Gen.Select(Persons, Share, Share, Persons, Share, Months, Share).Sample((taken, withdrawal, grant, appealing, lodged, months, allowed) =>
        {
            var claims = Of(taken, withdrawal, grant, appealing, lodged, months, allowed);
            var waiting = appealing + One(claims.Lodged) - One(claims.Determined);

            Assert.True(waiting >= -1e-9 * (taken + appealing));
            Assert.True(One(claims.RefusedForGood) >= -1e-9 * (taken + appealing));
            Assert.Equal(
                taken + appealing,
                One(claims.Withdrawn) + One(claims.Granted) + One(claims.Allowed) + One(claims.RefusedForGood) + waiting,
                1e-5);
        });

    private static ClaimOutcome Of(double taken, double withdrawal, double grant, double appealing, double lodged, double months, double allowed) =>
        new(Each(taken), Each(withdrawal), Each(grant), Each(appealing), new AppealTerms(Each(lodged), Each(months), Each(allowed)));
}
