using CorridorSim.Model.Rules.Time;
using CsCheck;

using static CorridorSim.Model.Tests.Rules.Rule;

namespace CorridorSim.Model.Tests.Rules.Time;

/// <summary>The season of a leg: submodel 14 of the model's description.</summary>
public sealed class SeasonWaveTests
{
    /// <summary>a cos(2 pi m / 12) + b sin(2 pi m / 12) with m = 0 in January.</summary>
    [Theory]
    [InlineData(0.4, 0, 0, 0.4)]
    [InlineData(0.4, 0, 3, 0)]
    [InlineData(0.4, 0, 6, -0.4)]
    [InlineData(0.4, 0, 9, 0)]
    [InlineData(0, 0.4, 0, 0)]
    [InlineData(0, 0.4, 3, 0.4)]
    [InlineData(0, 0.4, 6, 0)]
    [InlineData(0, 0.4, 9, -0.4)]
    [InlineData(0.4, 0, 2, 0.2)]
    [InlineData(0, 0.4, 1, 0.2)]
    [InlineData(0, 0, 5, 0)]
    public void January_and_April_have_what_is_stated(double january, double april, int month, double appeal) =>
        Assert.Equal(appeal, One(SeasonWave.Of(Each(january), Each(april), month)), 12);

    [Fact]
    public void It_is_the_wave_of_the_formula_in_each_month() =>
        Gen.Select(Gen.Double[-2, 2], Gen.Double[-2, 2], Gen.Int[0, 11]).Sample((january, april, month) =>
            Assert.Equal(
                (january * Math.Cos(Math.PI * month / 6)) + (april * Math.Sin(Math.PI * month / 6)),
                One(SeasonWave.Of(Each(january), Each(april), month)),
                1e-12));

    [Fact]
    public void Over_a_year_it_adds_nothing() =>
        Gen.Select(Gen.Double[-2, 2], Gen.Double[-2, 2]).Sample((january, april) =>
            Assert.Equal(0, Enumerable.Range(0, 12).Sum(m => One(SeasonWave.Of(Each(january), Each(april), m))), 1e-12));
}
