using System.Xml.Linq;
using CorridorSim.Analysis.Reports.Charts;
using CorridorSim.Analysis.Validation;
using CorridorSim.Model.Policy;

namespace CorridorSim.Analysis.Tests.Reports;

/// <summary>Dated measures stand in a plot as numbers, and below it in words, however many and long they are.</summary>
public sealed class BacktestPlotTests
{
    private static readonly BacktestMonth[] Months =
        [.. Enumerable.Range(0, 12).Select(m => new BacktestMonth("irregular-entries:COL>PAN", "VEN", CalendarMonth.Format(CalendarMonth.Parse("2022-01") + m), 100, 110, 50, 80, 150, 300, 90, 110))];

    [Fact]
    public void Each_month_with_measures_has_a_number_and_its_measures_in_words()
    {
        var plot = Draw(("2022-10", "expulsions <of> Venezuelans"), ("2022-03", "visa & more"), ("2022-10", "a campaign"), ("2021-01", "before the plot"));

        Assert.Equal(["1", "1", "2022-03: visa & more", "2", "2", "2022-10: a campaign; expulsions <of> Venezuelans"], Texts(plot).Where(t => t is "1" or "2" || t.StartsWith("2022-", StringComparison.Ordinal) && t.Contains(": ", StringComparison.Ordinal)));
    }

    [Fact]
    public void Long_lists_go_on_in_the_next_line_and_the_picture_grows()
    {
        var many = Draw([.. Enumerable.Range(1, 9).Select(i => ("2022-10", $"a measure with quite a long name, number {i}"))]);

        Assert.Contains(Texts(many), t => t.EndsWith("number 9", StringComparison.Ordinal));
        Assert.All(Texts(many), t => Assert.InRange(t.Length, 0, 120));
        Assert.True(Height(many) > Height(Draw(("2022-10", "one"))));
        Assert.True(Height(Draw(("2022-10", "one"))) > Height(Draw()));
    }

    private static XElement Draw(params (string Month, string Measure)[] marks) =>
        XDocument.Parse(BacktestPlot.Draw("entries: Venezuela", Months, CalendarMonth.Parse("2022-07"), marks)).Root!;

    private static IEnumerable<string> Texts(XElement plot) => plot.Descendants().Where(e => e.Name.LocalName == "text").Select(e => e.Value);

    private static int Height(XElement plot) => (int)plot.Attribute("height")!;
}
