using CorridorSim.Dashboard.Shared.Charts;
using Plotly.Blazor.Traces;

namespace CorridorSim.Dashboard.Tests.Charts;

public sealed class NewValuesTests
{
    [Theory]
    [InlineData(ChartKind.Fan)]
    [InlineData(ChartKind.Stack)]
    public void New_values_are_those_of_the_traces_in_their_order(ChartKind kind)
    {
        var after = Chart(kind, 5, double.NaN);

        var values = NewValues.Of(Chart(kind, 1, 2), after);

        Assert.Equal(PlotlyFigure.Traces(after).Cast<Scatter>().Select(t => t.Y.Select(y => (double?)y)), values!);
    }

    [Fact]
    public void What_looks_otherwise_is_drawn_anew()
    {
        var before = Chart(ChartKind.Fan, 1, 2);

        Assert.Null(NewValues.Of(before, before with { Kind = ChartKind.Stack }));
        Assert.Null(NewValues.Of(before, before with { Unit = "%" }));
        Assert.Null(NewValues.Of(before, before with { Categories = ["2021-01", "2021-03"] }));
        Assert.Null(NewValues.Of(before, before with { Series = [.. before.Series, before.Series[0]] }));
        Assert.Null(NewValues.Of(before, before with { Series = [before.Series[0], before.Series[1] with { Lower = null }] }));
        Assert.Null(NewValues.Of(before, before with { Series = [before.Series[0], before.Series[1] with { Lower = [0, double.NaN] }] }));
        Assert.Null(NewValues.Of(before, before with { Series = [before.Series[0] with { Name = "other" }, before.Series[1]] }));
        Assert.Null(NewValues.Of(before, before with { Marks = [new ChartMark("2021-01", "signed")] }));
    }

    [Fact]
    public void Bars_are_always_drawn_anew() => Assert.Null(NewValues.Of(Chart(ChartKind.Bars, 1, 2), Chart(ChartKind.Bars, 3, 4)));

    private static ChartSpec Chart(ChartKind kind, double first, double second) => new()
    {
        Id = "deaths",
        Title = $"{first} to {second}",
        Unit = "persons/month",
        Note = "64 replicates",
        Kind = kind,
        Categories = ["2021-01", "2021-02"],
        Series = [new("baseline", "#000000", [first, second], IsDashed: true), new("your settings", "#0072b2", [first, second], [0, 1], [8, 9])],
        Indicator = "deaths",
    };
}
