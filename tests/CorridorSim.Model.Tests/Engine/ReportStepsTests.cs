using CorridorSim.Model.Engine;
using CorridorSim.Model.Policy;

namespace CorridorSim.Model.Tests.Engine;

public sealed class ReportStepsTests
{
    [Theory]
    [InlineData(ReportStep.Week, 2022, 3, 0, "2022-03-w1")]
    [InlineData(ReportStep.Week, 2022, 3, 3, "2022-03-w4")]
    [InlineData(ReportStep.Month, 2022, 3, 0, "2022-03")]
    [InlineData(ReportStep.Quarter, 2022, 1, 0, "2022-Q1")]
    [InlineData(ReportStep.Quarter, 2022, 10, 0, "2022-Q4")]
    public void A_period_is_read_as_it_is_written(ReportStep step, int year, int month, int week, string name)
    {
        Assert.Equal(name, step.Format(CalendarMonth.Of(year, month), week));
        Assert.True(ReportSteps.TryParse(name, out var read, out var first, out var weekRead));
        Assert.Equal((step, CalendarMonth.Of(year, month), week), (read, first, weekRead));
    }

    [Theory]
    [InlineData("2022-Q5")]
    [InlineData("2022-Q0")]
    [InlineData("0000-Q1")]
    [InlineData("2022-03-w5")]
    [InlineData("2022-03-w0")]
    [InlineData("2022-13-w1")]
    [InlineData("2022-3-w1")]
    [InlineData("week")]
    [InlineData("")]
    public void What_is_no_period_is_said_to_be_none(string text) => Assert.False(ReportSteps.TryParse(text, out _, out _, out _));

    [Theory]
    [InlineData(ReportStep.Week, "week")]
    [InlineData(ReportStep.Month, "month")]
    [InlineData(ReportStep.Quarter, "quarter")]
    public void A_step_is_read_as_it_is_named(ReportStep step, string name)
    {
        Assert.Equal(name, step.Name());
        Assert.Equal(step, ReportSteps.TryParse(name));
    }

    [Fact]
    public void Another_name_is_no_step() => Assert.Null(ReportSteps.TryParse("day"));

    [Fact]
    public void Four_weeks_make_a_month_of_ticks() => Assert.Equal(Experiment.TicksPerMonth, ReportSteps.WeeksPerMonth);
}
