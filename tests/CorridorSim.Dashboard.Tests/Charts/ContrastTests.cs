using System.Globalization;
using System.Text.RegularExpressions;
using CorridorSim.Dashboard.Shared.Charts;
using CorridorSim.Dashboard.Tests.Browsing;

namespace CorridorSim.Dashboard.Tests.Charts;

/// <summary>Lines and the edges of bands keep 3:1 with the paper they are drawn on, in both themes, on pages and in the report.</summary>
public sealed class ContrastTests
{
    private const double Wanted = 3;

    [Fact]
    public void Every_colour_of_a_chart_keeps_its_contrast_in_light_and_dark()
    {
        var sheet = File.ReadAllText(Path.Combine(Repository.Root, "src", "CorridorSim.Dashboard", "Assets", "dashboard.css"));
        string[] papers = [.. Values(sheet, "paper"), .. Values(sheet, "raised")];

        Assert.Equal(4, papers.Length);
        Assert.All(papers, paper => Assert.All(Palette.All, color => Assert.True(Contrast(color, paper) >= Wanted, $"{color} on {paper}: {Contrast(color, paper):0.00}")));
    }

    [Fact]
    public void The_edge_of_a_band_has_the_whole_colour_of_its_line()
    {
        var traces = PlotlyFigure.Traces(new ChartSpec { Id = "x", Title = "x", Unit = "x", Note = "x", Indicator = "x", Categories = ["2021-01"], Series = [new ChartSeries("a", Palette.Scenario, [1], [0], [2])] });

        var band = Assert.IsType<Plotly.Blazor.Traces.Scatter>(traces[0]);

        Assert.Equal(Palette.Scenario, band.Line.Color);
        Assert.True(band.Line.Width >= 1);
    }

    [Fact]
    public void The_report_keeps_its_contrast_as_well()
    {
        var sheet = File.ReadAllText(Path.Combine(Repository.Root, "src", "CorridorSim.Analysis", "Reports", "report.css"));
        var papers = Values(sheet, "paper");
        string[] names = ["base", "c1", "c2", "c3", "c4", "c5", "c6", "c7", "c8", "observed"];

        Assert.Equal(2, papers.Length);
        Assert.Matches(@"\.band \{[^}]*stroke: currentcolor", sheet);
        for (var theme = 0; theme < papers.Length; theme++)
        {
            Assert.All(names, name => Assert.True(Contrast(Values(sheet, name)[theme], papers[theme]) >= Wanted, $"--{name} on {papers[theme]}"));
        }
    }

    /// <summary>The values of a property, light before dark.</summary>
    private static string[] Values(string sheet, string name) => [.. Regex.Matches(sheet, $@"--{name}: (#[0-9a-f]{{6}})").Select(m => m.Groups[1].Value)];

    private static double Contrast(string a, string b)
    {
        var (first, second) = (Luminance(a), Luminance(b));
        return (Math.Max(first, second) + 0.05) / (Math.Min(first, second) + 0.05);
    }

    private static double Luminance(string color)
    {
        double[] parts = [.. Enumerable.Range(0, 3).Select(i => int.Parse(color.AsSpan(1 + (2 * i), 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0)
            .Select(c => c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4))];
        return (0.2126 * parts[0]) + (0.7152 * parts[1]) + (0.0722 * parts[2]);
    }
}
