using System.Text.Json;
using CorridorSim.Dashboard.Tests.Browsing;
using Microsoft.Playwright;

namespace CorridorSim.Dashboard.Tests.Pages;

/// <summary>What all charts share.</summary>
[Collection(DashboardCollection.Name)]
public sealed class EveryChartTests(DashboardServer server)
{
    private const int Months = 48;

    public static TheoryData<string> Pages => new("/what-if/{Scenario?}", "/runs/{Id}", "/compare", "/why", "/backtest");

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_chart_says_its_finding_unit_replicates_and_interval_and_gives_data_command_and_pictures(string page)
    {
        await using var visit = await Visit.BeginAsync(server);
        await visit.OpenAsync(RouteExample.AddressOf(page, server));

        var charts = await visit.Page.Locator("[data-chart]").AllAsync();

        Assert.NotEmpty(charts);
        foreach (var chart in charts)
        {
            // A finding has a figure or says that there is none; the name of a variable alone is none.
            Assert.Matches("[0-9]|exactly|do not settle|no provision|nothing was observed", await chart.Locator("h3").InnerTextAsync());
            Assert.Matches(@"^(persons|events|months|persons or events).* \u00b7 .*\b(64|32) simulations, (median|mean)", await chart.Locator("figcaption .note").InnerTextAsync());
            Assert.Matches("interval|median by channel", await chart.Locator("figcaption .note").InnerTextAsync());
            Assert.Equal(["Copy command", "PNG", "SVG"], await chart.Locator(".panel:not([hidden]) > .tools button").AllInnerTextsAsync());
            Assert.Equal(["Chart", "Table"], await chart.GetByRole(AriaRole.Tab).AllInnerTextsAsync());
            Assert.StartsWith("./corridorsim ", await visit.CommandAsync(chart), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Bands_come_as_quantiles_and_no_single_history_reaches_the_browser()
    {
        await using var visit = await Visit.BeginAsync(server);
        await visit.OpenAsync($"/runs/{server.ExampleRun}");
        await visit.ChartsAsync();

        var traces = await visit.Page.EvaluateAsync<JsonElement>("() => document.querySelector('[data-chart=deaths] .js-plotly-plot').data.map(t => t.y.length)");

        // Two ensembles: for each an outline of the upper and lower ends, and the medians.
        Assert.Equal([2 * Months, 2 * Months, Months, Months], traces.EnumerateArray().Select(t => t.GetInt32()));
    }

    [Fact]
    public async Task The_long_format_has_the_numbers_of_the_table()
    {
        await using var visit = await Visit.BeginAsync(server);
        await visit.OpenAsync($"/runs/{server.ExampleRun}");
        var chart = visit.Page.Locator("[data-chart=deaths]");

        await chart.GetByRole(AriaRole.Tab, new() { Name = "Table" }).ClickAsync();
        var csv = Csv.Rows(await visit.DownloadAsync(chart.GetByRole(AriaRole.Button, new() { Name = "CSV", Exact = true }))).Skip(1)
            .SelectMany(c => new[] { $"{c[1]} {c[0]} median {c[2]}", $"{c[1]} {c[0]} p05 {c[3]}", $"{c[1]} {c[0]} p95 {c[4]}" });
        var iamc = Csv.Rows(await visit.DownloadAsync(chart.GetByRole(AriaRole.Button, new() { Name = "IAMC" }))).Skip(1)
            .Select(c => $"{c[1]} {c[5]} {c[3].Split('|')[1]} {c[6]}");

        Assert.Equal(csv, iamc);
    }

    [Theory]
    [InlineData(1280, 2)]
    [InlineData(1920, 4)]
    public async Task No_chart_stands_alone_in_its_row_and_drawings_of_a_row_stand_at_one_height(int width, int columns)
    {
        await using var visit = await Visit.BeginAsync(server, width: width, height: 1000);
        await visit.OpenAsync($"/runs/{server.ExampleRun}");
        await visit.ChartsAsync();

        var rows = await visit.Page.EvaluateAsync<JsonElement>("""
            () => [...document.querySelectorAll('.charts')].map(grid => {
              const rows = new Map();
              [...grid.children].forEach(c => {
                const box = c.getBoundingClientRect();
                const row = rows.get(Math.round(box.top)) ?? { charts: 0, width: 0, plots: [], whole: grid.clientWidth };
                row.charts++;
                row.width += box.width;
                row.plots.push(Math.round(c.querySelector('.plot').getBoundingClientRect().top));
                rows.set(Math.round(box.top), row);
              });
              return [...rows.values()];
            })
            """);

        var grids = rows.EnumerateArray().Select(g => g.EnumerateArray().ToArray()).ToArray();
        Assert.Equal(Enumerable.Repeat(columns, 4 / columns), grids[0].Select(r => r.GetProperty("charts").GetInt32()));
        Assert.Equal(3, grids[1].Sum(r => r.GetProperty("charts").GetInt32()));
        Assert.All(grids.SelectMany(g => g), row =>
        {
            Assert.InRange(row.GetProperty("width").GetDouble(), row.GetProperty("whole").GetDouble() - 60, row.GetProperty("whole").GetDouble());
            Assert.Single(row.GetProperty("plots").EnumerateArray().Select(p => p.GetInt32()).Distinct());
        });
    }

    [Theory]
    [InlineData("/runs/{Id}")]
    [InlineData("/compare")]
    public async Task Words_of_axes_marks_and_legends_do_not_touch_also_after_the_window_has_grown(string page)
    {
        await using var visit = await Visit.BeginAsync(server);
        await visit.OpenAsync(RouteExample.AddressOf(page, server));
        await visit.ChartsAsync();
        Assert.Empty(await TouchingAsync(visit));

        await visit.Page.SetViewportSizeAsync(1920, 1080);
        await visit.UntilAsync("() => [...document.querySelectorAll('div.plot')].every(p => Math.abs(p.querySelector('.main-svg').getBoundingClientRect().width - p.clientWidth) < 3)");

        Assert.Empty(await TouchingAsync(visit));
    }

    private static Task<string[]> TouchingAsync(Visit visit) => visit.Page.EvaluateAsync<string[]>("""
        () => [...document.querySelectorAll('[data-chart]')].flatMap(chart => {
          const words = [...chart.querySelectorAll('.xtick text, .ytick text, .annotation-text, .legendtext')].filter(t => t.textContent.trim() !== '')
            .map(t => ({ text: t.textContent, box: t.getBoundingClientRect() }));
          return words.flatMap((a, i) => words.slice(i + 1)
            .filter(b => a.box.left < b.box.right - 1 && b.box.left < a.box.right - 1 && a.box.top < b.box.bottom - 2 && b.box.top < a.box.bottom - 2)
            .map(b => `${chart.dataset.chart}: ${a.text} and ${b.text}`));
        })
        """);
}
