using CorridorSim.Model.Policy;

namespace CorridorSim.Model.Tests.Policy;

public sealed class CalendarMonthTests
{
    [Theory]
    [InlineData("2021-01", 24252)]
    [InlineData("2021-12", 24263)]
    [InlineData("2022-01", 24264)]
    [InlineData("0001-01", 12)]
    [InlineData("9999-12", 119999)]
    public void A_month_and_its_name_are_the_same(string name, int month)
    {
        Assert.Equal(month, CalendarMonth.Parse(name));
        Assert.Equal(name, CalendarMonth.Format(month));
    }

    [Theory]
    [InlineData("")]
    [InlineData("2021")]
    [InlineData("2021-13")]
    [InlineData("2021-00")]
    [InlineData("2021-1")]
    [InlineData("21-01")]
    [InlineData("2021-01-01")]
    [InlineData(" 2021-01")]
    [InlineData("0000-01")]
    public void What_is_no_month_is_said_to_be_none(string text)
    {
        Assert.False(CalendarMonth.TryParse(text, out var month));
        Assert.Equal(0, month);
        Assert.Contains(text, Assert.Throws<FormatException>(() => CalendarMonth.Parse(text)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2021, 1, 1, 24252)]
    [InlineData(2021, 1, 16, 24252 + (15.0 / 31))]
    [InlineData(2021, 2, 15, 24253.5)]
    [InlineData(2020, 2, 15, 24241 + (14.0 / 29))]
    [InlineData(2021, 12, 31, 24263 + (30.0 / 31))]
    public void A_day_is_a_part_of_its_month(int year, int month, int day, double number) =>
        Assert.Equal(number, CalendarMonth.Of(new DateOnly(year, month, day)), 12);

    [Fact]
    public void Days_follow_each_other()
    {
        var day = new DateOnly(2020, 1, 1);
        for (var i = 0; i < 1200; i++, day = day.AddDays(1))
        {
            Assert.InRange(CalendarMonth.Of(day.AddDays(1)) - CalendarMonth.Of(day), 1.0 / 31.001, 1.0 / 27.999);
        }
    }
}
