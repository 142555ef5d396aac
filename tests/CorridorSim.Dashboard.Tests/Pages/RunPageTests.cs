using CorridorSim.Dashboard.Runs;
using CorridorSim.Dashboard.Tests.Browsing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace CorridorSim.Dashboard.Tests.Pages;

[Collection(DashboardCollection.Name)]
public sealed class RunPageTests(DashboardServer server)
{
    private string Path => $"/runs/{server.ExampleRun}";

    [Fact]
    public async Task The_numbers_of_a_chart_are_those_of_its_CSV_and_of_the_stored_series()
    {
        await using var visit = await Visit.BeginAsync(server);
        await visit.OpenAsync(Path);
        var chart = visit.Page.Locator("[data-chart=deaths]");

        await chart.GetByRole(AriaRole.Button, new() { Name = "Data" }).ClickAsync();
        var csv = Csv.AsShown(await visit.DownloadAsync(chart.GetByRole(AriaRole.Button, new() { Name = "CSV", Exact = true })));
        var cells = await visit.TextsAsync("[data-chart=deaths] tbody td");

        Assert.Equal(csv.SelectMany(r => r), cells);
        Assert.Equal(96, csv.Length);
    }

    [Fact]
    public async Task The_same_data_leaves_in_the_long_format()
    {
        await using var visit = await Visit.BeginAsync(server);
        await visit.OpenAsync(Path);
        var chart = visit.Page.Locator("[data-chart=deaths]");

        await chart.GetByRole(AriaRole.Button, new() { Name = "Data" }).ClickAsync();
        var text = await visit.DownloadAsync(chart.GetByRole(AriaRole.Button, new() { Name = "IAMC" }));

        Assert.StartsWith("model,scenario,region,variable,unit,period,value\nCorridorSim,baseline,World,deaths|median,persons/month,2021-01,", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Charts_are_drawn_and_saved_as_pictures()
    {
        await using var visit = await Visit.BeginAsync(server);
        await visit.OpenAsync(Path);
        await visit.ChartsAsync();
        var chart = visit.Page.Locator("[data-chart=deaths]");

        var svg = await visit.DownloadAsync(chart.GetByRole(AriaRole.Button, new() { Name = "SVG" }));
        var png = await visit.Page.RunAndWaitForDownloadAsync(() => chart.GetByRole(AriaRole.Button, new() { Name = "PNG" }).ClickAsync());

        Assert.Contains("<svg", svg, StringComparison.Ordinal);
        Assert.Equal("deaths.png", png.SuggestedFilename);
    }

    [Fact]
    public async Task An_event_marks_its_date_on_the_charts_and_says_who_acted_and_why()
    {
        await using var visit = await Visit.BeginAsync(server);
        await visit.OpenAsync(Path);
        await visit.ChartsAsync();
        var act = visit.Page.Locator(".timeline button").Filter(new() { HasText = "referrals" }).First;

        await act.ClickAsync();
        await visit.UntilAsync("() => document.querySelector('[data-chart=deaths] .annotation-text')?.textContent === 'referrals in force'");

        Assert.Contains("because of", await act.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("acting: United States, Panama", await act.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("event=2022-10", visit.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Charts_mark_when_the_agreement_was_signed_and_came_into_force()
    {
        await using var visit = await Visit.BeginAsync(server);
        await visit.OpenAsync(Path);
        await visit.ChartsAsync();

        var signed = visit.Page.Locator(".timeline [data-act=signed]").Filter(new() { HasText = "US-Panama" });

        Assert.Equal("2022-04", await signed.GetAttributeAsync("data-event"));
        Assert.Contains("US Department of State, 19 April 2022", await signed.InnerTextAsync(), StringComparison.Ordinal);
        // The places that this scenario assumes are never all used.
        Assert.Equal(["signed", "in force"], await visit.TextsAsync("[data-chart=deaths] .annotation-text"));
    }

    [Fact]
    public async Task Places_that_are_all_used_are_told_and_marked()
    {
        var jobs = server.Services.GetRequiredService<RunJobs>();
        var run = await server.FinishedAsync(jobs.Start(new RunRequest { Scenario = "us-panama-2022", Replicates = 8, Set = ["agreements.us-panama.provisions.referrals.places-per-month.value=15"] }));
        await using var visit = await Visit.BeginAsync(server);
        await visit.OpenAsync($"/runs/{run}");
        await visit.ChartsAsync();

        Assert.Contains("quota hit", (await visit.TextsAsync("[data-chart=deaths] .annotation-text"))[^1], StringComparison.Ordinal);
        var used = visit.Page.Locator(".timeline [data-act='quota hit']");
        Assert.Contains("referrals", await used.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("usa-resettlement admits at least 95 % of the places added to it", await used.InnerTextAsync(), StringComparison.Ordinal);
        await used.ClickAsync();
        await visit.UntilAsync("() => document.querySelector('[data-chart=deaths] .annotation-text')?.textContent === 'referrals quota hit'");
        Directory.Delete(System.IO.Path.Combine(server.RunsFolder, run), recursive: true);
    }

    [Fact]
    public async Task The_map_follows_the_month_slider_and_names_the_flow_pointed_at()
    {
        await using var visit = await Visit.BeginAsync(server);
        await visit.OpenAsync(Path);

        await visit.Page.GetByRole(AriaRole.Slider, new() { Name = "Month", Exact = true }).EvaluateAsync("e => { e.value = 12; e.dispatchEvent(new Event('input', { bubbles: true })); }");
        await visit.UntilAsync("() => document.querySelector('.month').textContent === '2022-01'");
        await visit.Page.Locator(".map [data-flow='COL>PAN']").FocusAsync();
        await visit.UntilAsync("() => document.querySelector('.readout').textContent.includes('COL>PAN')");

        Assert.EndsWith("in 2022-01", await visit.Page.Locator(".readout").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("month=2022-01", visit.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_map_plays_month_by_month_and_stops()
    {
        await using var visit = await Visit.BeginAsync(server);
        await visit.OpenAsync($"{Path}?month=2021-01");

        // The page itself presses stop as soon as it has played two months: a slow test cannot come too late.
        await visit.Page.EvaluateAsync(
            """
            () => {
              const button = document.querySelector('.map .bar button');
              const month = document.querySelector('.month');
              new MutationObserver((_, observer) => {
                if (month.textContent >= '2021-03') {
                  observer.disconnect();
                  button.click();
                }
              }).observe(month, { characterData: true, childList: true, subtree: true });
              button.click();
            }
            """);
        await visit.UntilAsync("() => document.querySelector('.month').textContent >= '2021-03' && document.querySelector('.map .bar button').textContent === 'Play'");

        Assert.InRange(await visit.Page.Locator(".month").InnerTextAsync(), "2021-03", "2024-11");
    }

    [Fact]
    public async Task Labels_of_the_map_do_not_touch_each_other()
    {
        await using var visit = await Visit.BeginAsync(server);
        await visit.OpenAsync(Path);

        var touching = await visit.Page.EvaluateAsync<int>("""
            () => {
              const boxes = [...document.querySelectorAll('.map .node[aria-hidden] text')].map(t => t.getBoundingClientRect());
              return boxes.filter((a, i) => boxes.some((b, j) => i < j && a.left < b.right && b.left < a.right && a.top < b.bottom - 2 && b.top < a.bottom - 2)).length;
            }
            """);

        Assert.Equal(0, touching);
    }

    [Fact]
    public async Task Every_headline_figure_has_an_interval_and_a_verdict()
    {
        await using var visit = await Visit.BeginAsync(server);
        await visit.OpenAsync(Path);

        var cards = await visit.Page.Locator("[data-card]").CountAsync();
        var rows = await visit.Page.Locator(".figures tbody tr").CountAsync();

        Assert.InRange(cards, 6, 12);
        Assert.Equal(cards, await visit.Page.Locator("[data-card] .verdict").CountAsync());
        Assert.True(rows > 15);
        Assert.Equal(rows, await visit.Page.Locator(".figures .verdict").CountAsync());
    }
}
