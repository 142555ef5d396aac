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
    public async Task A_threshold_hides_what_is_smaller_in_matrix_and_picture()
    {
        await using var visit = await Visit.BeginAsync(server);
        await visit.OpenAsync(Path);
        var links = await visit.Page.Locator(".sankey path").CountAsync();

        await visit.Page.GetByRole(AriaRole.Spinbutton, new() { Name = "Hide below" }).FillAsync("2000000");
        await visit.Page.GetByRole(AriaRole.Spinbutton, new() { Name = "Hide below" }).BlurAsync();
        await visit.UntilAsync("() => !document.querySelector(\"[data-flow='COL>PAN']\")");

        await visit.UntilAsync("links => document.querySelectorAll('.sankey path').length < links", links);

        Assert.Equal(1, await visit.Page.Locator("[data-flow='NIC>HND']").CountAsync());
        Assert.Contains("least=2000000", visit.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_corridor_is_pinned_by_keyboard_keeps_its_users_alone_and_is_let_go()
    {
        await using var visit = await Visit.BeginAsync(server);
        await visit.OpenAsync(Path);
        var all = await visit.TextsAsync(".matrix th[scope=row] a[href*='nationality-']");

        await visit.Page.Locator("[data-flow='COL>PAN'] button").FocusAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.Locator("[data-chart='irregular-entries-col-pan']").WaitForAsync();
        var users = await visit.TextsAsync(".matrix th[scope=row] a[href*='nationality-']");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Unpin Colombia to Panama" }).ClickAsync();
        await visit.Page.Locator("[data-chart='irregular-entries-col-pan']").WaitForAsync(new() { State = WaitForSelectorState.Detached });

        // Mexicans do not come through the Darien.
        Assert.Contains("Mexico", all);
        Assert.DoesNotContain("Mexico", users);
        Assert.Contains("Venezuela", users);
        Assert.Equal(all, await visit.TextsAsync(".matrix th[scope=row] a[href*='nationality-']"));
    }

    [Fact]
    public async Task The_last_month_can_be_chosen_and_parts_of_the_time_add_up()
    {
        await using var visit = await Visit.BeginAsync(server);
        await visit.OpenAsync($"{Path}?from=2023-01");

        await visit.Page.GetByRole(AriaRole.Combobox, new() { Name = "to", Exact = true }).SelectOptionAsync("2023-01");
        await visit.Page.GetByText("Persons from January 2023 to January 2023").WaitForAsync();
        var flow = await visit.Page.Locator("[data-flow='COL>PAN']").InnerTextAsync();
        await visit.OpenAsync($"/runs/{server.ExampleRun}?month=2023-01");
        await visit.Page.Locator(".map [data-flow='COL>PAN']").FocusAsync();
        await visit.UntilAsync("() => document.querySelector('.readout').textContent.includes('Colombia to Panama')");

        Assert.Equal($"irregular entries, Colombia to Panama: {flow.Trim()} in January 2023", await visit.Page.Locator(".readout").InnerTextAsync());
    }

    [Fact]
    public async Task Origins_ways_and_outcomes_are_joined_and_saved()
    {
        await using var visit = await Visit.BeginAsync(server);
        await visit.OpenAsync(Path);

        var labels = await visit.TextsAsync(".sankey text");
        var figure = visit.Page.Locator("#flows-chart-panel");
        var csv = await visit.DownloadAsync(figure.GetByRole(AriaRole.Button, new() { Name = "CSV", Exact = true }));

        var svg = await visit.DownloadAsync(figure.GetByRole(AriaRole.Button, new() { Name = "SVG" }));
        var png = await visit.Page.RunAndWaitForDownloadAsync(() => figure.GetByRole(AriaRole.Button, new() { Name = "PNG" }).ClickAsync());

        // Picture and numbers say what they are, of how many simulations, and how they are made again.
        Assert.Matches("(?s)>From origin to outcome</text>.*people or events over the months chosen; 64 simulations.*Made by: ./corridorsim run ", svg);
        Assert.Matches("^# Title: From origin to outcome\n# Unit: .*\n# Interval: 64 simulations.*\n# Source: CorridorSim, a simulation.*\n# Command: ./corridorsim run .*record=flows.*\norigin,way,", csv);
        Assert.Contains("admitted legally", svg, StringComparison.Ordinal);
        // The command is there to its end, over as many lines as it takes.
        Assert.Contains("record=flows", svg[svg.IndexOf("Made by", StringComparison.Ordinal)..], StringComparison.Ordinal);
        Assert.Equal(2000, (await Picture.SizeAsync(png)).Width);
        Assert.Contains(labels, l => l.StartsWith("Venezuela", StringComparison.Ordinal));
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
