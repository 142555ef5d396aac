using CorridorSim.Dashboard.Tests.Browsing;
using Microsoft.Playwright;

namespace CorridorSim.Dashboard.Tests.Pages;

[Collection(DashboardCollection.Name)]
public sealed class TrackRecordPageTests(DashboardServer server)
{
    [Fact]
    public async Task Every_registered_forecast_is_listed_and_the_months_that_came_stand_beside_it()
    {
        await using var visit = await Visit.BeginAsync(server);
        await visit.OpenAsync($"/track-record?name={MadeForecast.Name}");
        await visit.ChartsAsync();

        var ledger = await visit.TextsAsync(".ledger tbody tr");
        var heading = await visit.Page.Locator("[data-chart=track-record] h3").InnerTextAsync();
        var scores = await visit.Page.Locator(".scores tbody tr").AllInnerTextsAsync();

        Assert.Contains(ledger, r => r.StartsWith(MadeForecast.Name, StringComparison.Ordinal) && r.Contains("unchanged", StringComparison.Ordinal));
        Assert.Contains(ledger, r => r.StartsWith("americas-2024-01", StringComparison.Ordinal));
        Assert.Equal(["forecast", "last month carried forward", "observed"], await visit.TextsAsync("[data-chart=track-record] .legendtext"));
        Assert.Matches("of 6 months with data since lie within the 90% band", heading);
        Assert.Contains(scores, s => s.StartsWith("all series, all nationalities\t1 to 3\t3", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_forecast_whose_months_have_not_come_says_so_and_series_can_be_chosen()
    {
        await using var visit = await Visit.BeginAsync(server);
        await visit.OpenAsync("/track-record?name=americas-2024-01");
        await visit.ChartsAsync();

        Assert.Contains("There are no data yet for its months", await visit.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await visit.Page.Locator(".remarks").CountAsync());
        await visit.OpenAsync("/track-record?name=americas-2024-01&series=nonsense&nationality=XXX");
        Assert.Equal(2, (await visit.TextsAsync(".remarks li")).Count(t => t.Contains("which there is not", StringComparison.Ordinal)));
        await visit.Page.GetByRole(AriaRole.Combobox, new() { Name = "Series" }).SelectOptionAsync(MadeForecast.Series);
        await visit.UntilAsync("() => location.search.includes('series=') && document.querySelector('[data-chart=track-record] h3')?.textContent.includes('Colombia to Panama')");
    }

    [Fact]
    public async Task A_forecast_of_which_a_byte_was_changed_is_named_and_not_scored()
    {
        var forecast = Path.Combine(server.ScenariosFolder, "forecasts", MadeForecast.Name);
        var copy = Path.Combine(server.ScenariosFolder, "forecasts", "changed");
        Directory.CreateDirectory(copy);
        foreach (var file in Directory.EnumerateFiles(forecast))
        {
            File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
        }

        await File.AppendAllTextAsync(Path.Combine(copy, "forecasts.csv"), " ", TestContext.Current.CancellationToken);
        try
        {
            await using var visit = await Visit.BeginAsync(server);
            await visit.OpenAsync("/track-record");

            Assert.Contains(await visit.TextsAsync(".ledger tbody tr"), r => r.StartsWith("changed", StringComparison.Ordinal) && r.Contains("was changed after it was registered", StringComparison.Ordinal));
        }
        finally
        {
            Directory.Delete(copy, recursive: true);
        }
    }
}
