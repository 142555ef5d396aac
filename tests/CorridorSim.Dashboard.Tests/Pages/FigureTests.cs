using CorridorSim.Dashboard.Tests.Browsing;
using Microsoft.Playwright;

namespace CorridorSim.Dashboard.Tests.Pages;

/// <summary>Chart, map and table are views of one figure.</summary>
[Collection(DashboardCollection.Name)]
public sealed class FigureTests(DashboardServer server)
{
    private const string Shown = "() => [...document.querySelectorAll('[data-figure=corridor-map] [role=tab]')].filter(t => t.getAttribute('aria-selected') === 'true').map(t => t.innerText).join()";

    [Fact]
    public async Task Views_are_reached_by_arrow_keys_show_the_same_numbers_and_stand_in_the_address()
    {
        string link, row;
        await using (var visit = await Visit.BeginAsync(server))
        {
            await visit.OpenAsync($"/runs/{server.ExampleRun}?month=2023-09");
            await visit.Page.Locator(".map [data-flow='COL>PAN']").FocusAsync();
            await visit.UntilAsync("() => document.querySelector('.readout').textContent.includes('Colombia to Panama: ')");
            var readout = await visit.Page.Locator(".readout").InnerTextAsync();
            Assert.Equal(["Chart", "Map", "Table"], await visit.Page.Locator("[data-figure=corridor-map] [role=tab]").AllInnerTextsAsync());
            await visit.Page.GetByRole(AriaRole.Tab, new() { Name = "Map" }).FocusAsync();

            await visit.Page.Keyboard.PressAsync("ArrowRight");
            await visit.Page.Locator("[data-movement='COL>PAN']").WaitForAsync();
            row = await visit.Page.Locator("[data-movement='COL>PAN']").InnerTextAsync();
            Assert.Equal("Table", await visit.Page.EvaluateAsync<string>(Shown));
            Assert.Equal(["Table", "corridor-map-table-panel"], await visit.Page.EvaluateAsync<string[]>("() => [document.activeElement.innerText, document.activeElement.getAttribute('aria-controls')]"));
            Assert.Equal(readout, $"irregular entries, Colombia to Panama: {row.Split('\t')[2].Trim()} in September 2023");
            await visit.UntilAsync("() => location.search === '?month=2023-09&view-corridor-map=table'");
            link = visit.Page.Url;

            await visit.Page.Keyboard.PressAsync("Home");
            await visit.Page.Locator("#corridor-map-chart-panel .main-svg .scatterlayer").First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
            Assert.Matches("^[A-Z].* is the largest movement: .* in [A-Z][a-z]+ 20", await visit.Page.Locator("#corridor-map-chart-panel .finding").InnerTextAsync());
            await visit.Page.Keyboard.PressAsync("ArrowRight");
            await visit.Page.Locator(".map svg.drawing").WaitForAsync();
            await visit.UntilAsync("() => location.search === '?month=2023-09'");
        }

        await using var fresh = await Visit.BeginFreshAsync(server);
        await fresh.OpenAsync(link);
        Assert.Empty(await Axe.SeriousAsync(fresh.Page));
        Assert.Equal(row, await fresh.Page.Locator("[data-movement='COL>PAN']").InnerTextAsync());
        Assert.Equal(0, await fresh.Page.Locator(".map svg.drawing").CountAsync());
    }

    [Fact]
    public async Task A_view_that_there_is_not_is_named_and_the_usual_one_shown()
    {
        await using var visit = await Visit.BeginAsync(server);

        await visit.OpenAsync($"/runs/{server.ExampleRun}?view-corridor-map=globe");

        Assert.Contains("'globe'", await visit.Page.Locator(".map .remarks").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal("Map", await visit.Page.EvaluateAsync<string>(Shown));
    }

    [Fact]
    public async Task On_paper_stands_the_view_that_is_shown_and_the_table_where_it_was()
    {
        await using var visit = await Visit.BeginAsync(server);
        await visit.OpenAsync($"{RouteExample.AddressOf("/compare", server)}&view-corridor-map=chart");
        await visit.ChartsAsync();
        Assert.False(await visit.Page.Locator(".flows").IsVisibleAsync());

        var paper = await Paper.PrintAsync(visit.Page, "A4", null);

        Assert.Matches(@"changes\s+most:", paper.Text);
        Assert.Matches(@"from\s+\\\s+to", paper.Text);
        Assert.DoesNotContain("Point at a flow", paper.Text, StringComparison.Ordinal);
    }
}
