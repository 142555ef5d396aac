using CorridorSim.Analysis.Forecasting;
using CorridorSim.Analysis.Measuring;
using CorridorSim.Model.Recording;
using CorridorSim.Scenarios.Observations;

namespace CorridorSim.Analysis.Tests.Validation;

/// <summary>Forecasts of people in the weeks after a report, beside their rivals.</summary>
public sealed class WeeklyForecastTests
{
    private static readonly DateOnly Day = new(2022, 7, 5);

    // 70 a week for eight weeks, then 140 a week for four; afterwards 280 a week.
    private static readonly ReportedCounts All = new(
        Enumerable.Range(0, 24).Select(k => new Report(Day.AddDays(7 * (k - 11)), 7, k < 8 ? 70 : k < 12 ? 140 : 280)), isLevel: false);

    private static readonly ReportedCounts Known = All.Before(Day.AddDays(1));

    [Fact]
    public void The_pace_of_the_last_four_weeks_goes_on()
    {
        var rivals = new WeeklyRivals(Known, Day).All(8).ToDictionary(r => r.Method, r => r.Value);

        Assert.Equal(20, new WeeklyRivals(Known, Day).FourWeekPace, 9);
        Assert.Equal(8 * 140, rivals[WeeklyMethod.FourWeeks], 9);
        Assert.Equal(8 * 140, rivals[WeeklyMethod.LastWeek], 9);
        Assert.Equal(double.NaN, rivals[WeeklyMethod.LastYear]);
        Assert.True(rivals[WeeklyMethod.Trend] > 8 * 140);
    }

    [Fact]
    public void A_four_week_pace_is_not_known_behind_a_gap()
    {
        var gap = new ReportedCounts([new(Day.AddDays(-14), 7, 70), new(Day, 7, 70)], isLevel: false);

        Assert.Equal(double.NaN, new WeeklyRivals(gap, Day).FourWeekPace);
    }

    // The model doubles: all, half or none of that is put on the 140 a week that were counted.
    [Theory]
    [InlineData(0, 140)]
    [InlineData(1, 280)]
    public void The_default_takes_its_share_of_the_models_change(double weight, double perWeek)
    {
        var members = Forecast(past: 10, perWeek: 140).Default(new ForecastErrors(weight, 0, 0));

        Assert.Equal(4 * perWeek, Median(members[0]), 0.02 * 4 * perWeek);
        Assert.Equal(8 * perWeek, Median(members[1]), 0.02 * 8 * perWeek);
    }

    [Fact]
    public void A_report_that_is_late_by_two_days_is_held_against_as_many_days()
    {
        var late = new ReportedCounts([.. Enumerable.Range(0, 12).Select(k => new Report(Day.AddDays(7 * (k - 11)), 7, 140)), new(Day.AddDays(30), 30, 600)], isLevel: false);

        var score = Assert.Single(Forecast(past: 20, perWeek: 140).Scores(late, new ForecastErrors(0, 0, 0)));

        Assert.Equal(4, score.Weeks);
        Assert.Equal(600, score.Observed);
        Assert.Equal(600, score.Values[WeeklyMethod.FourWeeks], 9);
        Assert.Equal(600, score.Values[WeeklyMethod.Model], 9);
        Assert.Equal(0, score.Error(WeeklyMethod.FourWeeks), 9);
    }

    [Fact]
    public void Errors_are_summed_up_over_reports_in_persons_and_as_shares()
    {
        var scores = Forecast(past: 20, perWeek: 280).Scores(All, new ForecastErrors(0, 0, 0)).ToArray();

        var summary = WeeklySummary.Of(scores).ToArray();

        Assert.Equal([4, 8], summary.Select(s => s.Weeks));
        Assert.Equal(0, summary[1].Persons[WeeklyMethod.Model], 9);
        Assert.Equal(8 * 140, summary[1].Persons[WeeklyMethod.FourWeeks], 9);
        Assert.Equal(0.5, summary[1].Shares[WeeklyMethod.FourWeeks], 9);
        Assert.Equal(double.NaN, summary[1].Persons[WeeklyMethod.LastYear]);
    }

    // A week of the model is 7.6 days.
    [Theory]
    [InlineData(0, 7.609375, 100)]
    [InlineData(0, 3.8046875, 50)]
    [InlineData(3.8046875, 11.4140625, 150)]
    [InlineData(0, 1000, 300)]
    public void Days_of_a_run_are_read_between_the_weeks_of_the_model(double from, double to, double persons) =>
        Assert.Equal(persons, WeeklyPaths.Between([100, 200], from, to), 9);

    private static WeeklyForecast Forecast(double past, double perWeek)
    {
        double[] Each(double value) => [.. Enumerable.Repeat(value, 20)];
        var series = new ObservedSeries(new ObservedName("approvals:office", "ALL"), [new SeriesKey("approvals", "office", "ALL")], 0.3);
        return new WeeklyForecast(series, Day, Known, Each(past), [(4, Each(4 * perWeek)), (8, Each(8 * perWeek))]);
    }

    private static double Median(double[] values) => values.Order().ElementAt(values.Length / 2);
}
