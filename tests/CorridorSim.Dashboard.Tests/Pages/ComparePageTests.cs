using CorridorSim.Dashboard.Tests.Browsing;
using Microsoft.Playwright;

namespace CorridorSim.Dashboard.Tests.Pages;

[Collection(DashboardCollection.Name)]
public sealed class ComparePageTests(DashboardServer server)
{
    private string Path => $"/compare?base={server.ExampleRun}:americas-history&runs={server.ExampleRun}";

    [Fact]
    public async Task Swapping_the_baseline_flips_every_sign_exactly()
    {
        await using var visit = await Visit.BeginAsync(server);
        await visit.OpenAsync(Path);
        var forward = await visit.TextsAsync(".effects .change");

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Swap" }).ClickAsync();
        await visit.UntilAsync("() => document.querySelector('h1').textContent.startsWith('americas-history')");

        Assert.Equal(forward.Select(Flipped), await visit.TextsAsync(".effects .change"));
        Assert.Contains(forward, t => t.StartsWith('+'));
    }

    [Fact]
    public async Task Identical_scenarios_differ_by_exactly_zero_everywhere()
    {
        using var copy = new CopiedRun(server, "the-same-again");
        await using var visit = await Visit.BeginAsync(server);

        await visit.OpenAsync($"/compare?base={server.ExampleRun}&runs={copy.Id}");

        Assert.All(await visit.TextsAsync(".effects .change"), t => Assert.Equal("0", t));
        Assert.All(await visit.TextsAsync(".effects .verdict"), t => Assert.Equal("exactly zero", t));
        Assert.Equal("No difference at all", await visit.Page.Locator("h1").InnerTextAsync());
    }

    [Fact]
    public async Task Indicator_months_and_scale_can_be_chosen_and_a_fresh_browser_shows_the_same()
    {
        string link;
        IReadOnlyList<string> shown;
        await using (var visit = await Visit.BeginAsync(server))
        {
            await visit.OpenAsync(Path);
            await visit.Page.GetByRole(AriaRole.Combobox, new() { Name = "Indicator" }).SelectOptionAsync("deaths");
            await visit.UntilAsync("() => document.querySelector('[data-chart=deaths-change]')");
            await visit.Page.GetByRole(AriaRole.Combobox, new() { Name = "Months" }).SelectOptionAsync("2023");
            await visit.UntilAsync("() => location.search.includes('at=2023')");
            await visit.Page.GetByRole(AriaRole.Button, new() { Name = "%" }).ClickAsync();
            await visit.UntilAsync("() => document.querySelector('[data-chart=deaths-change] .note').textContent.startsWith('% of')");
            (link, shown) = (visit.Page.Url, await visit.TextsAsync(".effects tbody tr, h3"));
        }

        await using var fresh = await Visit.BeginAsync(server);
        await fresh.OpenAsync(link);

        Assert.Equal(shown, await fresh.TextsAsync(".effects tbody tr, h3"));
    }

    [Fact]
    public async Task The_difference_chart_shows_the_numbers_of_its_CSV()
    {
        await using var visit = await Visit.BeginAsync(server);
        await visit.OpenAsync($"{Path}&indicator=deaths");
        var chart = visit.Page.Locator("[data-chart=deaths-change]");

        await chart.GetByRole(AriaRole.Button, new() { Name = "Data" }).ClickAsync();
        var csv = Csv.AsShown(await visit.DownloadAsync(chart.GetByRole(AriaRole.Button, new() { Name = "CSV", Exact = true })));

        Assert.Equal(csv.SelectMany(r => r), await visit.TextsAsync("[data-chart=deaths-change] tbody td"));
    }

    [Fact]
    public async Task Winners_settings_flows_and_map_stand_below()
    {
        await using var visit = await Visit.BeginAsync(server);

        await visit.OpenAsync(Path);

        Assert.Contains("Panama", await visit.TextsAsync(".grid th[scope=row]"));
        Assert.Contains("adds agreements.us-panama", await visit.Page.Locator(".settings").InnerTextAsync(), StringComparison.Ordinal);
        Assert.NotEqual(0, await visit.Page.Locator(".flows td.up, .flows td.down, .flows td.unsure").CountAsync());
        Assert.NotEqual(0, await visit.Page.Locator(".map .flow.narrower").CountAsync());
        Assert.Contains("publishes no quantity", await visit.Page.Locator(".caveat").InnerTextAsync(), StringComparison.Ordinal);
    }

    private static string Flipped(string text) => text.Length == 0 || text == "0" ? text : text[0] == '+' ? "\u2212" + text[1..] : "+" + text[1..];
}
