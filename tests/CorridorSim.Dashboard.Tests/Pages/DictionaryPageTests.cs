using CorridorSim.Dashboard.Tests.Browsing;

namespace CorridorSim.Dashboard.Tests.Pages;

[Collection(DashboardCollection.Name)]
public sealed class DictionaryPageTests(DashboardServer server)
{
    [Fact]
    public async Task A_label_of_a_chart_leads_to_its_meaning()
    {
        await using var visit = await Visit.BeginAsync(server);
        await visit.OpenAsync($"/runs/{server.ExampleRun}");

        await visit.Page.Locator("[data-chart=deaths]").GetByText("what is this?").ClickAsync();
        await visit.Page.Locator(".dictionary .found").WaitForAsync();

        Assert.Contains("deaths on the way", await visit.Page.Locator(".dictionary .found").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_finds_parameters_with_unit_range_and_source()
    {
        await using var visit = await Visit.BeginAsync(server);
        await visit.OpenAsync("/dictionary");

        await visit.Page.GetByRole(Microsoft.Playwright.AriaRole.Searchbox, new() { Name = "Search" }).FillAsync("word-of-mouth");
        await visit.UntilAsync("() => document.querySelectorAll('.dictionary dt').length === 1");

        Assert.Contains("valid from", await visit.Page.Locator(".dictionary dd").InnerTextAsync(), StringComparison.Ordinal);
    }
}
