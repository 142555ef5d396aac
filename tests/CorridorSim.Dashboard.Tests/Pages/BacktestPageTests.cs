using CorridorSim.Dashboard.Tests.Browsing;
using Microsoft.Playwright;

namespace CorridorSim.Dashboard.Tests.Pages;

[Collection(DashboardCollection.Name)]
public sealed class BacktestPageTests(DashboardServer server)
{
    [Fact]
    public async Task Observed_and_simulated_stand_together_and_nationality_can_be_chosen()
    {
        await using var visit = await Visit.BeginAsync(server);
        await visit.OpenAsync("/backtest?scenario=americas-history&from=2022-10");
        await visit.ChartsAsync();

        Assert.Equal(["simulated", "last month carried forward", "observed"], await visit.TextsAsync("[data-chart=backtest] .legendtext"));
        await visit.Page.GetByRole(AriaRole.Combobox, new() { Name = "Nationality" }).SelectOptionAsync("CUB");
        await visit.UntilAsync("() => location.search.includes('nationality=CUB') && document.querySelector('[data-chart=backtest] h3')?.textContent.includes('CUB')");

        Assert.NotEqual(0, await visit.Page.Locator(".scores tbody tr").CountAsync());
    }

    [Fact]
    public async Task Scenarios_whose_world_has_no_observations_are_not_offered()
    {
        await using var visit = await Visit.BeginAsync(server);
        await visit.OpenAsync("/backtest?scenario=americas-history&from=2022-10");

        var offered = await visit.Page.GetByRole(AriaRole.Combobox, new() { Name = "Scenario" }).Locator("option").EvaluateAllAsync<string[]>("options => options.map(o => o.value)");

        Assert.Contains("americas-history", offered);
        Assert.StartsWith("holdout-", offered[0], StringComparison.Ordinal);
        Assert.DoesNotContain("displaced-schemes", offered);
    }
}
