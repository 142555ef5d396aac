using CorridorSim.Model.Policy;
using CorridorSim.Scenarios.Texts;

namespace CorridorSim.Scenarios.Tests.Texts;

public sealed class DateTextTests
{
    [Theory]
    [InlineData("2022-10")]
    [InlineData("2022-10-02")]
    [InlineData("2022-10-31")]
    [InlineData("2024-02-29")]
    [InlineData("1990-01")]
    [InlineData("2100-12-31")]
    public void A_date_is_written_as_it_was_read(string text)
    {
        Assert.True(DateText.TryParse(text, out var month));

        Assert.Equal(text, DateText.Format(month));
        Assert.Equal(month, DateText.Nearest(month));
    }

    [Theory]
    [InlineData(0.99, "2022-11")]
    [InlineData(0.48, "2022-10-16")]
    [InlineData(0.001, "2022-10")]
    [InlineData(2.999, "2023-01")]
    public void Between_two_days_it_is_the_nearer_one_of_this_month_or_the_next(double later, string expected) =>
        Assert.Equal(expected, DateText.Format(CalendarMonth.Of(2022, 10) + later));

    [Theory]
    [InlineData("2022-13")]
    [InlineData("2022-02-30")]
    [InlineData("2022-1")]
    [InlineData("22-10")]
    [InlineData("2022/10")]
    [InlineData("2022-10-31T00:00")]
    [InlineData("1989-12")]
    [InlineData("2101-01")]
    [InlineData(" 2022-10")]
    [InlineData("24273")]
    public void Nothing_else_is_a_date(string text) => Assert.False(DateText.TryParse(text, out _));
}
