using System.Net.Http.Json;
using CorridorSim.Dashboard.Charts;
using CorridorSim.Dashboard.Tests.Browsing;
using Microsoft.Playwright;

namespace CorridorSim.Dashboard.Tests.Pages;

[Collection(DashboardCollection.Name)]
public sealed class WhatIfPageTests(DashboardServer server)
{
    private const string Path = "/what-if/us-panama-2022";
    private const string Referrals = "agreements.us-panama.provisions.referrals.places-per-month";

    [Fact]
    public async Task A_moved_slider_reruns_the_model_says_so_in_words_and_stands_in_the_address()
    {
        await using var visit = await Visit.BeginAsync(server);
        await visit.OpenAsync(Path);
        var before = await AdmissionsAsync(visit);

        await MoveAsync(visit, Referrals, 1200);

        Assert.NotEqual(before, await AdmissionsAsync(visit));
        Assert.Contains("You changed 1 thing", await visit.Page.Locator(".changes").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("referrals: 400 \u2192 1,200 persons/month", await visit.Page.Locator(".changes").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains($"set={Referrals}", Uri.UnescapeDataString(visit.Page.Url), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Undo_goes_back_one_step_and_reset_to_the_scenario()
    {
        await using var visit = await Visit.BeginAsync(server);
        await visit.OpenAsync(Path);
        var original = await AdmissionsAsync(visit);

        await MoveAsync(visit, Referrals, 1200);
        var moved = await AdmissionsAsync(visit);
        await MoveAsync(visit, Referrals, 0);
        await ClickAndWaitAsync(visit, "Undo");
        Assert.Equal(moved, await AdmissionsAsync(visit));

        await ClickAndWaitAsync(visit, "Reset");
        Assert.Equal(original, await AdmissionsAsync(visit));
    }

    [Fact]
    public async Task A_link_opened_in_a_fresh_browser_shows_the_same_picture()
    {
        string link;
        IReadOnlyList<string> shown;
        await using (var first = await Visit.BeginAsync(server))
        {
            await first.OpenAsync(Path);
            await MoveAsync(first, Referrals, 900);
            link = first.Page.Url;
            shown = await first.TextsAsync(".effects tbody tr");
        }

        await using var second = await Visit.BeginFreshAsync(server);
        await second.OpenAsync(link);

        Assert.Equal(shown, await second.TextsAsync(".effects tbody tr"));
        Assert.Contains("You changed 1 thing", await second.Page.Locator(".changes").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_table_shows_the_numbers_that_the_interface_for_programs_returns()
    {
        await using var visit = await Visit.BeginAsync(server);
        await visit.OpenAsync($"{Path}?set={Referrals}=800");
        using var client = new HttpClient { BaseAddress = new Uri(server.Address) };

        using var reply = await client.PostAsJsonAsync(
            "/api/v1/what-if", new { scenario = "us-panama-2022", set = new Dictionary<string, double> { [Referrals] = 800 } }, TestContext.Current.CancellationToken);
        var answer = await reply.Content.ReadFromJsonAsync<Dashboard.Api.WhatIfReply>(TestContext.Current.CancellationToken);

        Assert.Equal(answer!.Effects.Select(e => Numbers.WithSign(e.DifferenceMedian!.Value)), await visit.TextsAsync(".effects .change"));
    }

    [Fact]
    public async Task A_whole_slider_works_by_keyboard_alone()
    {
        await using var visit = await Visit.BeginAsync(server);
        await visit.OpenAsync(Path);

        await visit.Page.Locator($"[data-knob='{Referrals}'] input").FocusAsync();
        var answers = await AnswersAsync(visit);
        await visit.Page.Keyboard.PressAsync("ArrowRight");
        await visit.UntilAsync("n => +document.querySelector('.speed').dataset.answer > n", answers);

        Assert.Contains("You changed 1 thing", await visit.Page.Locator(".changes").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Levels_show_the_baseline_beside_the_scenario()
    {
        await using var visit = await Visit.BeginAsync(server);
        await visit.OpenAsync(Path);

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Levels" }).ClickAsync();
        await visit.Page.Locator("[data-chart=admissions] .legendtext").First.WaitForAsync();

        Assert.Equal(["baseline", "as set"], await visit.TextsAsync("[data-chart=admissions] .legendtext"));
        Assert.Contains("view=levels", visit.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_is_kept_as_scenario_file_and_as_run_that_give_the_same_numbers()
    {
        await using var visit = await Visit.BeginAsync(server);
        await visit.OpenAsync($"{Path}?set={Referrals}=700");
        var shown = await AdmissionsAsync(visit);

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Save..." }).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Textbox, new() { Name = "Name" }).FillAsync("seven hundred");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Save as scenario file" }).ClickAsync();
        await visit.Page.GetByText("Saved as seven-hundred.yaml").WaitForAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Save as run" }).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Open the run" }).ClickAsync();
        await visit.Page.Locator("[data-card]").First.WaitForAsync();

        var file = await File.ReadAllTextAsync(System.IO.Path.Combine(server.ScenariosFolder, "seven-hundred.yaml"), TestContext.Current.CancellationToken);
        Assert.Contains("value: 700", file, StringComparison.Ordinal);
        Assert.Contains(shown, await visit.Page.Locator("[data-card='legal admissions, all channels']").InnerTextAsync(), StringComparison.Ordinal);
        File.Delete(System.IO.Path.Combine(server.ScenariosFolder, "seven-hundred.yaml"));
        Directory.Delete(System.IO.Path.Combine(server.RunsFolder, new Uri(visit.Page.Url).Segments[^1]), recursive: true);
    }

    [Fact]
    public async Task Copy_command_gives_the_line_that_makes_the_numbers()
    {
        await using var visit = await Visit.BeginAsync(server);
        await visit.OpenAsync($"{Path}?set={Referrals}=700");

        await visit.Page.Locator("[data-chart] >> text=Copy command").First.ClickAsync();
        await visit.Page.GetByText("Copied").First.WaitForAsync();

        var copied = await visit.Page.EvaluateAsync<string>("() => navigator.clipboard.readText()");
        Assert.Contains("--set agreements.us-panama.provisions.referrals.places-per-month.value=700", copied, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_map_shows_differences_when_asked()
    {
        await using var visit = await Visit.BeginAsync(server);
        await visit.OpenAsync(Path);

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Map: difference to the baseline" }).ClickAsync();

        await visit.Page.Locator(".map .flow.narrower, .map .flow.wider").First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
    }

    private static async Task<string> AdmissionsAsync(Visit visit) =>
        await visit.Page.Locator("[data-indicator='legal admissions, all channels'] .change").InnerTextAsync();

    private static async Task<int> AnswersAsync(Visit visit) =>
        int.Parse(await visit.Page.Locator(".speed").GetAttributeAsync("data-answer") ?? "0", System.Globalization.CultureInfo.InvariantCulture);

    private static async Task MoveAsync(Visit visit, string knob, double value)
    {
        var answers = await AnswersAsync(visit);
        await visit.Page.Locator($"[data-knob='{knob}'] input").EvaluateAsync(
            "(e, v) => { e.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true })); e.value = v; e.dispatchEvent(new Event('input', { bubbles: true })); }", value);
        await visit.UntilAsync("n => +document.querySelector('.speed').dataset.answer > n", answers);
        await visit.UntilAsync("([knob, value]) => new URLSearchParams(location.search).getAll('set').includes(`${knob}=${value}`)", new object[] { knob, value });
    }

    private static async Task ClickAndWaitAsync(Visit visit, string button)
    {
        var answers = await AnswersAsync(visit);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
        await visit.UntilAsync("n => +document.querySelector('.speed').dataset.answer > n", answers);
    }
}
