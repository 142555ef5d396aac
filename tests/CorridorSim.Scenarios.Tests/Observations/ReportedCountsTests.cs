using CorridorSim.Model.Policy;
using CorridorSim.Scenarios.Diagnostics;
using CorridorSim.Scenarios.Observations;

namespace CorridorSim.Scenarios.Tests.Observations;

/// <summary>Counts that are reported on single days.</summary>
public sealed class ReportedCountsTests
{
    private static readonly ReportedCounts Weekly = new(
        [new(Day(4, 5), 7, 70), new(Day(4, 12), 7, 140), new(Day(4, 26), 14, 28), new(Day(5, 10), 7, 7)], isLevel: false);

    private static readonly ReportedCounts Waiting = new([new(Day(4, 5), 0, 100), new(Day(4, 15), 0, 200)], isLevel: true);

    // Ten a day to 5 April, twenty to the 12th, two to the 26th; nothing is known of 27 April to 3 May.
    [Theory]
    [InlineData(5, 12, 140)]
    [InlineData(2, 7, 70)]
    [InlineData(10, 14, 44)]
    [InlineData(26, 26, 0)]
    [InlineData(20, 28, double.NaN)]
    public void People_come_evenly_within_a_report_and_days_without_one_are_not_known(int after, int until, double persons) =>
        Assert.Equal(persons, Weekly.Between(Day(4, after), Day(4, until)), 9);

    [Fact]
    public void A_total_stays_where_reports_end_and_is_unknown_behind_a_gap()
    {
        var known = Weekly.Before(Day(4, 27));

        Assert.Equal(238, known.Total(Day(4, 26)), 9);
        Assert.Equal(238, known.Total(Day(4, 30)), 9);
        Assert.Equal(double.NaN, Weekly.Total(Day(5, 10)));
        Assert.Equal(double.NaN, known.Total(Day(3, 1)));
    }

    [Fact]
    public void A_pace_is_taken_over_the_days_that_are_known()
    {
        Assert.Equal(20, Weekly.Pace(Day(4, 12), 7), 9);
        Assert.Equal((7 + (12 * 2)) / 19.0, Weekly.Pace(Day(5, 10), 26), 9);
        Assert.Equal(double.NaN, Weekly.Pace(Day(5, 3), 7));
    }

    [Theory]
    [InlineData(5, 100)]
    [InlineData(10, 150)]
    [InlineData(15, 200)]
    [InlineData(20, 200)]
    [InlineData(4, double.NaN)]
    public void A_level_lies_on_the_line_between_two_reports(int day, double persons) => Assert.Equal(persons, Waiting.Level(Day(4, day)), 9);

    [Fact]
    public void Earlier_reports_know_nothing_of_later_ones()
    {
        Assert.Equal(Day(4, 12), Weekly.Before(Day(4, 26)).Days.Last());
        Assert.Equal(Day(4, 12), Weekly.LastOn(Day(4, 25)));
        Assert.Null(Weekly.LastOn(Day(4, 4)));
    }

    [Fact]
    public void Months_need_reports_up_to_their_end()
    {
        var month = CalendarMonth.Parse("2022-04");
        var table = Read("applications:office,ALL,2022-03-31,620,31\napplications:office,ALL,2022-04-28,280,28\napplications:office,ALL,2022-05-05,70,7\nqueue:office,ALL,2022-04-25,10,\nqueue:office,ALL,2022-05-05,20,\n", out var problems)!;

        Assert.Empty(problems);
        Assert.Equal(300, table.Value(new ObservedName("applications:office", "ALL"), month), 9);
        Assert.Equal(15, table.Value(new ObservedName("queue:office", "ALL"), month), 9);
        Assert.Equal(double.NaN, table.Value(new ObservedName("applications:office", "ALL"), month + 1));
        Assert.Equal(double.NaN, table.Before(month + 1).Value(new ObservedName("applications:office", "ALL"), month));
        Assert.Equal(620, table.Before(month + 1).Value(new ObservedName("applications:office", "ALL"), month - 1), 9);
    }

    [Theory]
    [InlineData("applications:office,ALL,2022-04-05,7,7\napplications:office,ALL,2022-04-10,7,7\n", "overlap")]
    [InlineData("applications:office,ALL,2022-04-05,7,7\napplications:office,ALL,2022-04,7,\n", "single days")]
    [InlineData("applications:office,ALL,2022-04,7,\napplications:office,ALL,2022-05-05,7,7\n", "one length")]
    [InlineData("applications:office,ALL,2022-04-05,7,\n", "days")]
    [InlineData("applications:office,ALL,2022-04-05,7,0\n", "days")]
    public void Rows_that_cannot_stand_beside_each_other_are_named(string rows, string cause)
    {
        Assert.Null(Read(rows, out var problems));
        Assert.Contains(cause, Assert.Single(problems), StringComparison.Ordinal);
    }

    private static DateOnly Day(int month, int day) => new(2022, month, day);

    private static ObservationTable? Read(string rows, out IReadOnlyList<string> problems)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, "series,nationality,month,value,days\n" + rows);
            var bag = new DiagnosticBag();
            var table = ObservationTable.Read(path, "o.csv", bag);
            problems = [.. bag.Sorted.Select(d => d.ToString())];
            return table;
        }
        finally
        {
            File.Delete(path);
        }
    }
}
