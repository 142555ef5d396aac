using CorridorSim.Model.Rules;
using CsCheck;
using static CorridorSim.Model.Tests.Rules.Rule;

namespace CorridorSim.Model.Tests.Rules;

/// <summary>Perception, submodel 2 of the model's description.</summary>
public sealed class PerceptionTests
{
    private static readonly Gen<double> Log = Gen.Double[-5, 0];

    [Theory]
    [InlineData(-2, -1, 0, -2)]
    [InlineData(-2, -1, 0.25, -1.75)]
    [InlineData(-2, -1, 1, -1)]
    public void What_is_seen_follows_what_is(double seen, double actual, double share, double after) =>
        Assert.Equal(after, One(Perception.Follow(Each(seen), Each(actual), Each(share))), 12);

    [Theory]
    [InlineData(-1, -3, 0, -1)]
    [InlineData(-1, -3, 0.5, -2)]
    [InlineData(-1, -3, 1, -3)]
    [InlineData(-3, -1, 1, -3)]
    public void An_announcement_pulls_down_by_its_weight_and_never_up(double seen, double face, double weight, double after) =>
        Assert.Equal(after, One(Perception.UnderAnnouncement(Each(seen), Each(face), Each(weight))), 12);

    /// <summary>w exp(-kappa dt max(0, max(ln S, s) - f)) with dt a quarter of a month.</summary>
    [Theory]
    [InlineData(0.8, -3, -1, -2, 1, 0.48522452777010675)]
    [InlineData(0.8, -3, -2, -1, 1, 0.48522452777010675)]
    [InlineData(0.8, -1, -2, -3, 1, 0.8)]
    [InlineData(0.8, -3, -1, -2, 0, 0.8)]
    [InlineData(0, -3, -1, -2, 1, 0)]
    public void Contradiction_wears_an_announcement_off(double weight, double face, double actual, double seen, double rate, double after) =>
        Assert.Equal(after, One(Perception.Decay(Each(weight), Each(face), Each(actual), Each(seen), Each(rate))), 12);

    [Fact]
    public void Weights_stay_shares_and_nobody_sees_more_than_before_the_announcement() =>
        Gen.Select(Share, Log, Log, Log, Gen.Double[0, 10]).Sample((weight, face, actual, seen, rate) =>
        {
            Assert.InRange(One(Perception.Decay(Each(weight), Each(face), Each(actual), Each(seen), Each(rate))), 0, weight);
            Assert.True(One(Perception.UnderAnnouncement(Each(seen), Each(face), Each(weight))) <= seen + 1e-12);
        });
}
