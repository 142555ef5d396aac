using System.Net.Http.Json;
using System.Text.Json;
using CorridorSim.Analysis.Words;
using CorridorSim.Dashboard.Tests.Browsing;
using Microsoft.Playwright;

namespace CorridorSim.Dashboard.Tests.Pages;

/// <summary>What a reader assumes about the world holds on both sides of the comparison, and is never credited to the agreement.</summary>
[Collection(DashboardCollection.Name)]
public sealed class WhatIfWorldTests(DashboardServer server)
{
    private const string Path = "/what-if/us-panama-2022";
    private const string Forgetting = "behaviour.forgetting-months";
    private static readonly string[] NoChange = ["0", "0 points"];
    private const string Referrals = "agreements.us-panama.provisions.referrals.places-per-month";

    [Fact]
    public async Task A_moved_world_alone_changes_nothing_that_an_empty_agreement_does()
    {
        await using var visit = await Visit.BeginAsync(server);

        await visit.OpenAsync($"/what-if/us-panama-as-signed?set={Forgetting}%3D10");

        Assert.All(await visit.TextsAsync(".effects:not(.apart) .change"), t => Assert.Contains(t, NoChange));
        Assert.All(await visit.TextsAsync(".apart td:nth-child(3), .apart td:nth-child(7)"), t => Assert.Contains(t, NoChange));
        Assert.Contains(await visit.TextsAsync(".apart td:nth-child(5)"), t => !NoChange.Contains(t));
        Assert.Contains("under the same changed assumptions", await visit.Page.Locator(".whatif .bar").First.InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Policy_world_and_their_joint_effect_are_three_numbers_that_add_up_to_the_whole()
    {
        using var client = new HttpClient { BaseAddress = new Uri(server.Address) };
        var moved = await AskAsync(client, new() { [Forgetting] = 10, [Referrals] = 900 });
        var policy = await AskAsync(client, new() { [Referrals] = 900 });

        var apart = moved.GetProperty("apart").EnumerateArray().Single(a => a.GetProperty("indicator").GetString() == "deaths in transit");
        var alone = policy.GetProperty("effects").EnumerateArray().Single(e => e.GetProperty("indicator").GetString() == "deaths in transit");
        var here = moved.GetProperty("effects").EnumerateArray().Single(e => e.GetProperty("indicator").GetString() == "deaths in transit");

        // In the world of the file the policy does what it does when nothing of the world is moved.
        Assert.Equal(alone.GetProperty("differenceMedian").GetDouble(), apart.GetProperty("policy").GetProperty("median").GetDouble(), 1e-9);
        Assert.NotEqual(alone.GetProperty("differenceMedian").GetDouble(), here.GetProperty("differenceMedian").GetDouble());
        Assert.Empty(policy.GetProperty("apart").EnumerateArray());

        await using var visit = await Visit.BeginAsync(server);
        await visit.OpenAsync($"{Path}?set={Forgetting}%3D10&set={Referrals}%3D900");
        var row = await visit.Page.Locator(".apart [data-indicator='deaths in transit'] td").AllInnerTextsAsync();
        string[] parts = ["policy", "world", "joint"];
        Assert.Equal(parts.Select(p => FigureText.Difference(apart.GetProperty(p).GetProperty("median").GetDouble(), "persons")), [row[2], row[4], row[6]]);
    }

    [Fact]
    public async Task A_link_that_cannot_be_taken_over_says_so()
    {
        await using var visit = await Visit.BeginAsync(server);

        await visit.OpenAsync($"{Path}?set={Referrals}%3D-5&set=nothing.of-the-kind%3D1&set={Forgetting}%3Dmany&set=agreements.us-panama.provisions.protection.places-per-month%3D5000");

        Assert.Equal(
            [
                $"-5 for '{Referrals}' is not possible: it must be from 0 to 1000000. 0 is used.",
                "'nothing.of-the-kind' is not a slider of this scenario and is left out.",
                $"'many' for '{Forgetting}' is not a number and is left out.",
                "5000 for 'agreements.us-panama.provisions.protection.places-per-month' is outside the range 0 to 1500 that is thought plausible. It is used as given.",
            ],
            await visit.TextsAsync(".remarks li"));
        Assert.Equal(["referrals: 400 \u2192 0 persons/month", "protection: 300 \u2192 5,000 persons/month"], await visit.TextsAsync(".changes li"));
        Assert.Equal("5000", await visit.Page.Locator("[data-knob='agreements.us-panama.provisions.protection.places-per-month'] input[type=range]").InputValueAsync());
    }

    [Theory]
    [InlineData("agreements.us-panama.provisions.referrals.places-per-month.value")]
    [InlineData("agreements.us-panama.referrals.places-per-month")]
    [InlineData("agreements.us-panama.referrals.places-per-month.value")]
    public async Task Every_spelling_of_a_path_is_understood(string path)
    {
        await using var visit = await Visit.BeginAsync(server);

        await visit.OpenAsync($"{Path}?set={path}%3D900&set=assumptions.{Forgetting}%3D10");

        Assert.Equal("referrals: 400 \u2192 900 persons/month", (await visit.TextsAsync(".changes li"))[0]);
        Assert.Equal(2, await visit.Page.Locator(".changes li").CountAsync());
        Assert.Equal(0, await visit.Page.Locator(".remarks").CountAsync());
    }

    [Fact]
    public async Task A_lever_shows_the_value_of_today_beside_what_it_makes_of_it()
    {
        await using var visit = await Visit.BeginAsync(server);

        await visit.OpenAsync($"{Path}?set=agreements.us-panama.provisions.danger.factor%3D0.5");

        var told = await visit.TextsAsync(".knob .today");
        Assert.NotEmpty(told);
        Assert.All(told, t => Assert.Matches(@"^without and with this clause: \S.* \u2192 \S", t));
    }

    [Fact]
    public async Task A_kept_scenario_has_the_baseline_of_the_page_and_gives_its_numbers()
    {
        await using var visit = await Visit.BeginAsync(server);
        await visit.OpenAsync($"{Path}?set={Forgetting}%3D30&set={Referrals}%3D700");
        var shown = await visit.TextsAsync(".effects:not(.apart) .change");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Save..." }).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Textbox, new() { Name = "Name" }).FillAsync("moved world");

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Save as scenario file" }).ClickAsync();
        await visit.Page.GetByText("Saved as moved-world.yaml").WaitForAsync();
        await visit.OpenAsync("/what-if/moved-world");

        Assert.Equal(shown, await visit.TextsAsync(".effects:not(.apart) .change"));
        File.Delete(System.IO.Path.Combine(server.ScenariosFolder, "moved-world.yaml"));
        File.Delete(System.IO.Path.Combine(server.ScenariosFolder, "moved-world-baseline.yaml"));
    }

    private static async Task<JsonElement> AskAsync(HttpClient client, Dictionary<string, double> set)
    {
        using var reply = await client.PostAsJsonAsync("/api/v1/what-if", new { scenario = "us-panama-2022", set }, TestContext.Current.CancellationToken);
        reply.EnsureSuccessStatusCode();
        return await reply.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
    }
}
