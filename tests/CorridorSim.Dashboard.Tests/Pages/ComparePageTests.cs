using System.Net.Http.Json;
using System.Text.Json;
using CorridorSim.Analysis.Words;
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
        await visit.UntilAsync("() => document.querySelector('h1').textContent.startsWith('The Americas')");

        Assert.Equal(forward.Select(Flipped), await visit.TextsAsync(".effects .change"));
        Assert.Contains(forward, t => t.StartsWith('+'));
    }

    [Fact]
    public async Task Identical_scenarios_differ_by_exactly_zero_everywhere()
    {
        using var copy = new CopiedRun(server, "the-same-again");
        await using var visit = await Visit.BeginAsync(server);

        await visit.OpenAsync($"/compare?base={server.ExampleRun}&runs={copy.Id}");

        Assert.All(await visit.TextsAsync(".effects .change"), t => Assert.True(t is "0" or "0 points", t));
        Assert.All(await visit.TextsAsync(".effects .verdict"), t => Assert.Equal("no change", t));
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
    public async Task Another_baseline_is_chosen_and_the_world_with_itself_differs_by_nothing()
    {
        await using var visit = await Visit.BeginAsync(server);
        await visit.OpenAsync(Path);

        await visit.Page.GetByRole(AriaRole.Combobox, new() { Name = "Baseline" }).SelectOptionAsync(server.ExampleRun);
        await visit.UntilAsync("() => document.querySelector('h1').textContent === 'No difference at all'");

        Assert.All(await visit.TextsAsync(".effects .verdict"), t => Assert.Equal("no change", t));
        Assert.Contains($"base={server.ExampleRun}&", visit.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_month_can_be_chosen_and_the_table_has_its_effects()
    {
        using var client = new HttpClient { BaseAddress = new Uri(server.Address) };
        var answer = await client.GetFromJsonAsync<JsonElement>($"/api/v1/compare?base={server.ExampleRun}:americas-history&other={server.ExampleRun}&at=2023-05", TestContext.Current.CancellationToken);
        string[] changes = [.. answer.GetProperty("effects").EnumerateArray().Select(e => FigureText.Difference(e.GetProperty("differenceMedian") is { ValueKind: JsonValueKind.Number } number ? number.GetDouble() : double.NaN, e.GetProperty("unit").GetString()!))];
        await using var visit = await Visit.BeginAsync(server);
        await visit.OpenAsync(Path);
        Assert.NotEqual(changes, await visit.TextsAsync(".effects .change"));

        await visit.Page.GetByRole(AriaRole.Combobox, new() { Name = "Months" }).SelectOptionAsync("2023-05");
        await visit.UntilAsync("first => document.querySelector('.effects .change').textContent.trim() === first", changes[0]);

        Assert.Equal(changes, await visit.TextsAsync(".effects .change"));
        Assert.Contains("at=2023-05", visit.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fans_lie_over_each_other_and_differences_have_their_zero_line()
    {
        await using var visit = await Visit.BeginAsync(server);
        await visit.OpenAsync($"{Path}&indicator=deaths");
        await visit.ChartsAsync();

        Assert.Equal(["The Americas with the dated record of measures and agreements", "US-Panama Bilateral Arrangement on Migration and Protection, with assumed quantities", "after the fit: not tested"], await visit.TextsAsync("[data-chart=deaths] .legendtext"));
        Assert.Equal(2, await visit.Page.Locator("[data-chart=deaths] .scatterlayer .js-fill").CountAsync());
        var zero = await visit.Page.Locator("[data-chart=deaths-change] .zerolinelayer path, [data-chart=deaths-change] .zl").First.BoundingBoxAsync();
        var label = await visit.Page.Locator("[data-chart=deaths-change] .ytick text").Filter(new() { HasTextRegex = new("^0$") }).BoundingBoxAsync();
        Assert.InRange(zero!.Y, label!.Y, label.Y + label.Height);
        Assert.True(zero.Width > 200);
    }

    [Fact]
    public async Task Who_gains_is_faded_where_the_replicates_do_not_settle_the_sign()
    {
        await using var visit = await Visit.BeginAsync(server);
        await visit.OpenAsync(Path);

        var unsure = await visit.Page.Locator(".grid td.unsure").EvaluateAllAsync<string[][]>("cells => cells.map(c => [c.title, getComputedStyle(c).backgroundImage])");
        var sure = await visit.Page.Locator(".grid td.up, .grid td.down").EvaluateAllAsync<string[][]>("cells => cells.map(c => [c.title, getComputedStyle(c).backgroundImage])");

        Assert.NotEmpty(unsure);
        Assert.All(unsure, c => Assert.Contains("direction unclear", c[0], StringComparison.Ordinal));
        Assert.All(unsure, c => Assert.StartsWith("repeating-linear-gradient", c[1], StringComparison.Ordinal));
        Assert.All(sure, c => Assert.Equal((false, "none"), (c[0].Contains("direction unclear", StringComparison.Ordinal), c[1])));
    }

    [Fact]
    public async Task The_difference_chart_shows_the_numbers_of_its_CSV()
    {
        await using var visit = await Visit.BeginAsync(server);
        await visit.OpenAsync($"{Path}&indicator=deaths");
        var chart = visit.Page.Locator("[data-chart=deaths-change]");

        await chart.GetByRole(AriaRole.Tab, new() { Name = "Table" }).ClickAsync();
        var csv = Csv.AsShown(await visit.DownloadAsync(chart.GetByRole(AriaRole.Button, new() { Name = "CSV", Exact = true })));

        Assert.Equal(csv.SelectMany(r => r), await visit.TextsAsync("[data-chart=deaths-change] tbody td"));
    }

    [Fact]
    public async Task Shares_are_in_per_cent_and_their_changes_in_points_in_table_title_and_axis()
    {
        await using var visit = await Visit.BeginAsync(server);
        await visit.OpenAsync($"{Path}&indicator=legal-share");
        await visit.ChartsAsync();

        var row = await visit.TextsAsync("[data-indicator='legal share of arrivals'] td.num");

        Assert.All(row.Take(2), t => Assert.EndsWith("%", t, StringComparison.Ordinal));
        Assert.EndsWith(" points", row[2], StringComparison.Ordinal);
        Assert.All((await visit.TextsAsync("[data-chart=legal-share] .ytick text")).Where(t => t.Any(char.IsDigit)), t => Assert.EndsWith("%", t, StringComparison.Ordinal));
        Assert.DoesNotContain(" share more", await visit.Page.Locator("[data-chart=legal-share] h3").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Winners_settings_flows_and_map_stand_below()
    {
        await using var visit = await Visit.BeginAsync(server);

        await visit.OpenAsync(Path);

        Assert.Contains("Panama", await visit.TextsAsync(".grid th[scope=row]"));
        Assert.Contains("in force in", Assert.Single(await visit.TextsAsync("[data-agreement=us-panama]")), StringComparison.Ordinal);
        Assert.NotEmpty(await visit.TextsAsync(".places tbody tr"));
        var settings = await visit.Page.Locator(".settings tbody tr").InnerTextAsync();
        Assert.StartsWith("US-Panama Bilateral Arrangement on Migration and Protection\tnothing", settings, StringComparison.Ordinal);
        Assert.Contains("Signed by the United States and Panama in April 2022.", settings, StringComparison.Ordinal);
        Assert.Contains("400 more places a month in United States: resettlement", settings, StringComparison.Ordinal);
        Assert.NotEqual(0, await visit.Page.Locator(".flows td.up, .flows td.down, .flows td.unsure").CountAsync());
        Assert.NotEqual(0, await visit.Page.Locator(".map .flow.narrower").CountAsync());
        Assert.Contains("states no quantity", await visit.Page.Locator(".caveat").First.InnerTextAsync(), StringComparison.Ordinal);
    }

    private static string Flipped(string text) => text.Length == 0 || text is "0" or "about 0" ? text : text[0] == '+' ? "\u2212" + text[1..] : "+" + text[1..];
}
