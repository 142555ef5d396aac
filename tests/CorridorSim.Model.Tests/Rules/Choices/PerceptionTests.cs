using CorridorSim.Model.Rules.Choices;
using CsCheck;

using static CorridorSim.Model.Tests.Rules.Rule;

namespace CorridorSim.Model.Tests.Rules.Choices;

/// <summary>Perception, submodel 2 of the model's description.</summary>
public sealed class PerceptionTests
{
    private static readonly Gen<double> Log = Gen.Double[-5, 0];

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

    /// <summary>It is heard once: in the tick in which it has a weight and had none before.</summary>
    [Theory]
    [InlineData(0, 0, false)]
    [InlineData(1, 0, true)]
    [InlineData(1e-300, 0, true)]
    [InlineData(1, 1, false)]
    [InlineData(0.5, 1, false)]
    [InlineData(0, 1, false)]
    public void An_announcement_is_new_when_it_comes_into_force(double now, double before, bool isNew) =>
        Assert.Equal(isNew, IsSet(Perception.IsNew(Each(now), Each(before))));

    /// <summary>(1 - w) s + w min(f, s) of both, with s = -1: the lower one stands.</summary>
    [Theory]
    [InlineData(-2, 0.5, -3, 0.5, true)]
    [InlineData(-3, 0.5, -2, 0.5, false)]
    [InlineData(-2, 0.5, -2, 0.5, false)]
    [InlineData(-5, 0.1, -2, 0.9, true)]
    [InlineData(-2, 0, -1.1, 0.9, true)]
    [InlineData(-2, 0, -0.5, 0.9, false)]
    public void Only_what_bites_more_takes_the_place_of_what_stands(double face, double weight, double newFace, double newWeight, bool bites) =>
        Assert.Equal(bites, IsSet(Perception.BitesMore(Each(-1), Each(face), Each(weight), Each(newFace), Each(newWeight))));

    [Fact]
    public void Of_two_announcements_at_most_one_bites_more() =>
        Gen.Select(Log, Log, Share, Log, Share).Sample((seen, face, weight, newFace, newWeight) =>
        {
            var first = IsSet(Perception.BitesMore(Each(seen), Each(face), Each(weight), Each(newFace), Each(newWeight)));
            var second = IsSet(Perception.BitesMore(Each(seen), Each(newFace), Each(newWeight), Each(face), Each(weight)));
            Assert.False(first && second);
        });
}
