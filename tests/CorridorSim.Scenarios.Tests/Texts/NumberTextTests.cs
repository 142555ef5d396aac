using CorridorSim.Scenarios.Texts;

namespace CorridorSim.Scenarios.Tests.Texts;

public sealed class NumberTextTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("-0.5", -0.5)]
    [InlineData("12.50", 12.5)]
    [InlineData("1e3", 1000)]
    [InlineData("1.5E-2", 0.015)]
    [InlineData("6.000", 6)]
    public void Numbers_are_those_of_JSON(string text, double expected)
    {
        Assert.True(NumberText.TryParse(text, out var value));
        Assert.Equal(expected, value);
    }

    [Theory]
    [InlineData("1,000", "write 1000")]
    [InlineData("1,234,567.5", "write 1234567.5")]
    [InlineData("1,5", "write 1.5")]
    [InlineData("1_000", "write 1000")]
    [InlineData("1 000", "write 1000")]
    [InlineData("+5", "write 5")]
    [InlineData("007", "write 7")]
    [InlineData(".5", "write 0.5")]
    [InlineData("5.", "write 5")]
    [InlineData("0x10", "such as 12.5")]
    [InlineData("NaN", "such as 12.5")]
    [InlineData(".inf", "such as 12.5")]
    [InlineData("Infinity", "such as 12.5")]
    [InlineData("1e400", "such as 12.5")]
    [InlineData("10k", "such as 12.5")]
    [InlineData(" 1", "write 1")]
    [InlineData("1\n", "such as 12.5")]
    [InlineData("\u0661", "such as 12.5")]
    [InlineData("", "such as 12.5")]
    public void Anything_else_is_refused_with_what_was_probably_meant(string text, string remedy)
    {
        Assert.False(NumberText.TryParse(text, out _));
        Assert.Contains(remedy, NumberText.Complaint(text), StringComparison.Ordinal);
    }
}
