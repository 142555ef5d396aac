using System.Net.Http.Json;
using CorridorSim.Dashboard.Runs;
using CorridorSim.Dashboard.Tests.Browsing;
using Microsoft.Extensions.DependencyInjection;

namespace CorridorSim.Dashboard.Tests.Pages;

/// <summary>A run says what was set on top of its scenario, and a chart what was observed and what was never tested.</summary>
[Collection(DashboardCollection.Name)]
public sealed class ChangedRunTests(DashboardServer server)
{
    private const string Referrals = "agreements.us-panama.provisions.referrals.places-per-month.value=900";

    [Fact]
    public async Task The_page_of_a_run_lists_the_settings_that_were_changed_in_words()
    {
        var id = await RunAsync(new RunRequest { Scenario = "us-panama-2022", Replicates = 8, Set = [Referrals, "assumptions.behaviour.forgetting-months=30"] });
        await using var visit = await Visit.BeginAsync(server);

        await visit.OpenAsync($"/runs/{id}");

        var told = await visit.TextsAsync(".changed li");
        Assert.Equal("referrals (US-Panama Bilateral Arrangement on Migration and Protection): 400 \u2192 900 persons/month", told[0]);
        Assert.Matches(@" \u2192 30 months$", told[1]);
        using var client = new HttpClient { BaseAddress = new Uri(server.Address) };
        var answer = await client.GetFromJsonAsync<System.Text.Json.JsonElement>($"/api/v1/runs/{id}", TestContext.Current.CancellationToken);
        Assert.Equal(told, answer.GetProperty("run").GetProperty("changes").EnumerateArray().Select(c => c.GetProperty("words").GetString()));
        Directory.Delete(Path.Combine(server.RunsFolder, id), recursive: true);
    }

    [Fact]
    public async Task A_run_as_its_file_states_it_lists_none()
    {
        await using var visit = await Visit.BeginAsync(server);

        await visit.OpenAsync($"/runs/{server.ExampleRun}");

        Assert.Equal(0, await visit.Page.Locator(".changed").CountAsync());
    }

    [Fact]
    public async Task A_scenario_that_extends_nothing_is_kept_beside_itself_as_its_file_states_it()
    {
        var id = await RunAsync(new RunRequest { Scenario = "displaced-schemes", Replicates = 8, Set = ["measures.GBR.family-scheme.places-per-month.value=12000"] });
        await using var visit = await Visit.BeginAsync(server);

        await visit.OpenAsync($"/runs/{id}");

        Assert.Contains("compared with the same scenario as its file states it", await visit.Page.Locator(".page > .note").First.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains(await visit.TextsAsync(".effects.figures td:nth-child(5)"), t => t.StartsWith('+'));
        Directory.Delete(Path.Combine(server.RunsFolder, id), recursive: true);
    }

    [Theory]
    [InlineData("/runs/{Id}")]
    [InlineData("/compare")]
    public async Task Charts_show_what_was_observed_and_shade_the_months_after_the_fit(string page)
    {
        await using var visit = await Visit.BeginAsync(server);
        await visit.OpenAsync($"{RouteExample.AddressOf(page, server)}{(page == "/compare" ? "&indicator=irregular-entries:COL%3EPAN" : string.Empty)}");
        await visit.ChartsAsync();
        const string Chart = "[data-chart=irregular-entries-col-pan]";

        Assert.Contains("observed", await visit.TextsAsync($"{Chart} .legendtext"));
        Assert.Contains("after the fit: not tested", await visit.TextsAsync($"{Chart} .legendtext"));
        var drawn = await visit.Page.Locator($"{Chart} .scatterlayer .points path").CountAsync();
        var table = await File.ReadAllLinesAsync(Path.Combine(server.ScenariosFolder, "worlds", "americas", "observations.csv"), TestContext.Current.CancellationToken);
        Assert.Equal(table.Count(l => l.StartsWith("irregular-entries:COL>PAN,ALL,202", StringComparison.Ordinal) && string.CompareOrdinal(l.Split(',')[2], "2021-01") >= 0), drawn);
        Assert.Equal(1, await visit.Page.Locator($"{Chart} .shapelayer path[style*='128, 128, 128']").CountAsync());
        Assert.Matches("lie in the 90% interval.*data$", (await visit.Page.Locator(".quality").InnerTextAsync()).Trim());
    }

    [Fact]
    public async Task Compare_never_tells_that_fewer_replicates_than_there_are_would_settle_a_sign()
    {
        await using var visit = await Visit.BeginAsync(server);

        await visit.OpenAsync(RouteExample.AddressOf("/compare", server));

        var told = await visit.Page.GetByText("would show the direction").AllInnerTextsAsync();
        Assert.All(told, t => Assert.InRange(Csv.Number(t.Split(' ')[1].Replace(",", string.Empty, StringComparison.Ordinal)), 65, 1e6));
    }

    private async Task<string> RunAsync(RunRequest request) => await server.FinishedAsync(server.Services.GetRequiredService<RunJobs>().Start(request));
}
