using System.Runtime.Intrinsics;
using CorridorSim.Model.Lanes;
using CorridorSim.Model.Rules;
using CsCheck;

namespace CorridorSim.Model.Tests.Rules;

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
            Assert.Equal(1, evaded + released + removed + ((1 - tau) * turnedAway), 9);
            Assert.Equal(outcome.Attempts[0], 1 + (tau * turnedAway), 6);
            Assert.InRange(outcome.Success[0], 0.005, 0.999);
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

    private static Vector512<double> Lane(double value) => LaneMath.Of(value);
}
