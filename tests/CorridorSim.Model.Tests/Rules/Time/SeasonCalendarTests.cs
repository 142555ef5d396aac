using CorridorSim.Model.Policy;
using CorridorSim.Model.Rules.Time;

using static CorridorSim.Model.Tests.Rules.Rule;

namespace CorridorSim.Model.Tests.Rules.Time;

/// <summary>Seasons and years: submodels 6 and 11 of the model's description.</summary>
public sealed class SeasonCalendarTests
{
    [Theory]
    [InlineData(4, 9, 3, false)]
    [InlineData(4, 9, 4, true)]
    [InlineData(4, 9, 9, true)]
    [InlineData(4, 9, 10, false)]
    [InlineData(11, 3, 10, false)]
    [InlineData(11, 3, 11, true)]
    [InlineData(11, 3, 1, true)]
    [InlineData(11, 3, 3, true)]
    [InlineData(11, 3, 4, false)]
    [InlineData(6, 6, 6, true)]
    [InlineData(6, 6, 7, false)]
    [InlineData(1, 12, 12, true)]
    public void A_season_holds_its_first_and_last_month_and_may_go_over_the_turn_of_the_year(int first, int last, int month, bool isIn)
    {
        Assert.Equal(isIn, IsSet(SeasonCalendar.Includes(Each(first), Each(last), CalendarMonth.Of(2022, month))));
        Assert.Equal(isIn, IsSet(SeasonCalendar.Includes(Each(first), Each(last), CalendarMonth.Of(2022, month) + 0.99)));
    }

    [Theory]
    [InlineData(4, 9, 6)]
    [InlineData(11, 3, 5)]
    [InlineData(6, 6, 1)]
    [InlineData(1, 12, 12)]
    [InlineData(7, 6, 12)]
    public void A_season_has_as_many_months_as_it_holds(int first, int last, int months)
    {
        Assert.Equal(months, One(SeasonCalendar.Months(Each(first), Each(last))));
        Assert.Equal(months, Enumerable.Range(1, 12).Count(m => IsSet(SeasonCalendar.Includes(Each(first), Each(last), CalendarMonth.Of(2022, m)))));
    }

    [Theory]
    [InlineData(1, 2022, 1, 2022)]
    [InlineData(1, 2022, 12, 2022)]
    [InlineData(10, 2022, 9, 2021)]
    [InlineData(10, 2022, 10, 2022)]
    [InlineData(10, 2023, 9, 2022)]
    [InlineData(7, 2022, 6, 2021)]
    public void A_year_begins_in_its_month_and_days_do_not_count(int start, int year, int month, int number)
    {
        Assert.Equal(number, One(SeasonCalendar.Year(Each(start), CalendarMonth.Of(year, month))));
        Assert.Equal(number, One(SeasonCalendar.Year(Each(start), CalendarMonth.Of(year, month) + 0.99)));
    }

    [Fact]
    public void Each_year_has_twelve_months_whenever_it_begins()
    {
        for (var start = 1; start <= 12; start++)
        {
            var years = Enumerable.Range(CalendarMonth.Of(2020, start), 36).Select(m => One(SeasonCalendar.Year(Each(start), m))).ToArray();

            Assert.Equal([2020, 2021, 2022], years.Distinct());
            Assert.All(years.GroupBy(y => y), y => Assert.Equal(12, y.Count()));
        }
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(11, 11)]
    [InlineData(12, 0)]
    [InlineData(12.9, 0)]
    [InlineData(24263.5, 11)]
    public void A_month_of_the_year_is_counted_from_january(double month, int ofYear) => Assert.Equal(ofYear, SeasonCalendar.MonthOfYear(month));
}
