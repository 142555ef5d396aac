using CorridorSim.Dashboard.Tests.Browsing;
using Microsoft.Playwright;

namespace CorridorSim.Dashboard.Tests.Pages;

[Collection(DashboardCollection.Name)]
public sealed class FlowsPageTests(DashboardServer server)
{
    private string Path => $"/runs/{server.ExampleRun}/flows";

    [Fact]
    public async Task Months_threshold_and_pinned_corridor_change_the_picture_and_stand_in_the_address()
    {
        await using var visit = await Visit.BeginAsync(server);
        await visit.OpenAsync(Path);
        var whole = await visit.Page.Locator("[data-flow='COL>PAN']").First.InnerTextAsync();

        await visit.Page.GetByRole(AriaRole.Combobox, new() { Name = "From" }).SelectOptionAsync("2023-01");
        await visit.UntilAsync("whole => document.querySelector(\"[data-flow='COL>PAN']\").innerText !== whole", whole);
        await visit.Page.Locator("[data-flow='COL>PAN'] button").ClickAsync();
        await visit.Page.Locator("[data-chart^=irregular-entries]").WaitForAsync();
        await visit.Page.GetByRole(AriaRole.Spinbutton, new() { Name = "Hide below" }).FillAsync("100000000");
        await visit.Page.GetByRole(AriaRole.Spinbutton, new() { Name = "Hide below" }).BlurAsync();
        await visit.Page.GetByText("Nobody moves above this threshold").WaitForAsync();

        Assert.Contains("pin=COL", visit.Page.Url, StringComparison.Ordinal);
        Assert.Contains("from=2023-01", visit.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Origins_ways_and_outcomes_are_joined_and_saved()
    {
        await using var visit = await Visit.BeginAsync(server);
        await visit.OpenAsync(Path);

        var labels = await visit.TextsAsync(".sankey text");
        var csv = await visit.DownloadAsync(visit.Page.GetByRole(AriaRole.Button, new() { Name = "CSV", Exact = true }));

        Assert.Contains(labels, l => l.StartsWith("VEN", StringComparison.Ordinal));
        Assert.Contains(labels, l => l.StartsWith("admitted legally", StringComparison.Ordinal));
        Assert.Contains("VEN,", csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_flows_of_a_passage_are_those_of_the_stored_run()
    {
        await using var visit = await Visit.BeginAsync(server);
        await visit.OpenAsync(Path);
        var shown = await visit.Page.Locator("[data-flow='COL>PAN']").First.InnerTextAsync();

        await visit.OpenAsync($"/runs/{server.ExampleRun}");

        Assert.Equal(shown.Trim(), await visit.Page.Locator("[data-card='irregular entries COL>PAN'] strong").InnerTextAsync());
    }
}
