using CorridorSim.Dashboard.Tests.Browsing;
using Microsoft.Playwright;

namespace CorridorSim.Dashboard.Tests.Pages;

/// <summary>A result on two sheets of paper, with the numbers of the page it was made from.</summary>
[Collection(DashboardCollection.Name)]
public sealed class BriefingTests(DashboardServer server)
{
    [Fact]
    public async Task A_briefing_fills_two_sheets_and_says_what_the_run_says()
    {
        await using var visit = await Visit.BeginAsync(server);
        visit.Page.SetDefaultTimeout(30_000);
        await visit.OpenAsync($"/runs/{server.ExampleRun}");
        var told = await visit.TextsAsync(".story p");
        var deaths = await visit.Page.Locator("[data-card='deaths in transit'] strong").InnerTextAsync();

        await visit.OpenAsync($"/runs/{server.ExampleRun}");
        var file = await visit.DownloadAsync(visit.Page.GetByRole(AriaRole.Link, new() { Name = "as one HTML file" }));
        await using var context = await server.Browser.NewContextAsync();
        var page = await context.NewPageAsync();
        var asked = new List<string>();
        page.Request += (_, request) => asked.Add(request.Url);
        await page.SetContentAsync(file);

        Assert.Empty(asked);
        Assert.Equal(0, await page.Locator("script, link, img").CountAsync());
        Assert.Equal(told.Take(2), (await page.Locator("article").First.Locator("p.story, p.story + p").AllTextContentsAsync()).Select(t => t.Trim()));
        Assert.Contains(deaths, await page.Locator(".main-effects").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(3, await page.Locator(".three figure svg").CountAsync());
        Assert.Equal(1, await page.Locator(".map-figure svg").CountAsync());
        var clauses = await page.Locator(".clauses").InnerTextAsync();
        Assert.Contains("400 more places a month in United States: resettlement", clauses, StringComparison.Ordinal);
        Assert.Contains("0 to 2,000", clauses, StringComparison.Ordinal);
        Assert.Contains(server.ExampleRun, await page.Locator(".made").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(2, (await Paper.PrintAsync(page, "A4")).Sheets.Count);
    }

    [Fact]
    public async Task A_run_without_a_baseline_has_no_briefing_and_says_why()
    {
        using var client = new HttpClient { BaseAddress = new Uri(server.Address) };
        using var missing = await client.GetAsync("/api/v1/runs/nobody/briefing", TestContext.Current.CancellationToken);

        Assert.Equal(System.Net.HttpStatusCode.NotFound, missing.StatusCode);
    }
}
