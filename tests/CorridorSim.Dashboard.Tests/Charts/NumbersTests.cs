using CorridorSim.Dashboard.Shared.Words;

namespace CorridorSim.Dashboard.Tests.Charts;

public sealed class NumbersTests
{
    [Theory]
    [InlineData(0, "0", "0")]
    [InlineData(-0.000001, "\u2212~0", "\u2212~0")]
    [InlineData(0.000001, "~0", "+~0")]
    [InlineData(0.0000906, "0.00009", "+0.00009")]
    [InlineData(-0.1084, "-0.108", "\u22120.108")]
    [InlineData(48.25, "48.3", "+48.3")]
    [InlineData(639.84, "640", "+640")]
    [InlineData(-2028.7, "-2,029", "\u22122,029")]
    [InlineData(double.NaN, "\u2013", "\u2013")]
    public void A_number_shows_as_many_digits_as_matter(double value, string plain, string change)
    {
        Assert.Equal(plain, Numbers.Plain(value));
        Assert.Equal(change, Numbers.WithSign(value));
    }

    [Theory]
    [InlineData(0.3, "0.300")]
    [InlineData(2, "2.000")]
    [InlineData(double.NaN, "\u2013")]
    public void Scores_of_a_column_have_the_same_decimals(double value, string shown) => Assert.Equal(shown, Numbers.Score(value));
}
