using CorridorSim.Analysis.Words;

namespace CorridorSim.Analysis.Tests.Words;

public sealed class FigureTextTests
{
    [Theory]
    [InlineData(35.4, "persons", "35")]
    [InlineData(2.5, "events", "3")]
    [InlineData(0.49, "persons/month", "about 0")]
    [InlineData(62.5, "persons/year", "63")]
    [InlineData(0, "persons", "0")]
    [InlineData(1_250_000.4, "persons", "1,250,000")]
    [InlineData(1.234, "months", "1.23")]
    [InlineData(0.05034, "share", "5.03%")]
    [InlineData(double.NaN, "persons", "\u2013")]
    public void People_and_events_are_whole_and_other_figures_have_three_digits(double value, string unit, string shown) =>
        Assert.Equal(shown, FigureText.Level(value, unit));

    [Theory]
    [InlineData(35.4, "persons", "+35")]
    [InlineData(-35.6, "persons", "\u221236")]
    [InlineData(0.2, "persons", "about 0")]
    [InlineData(-0.2, "persons", "about 0")]
    [InlineData(0, "persons", "0")]
    [InlineData(0.0503, "share", "+5.03 points")]
    public void A_difference_has_a_sign_where_something_is_left_of_it(double value, string unit, string shown) =>
        Assert.Equal(shown, FigureText.Difference(value, unit));

    [Theory]
    [InlineData(-1.4, 0.1, "persons", "\u22121 to about 0")]
    [InlineData(0.0503, 0.06, "share", "+5.03 to +6.00")]
    [InlineData(double.NaN, double.NaN, "persons", "\u2013")]
    public void An_interval_has_both_ends(double lower, double upper, string unit, string shown) => Assert.Equal(shown, FigureText.Differences(lower, upper, unit));
}
