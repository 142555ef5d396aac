using CorridorSim.Model.Lanes;
using CorridorSim.Model.Rules.Routes;
using CsCheck;

namespace CorridorSim.Model.Tests.Rules.Routes;

public sealed class BorderOutcomeTests
{
    private static readonly Gen<double> Share = Gen.OneOf(Gen.Double[0, 1], Gen.Const(0.0), Gen.Const(1.0));

    [Fact]
    public void Everybody_evades_is_released_is_removed_or_is_sent_back_for_good() =>
        Gen.Select(Share, Share, Share, Share, Gen.Double[0, 0.99]).Sample((e, q, r, rho, tau) =>
        {
            var outcome = Of(e, q, r, rho, tau);
            var (evaded, released, removed) = (outcome.Evaded[0], outcome.Released[0], outcome.Removed[0]);
            var turnedAway = outcome.Expelled[0] + outcome.Returned[0];
            Assert.Equal((1 - tau) * turnedAway, outcome.TurnedAway[0], 1e-9);
            Assert.Equal(1, evaded + released + removed + outcome.TurnedAway[0], 1e-9);
            Assert.Equal(outcome.Attempts[0], 1 + (tau * turnedAway), 1e-6);
            Assert.InRange(outcome.Success[0], 0.005, 0.999);
        });

    /// <summary>k = 1 / (1 - tau (1 - e)(1 - (1 - q)(1 - r))) and S = k (e + (1 - e)(1 - q)(1 - r) rho), kept within its bounds.</summary>
    [Theory]
    [InlineData(0.1, 0.5, 0, 1, 0, 1, 0.55)]
    [InlineData(0.2, 0.5, 0.5, 0.8, 0.5, 1 / 0.7, 0.36 / 0.7)]
    [InlineData(0, 0.5, 0, 1, 0.5, 4.0 / 3, 2.0 / 3)]
    [InlineData(0, 1, 0, 1, 0.5, 2, 0.005)]
    [InlineData(0, 1, 0, 1, 0.99, 100, 0.005)]
    [InlineData(0, 0, 1, 1, 0.5, 2, 0.005)]
    [InlineData(1, 1, 1, 0, 0.5, 1, 0.999)]
    [InlineData(0, 0, 0, 0, 0.5, 1, 0.005)]
    public void Who_tries_again_attempts_more_often_and_succeeds_more_often(
        double evasion, double expulsion, double returning, double release, double retry, double attempts, double success)
    {
        var outcome = Of(evasion, expulsion, returning, release, retry);

        Assert.Equal(attempts, outcome.Attempts[0], 9);
        Assert.Equal(success, outcome.Success[0], 9);
    }

    [Fact]
    public void A_harder_border_never_lets_more_in() =>
        Gen.Select(Share, Share, Share, Gen.Double[0, 0.9], Gen.Double[0, 0.99]).Sample((evasion, expulsion, returning, release, retry) =>
        {
            var usual = Of(evasion, expulsion, returning, release + 0.1, retry).Success[0];

            Assert.True(Of(evasion, expulsion, returning, release, retry).Success[0] <= usual + 1e-12);
            Assert.True(Of(evasion * 0.9, expulsion, 1, release, retry).Success[0] <= Of(evasion, expulsion, 1, release, retry).Success[0] + 1e-12);
        });

    /// <summary>By hand: of 0.9 encountered 0.45 are expelled, 0.09 returned, 0.288 released and 0.072 removed.</summary>
    [Fact]
    public void The_order_is_health_order_then_custody_then_release_or_removal()
    {
        var outcome = Of(0.1, 0.5, 0.2, 0.8, 0);

        Assert.Equal([0.1, 0.45, 0.09, 0.288, 0.072], new[] { outcome.Evaded[0], outcome.Expelled[0], outcome.Returned[0], outcome.Released[0], outcome.Removed[0] }, (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.Equal(0.388, outcome.Success[0], 12);
    }

    private static BorderOutcome Of(double evasion, double expulsion, double returning, double release, double retry) =>
        new(Lane(evasion), Lane(expulsion), Lane(returning), Lane(release), Lane(retry));

    private static LaneVector Lane(double value) => LaneMath.Of(value);
}
