using CorridorSim.Model.Rules.Time;
using CsCheck;

namespace CorridorSim.Model.Tests.Rules.Time;

/// <summary>Push shocks: submodel 10 of the model's description.</summary>
public sealed class ShockProcessTests
{
    [Theory]
    [InlineData(2, 1, 0, 1)]
    [InlineData(2, 1, 1, 2)]
    [InlineData(2, 1, 0.36, 2)]
    [InlineData(0, 0, 0.5, 0)]
    public void An_innovation_is_partly_that_of_all(double common, double own, double share, double z) =>
        Assert.Equal(z, ShockProcess.Innovation(common, own, share), 12);

    [Fact]
    public void The_parts_make_a_variance_of_one() =>
        Gen.Double[0, 1].Sample(share =>
        {
            var (common, own) = (ShockProcess.Innovation(1, 0, share), ShockProcess.Innovation(0, 1, share));
            Assert.Equal(1, (common * common) + (own * own), 1e-12);
        });

    /// <summary>a x + s sqrt(1 - a^2) z.</summary>
    [Theory]
    [InlineData(0.5, 0.3, 0, 2, 0.6)]
    [InlineData(0.5, 0.3, 1, 2, 0.5)]
    [InlineData(0.5, 0.3, 0.6, 2, 0.78)]
    [InlineData(0.5, 0.3, -0.6, 2, 0.18)]
    [InlineData(0.5, 0, 0.6, 2, 0.3)]
    [InlineData(0, 0.3, 0.6, 0, 0)]
    [InlineData(0.5, 0.3, 1.2, 2, 0.6)]
    public void A_month_keeps_a_part_of_the_last_and_brings_something_new(double shock, double spread, double persistence, double innovation, double next) =>
        Assert.Equal(next, ShockProcess.Next(shock, spread, persistence, innovation), 12);

    [Theory]
    [InlineData(0.3, 2, 0.6)]
    [InlineData(0, 2, 0)]
    [InlineData(0.3, 0, 0)]
    public void The_first_month_is_drawn_from_the_long_run(double spread, double innovation, double first) =>
        Assert.Equal(first, ShockProcess.First(spread, innovation), 12);

    /// <summary>a^2 s^2 + s^2 (1 - a^2) = s^2: the spread is that of every month.</summary>
    [Fact]
    public void The_spread_stays() =>
        Gen.Select(Gen.Double[0.01, 2], Gen.Double[-0.99, 0.99]).Sample((spread, persistence) =>
        {
            var kept = ShockProcess.Next(spread, spread, persistence, 0);
            var added = ShockProcess.Next(0, spread, persistence, 1);
            Assert.Equal(spread, Math.Sqrt((kept * kept) + (added * added)), 1e-12);
        });
}
