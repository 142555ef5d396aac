using System.Globalization;
using CorridorSim.Dashboard.Tests.Browsing;
using Microsoft.Playwright;

namespace CorridorSim.Dashboard.Tests.Pages;

[Collection(DashboardCollection.Name)]
public sealed class WhyPageTests(DashboardServer server)
{
    private const string Places = "agreements.us-panama.provisions.referrals.places-per-month";

    [Fact]
    public async Task Parts_add_up_and_a_provision_taken_out_leaves_the_list()
    {
        await using var visit = await Visit.BeginAsync(server);
        await visit.OpenAsync("/why?scenario=us-panama-2022");
        var parts = await visit.TextsAsync(".parts tr[data-part] td:nth-child(2)");

        Assert.Equal(4, parts.Count);
        Assert.Equal(Number(parts[3]), parts.Take(3).Sum(Number), 2.0);

        await visit.Page.Locator("[data-provision='us-panama/referrals']").UncheckAsync();
        await visit.UntilAsync("() => document.querySelectorAll('.parts tr[data-part]').length === 3");

        Assert.Contains("without=us-panama", visit.Page.Url, StringComparison.Ordinal);
        await visit.Page.Locator("[data-provision='us-panama/referrals']").CheckAsync();
        await visit.UntilAsync("() => document.querySelectorAll('.parts tr[data-part]').length === 4");
        Assert.Equal(parts, await visit.TextsAsync(".parts tr[data-part] td:nth-child(2)"));
    }

    [Fact]
    public async Task Bars_with_intervals_are_those_of_the_table_for_the_indicator_that_is_chosen()
    {
        await using var visit = await Visit.BeginAsync(server);
        await visit.OpenAsync("/why?scenario=us-panama-2022");

        await visit.Page.GetByRole(AriaRole.Combobox, new() { Name = "Indicator" }).SelectOptionAsync("deaths");
        await visit.UntilAsync("() => location.search.includes('indicator=deaths') && document.querySelector('[data-chart=why] h3').textContent.startsWith('deaths')");
        await visit.ChartsAsync();
        await visit.UntilAsync("() => document.querySelectorAll('[data-chart=why] .barlayer .point').length === 4 && document.querySelectorAll('[data-chart=why] .xerror').length === 4");
        var bars = await visit.Page.EvaluateAsync<double[]>("() => document.querySelector('[data-chart=why] .js-plotly-plot').data[0].x");
        var table = (await visit.TextsAsync(".parts tr[data-part] td:nth-child(2)")).Select(Number);

        Assert.Equal(table.Order(), bars.Select(b => Number(CorridorSim.Analysis.Words.FigureText.Difference(b, "persons"))).Order());
        Assert.EndsWith("of the effect comes from safe transit", await visit.Page.Locator("[data-chart=why] h3").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_many_combinations_are_simulated_the_page_says_how_far_it_is()
    {
        await using var visit = await Visit.BeginAsync(server);

        // So many combinations that they are still at work when the page is left, which ends them.
        await visit.Page.GotoAsync($"{server.Address}/why?scenario=regional-compact");

        await visit.UntilAsync("() => /^Simulating every combination of clauses[.]{3} [1-9][0-9]* of [1-9][0-9]* simulations done$/.test(document.querySelector('.waiting')?.textContent.trim())");
        Assert.Equal("false", await visit.Page.Locator(".page").GetAttributeAsync("data-ready"));
    }

    [Fact]
    public async Task A_changed_world_is_told_apart_from_the_policy_in_four_lines()
    {
        await using var visit = await Visit.BeginAsync(server);

        await visit.OpenAsync("/why?scenario=us-panama-2022&set=behaviour.give-up-value=0.3&indicator=deaths");

        var lines = (await visit.TextsAsync(".four td.num:nth-child(2)")).Select(Number).ToArray();
        Assert.Equal(4, lines.Length);
        Assert.Equal(lines[3], lines[0] + lines[1] + lines[2], 2.0);
    }

    [Fact]
    public async Task Copy_command_gives_the_line_that_makes_the_parts_also_without_a_provision()
    {
        await using var visit = await Visit.BeginAsync(server);
        await visit.OpenAsync($"/why?scenario=us-panama-2022&set={Places}=700&without=us-panama/safe-transit");

        await visit.Page.Locator("[data-chart=why]").GetByRole(AriaRole.Button, new() { Name = "Copy command" }).ClickAsync();
        await visit.Page.GetByText("Copied").WaitForAsync();

        var copied = await visit.Page.EvaluateAsync<string>("() => navigator.clipboard.readText()");
        Assert.StartsWith("./corridorsim why ", copied, StringComparison.Ordinal);
        Assert.EndsWith($"us-panama-2022.yaml --set {Places}.value=700 --set agreements.us-panama.provisions.safe-transit.factor.value=1 --replicates 64", copied, StringComparison.Ordinal);
    }

    private static double Number(string text) => text == "about 0" ? 0 : double.Parse(text.Replace("\u2212", "-", StringComparison.Ordinal), NumberStyles.Any, CultureInfo.InvariantCulture);
}
