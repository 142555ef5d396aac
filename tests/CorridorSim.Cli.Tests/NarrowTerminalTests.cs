using CorridorSim.Cli.Reports;

namespace CorridorSim.Cli.Tests;

/// <summary>Tables in terminals of 60, 80 and 100 characters: no line is wider, and every number stands in one piece behind what it is.</summary>
public sealed class NarrowTerminalTests
{
    private static readonly string[] Headings = ["indicator", "unit", ">median of all simulations", ">90% interval", ">least mean of a point", "at", ">greatest mean", "at"];

    private static readonly string[] Cells =
        ["legal admissions, all channels", "persons", "4,558,123", "4,368,000 to 4,874,999", "1,234,567", "start 2023-01, places 3,000", "4,096,321", "start 2022-10, places 20,000"];

    [Theory]
    [InlineData(60)]
    [InlineData(80)]
    [InlineData(100)]
    [InlineData(150)]
    [InlineData(200)]
    public void A_table_that_is_too_wide_is_written_row_by_row(int width)
    {
        var table = new TerminalTable(Headings);
        table.Add(Cells);

        var lines = table.Render(width).Split('\n');

        Assert.All(lines, l => Assert.True(l.TrimEnd().Length <= width, l));
        Assert.All(Cells.Where(c => c.Contains(',', StringComparison.Ordinal)).SelectMany(c => c.Split(' ')), word => Assert.Contains(lines, l => l.Contains(word, StringComparison.Ordinal)));
        Assert.Equal(width < 200, lines.Any(l => l.TrimEnd() == "    90% interval: 4,368,000 to 4,874,999"));
    }

    [Theory]
    [InlineData(60, false)]
    [InlineData(80, true)]
    [InlineData(100, true)]
    public void A_headline_keeps_its_columns_while_its_names_can_be_broken(int width, bool isTable)
    {
        var table = new TextTable(
            new TextColumn(string.Empty, IsRight: false), new TextColumn("median"), new TextColumn("90% interval", MayGo: true),
            new TextColumn("effect"), new TextColumn("90% interval"), new TextColumn("direction", IsRight: false));
        table.Heading("at the border, events (repeat attempts counted each time)");
        table.Row("MEX>USA expelled under a health order", "1,541,017", "1,453,726 to 1,781,132", "-1,917", "-3,037 to -971", "decrease or no change");

        var lines = table.Render(width).TrimEnd().Split(Environment.NewLine);

        Assert.All(lines, l => Assert.True(l.Length <= width, l));
        Assert.Equal(isTable, lines.Any(l => l.Contains("1,541,017", StringComparison.Ordinal) && l.Contains("-3,037 to -971", StringComparison.Ordinal) && l.Contains("decrease or no change", StringComparison.Ordinal)));
        Assert.Equal(!isTable, lines.Contains("    effect: -1,917"));
    }

    [Fact]
    public void An_identifier_is_never_broken()
    {
        const string Id = "us-panama-2022-20261129-122848-b53a96";
        var table = new TextTable(new TextColumn("id", IsRight: false), new TextColumn("status", IsRight: false), new TextColumn("disk"));
        table.Row(Id, "stopped, 12 of 300 blocks done by now", "312.5 kB");

        Assert.Contains(Id, table.Render(60).Split(Environment.NewLine).Select(l => l.Trim()));
    }
}
