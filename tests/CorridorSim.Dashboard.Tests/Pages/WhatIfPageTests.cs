using System.Net.Http.Json;
using CorridorSim.Analysis.Words;
using CorridorSim.Dashboard.Tests.Browsing;
using Microsoft.Playwright;

namespace CorridorSim.Dashboard.Tests.Pages;

[Collection(DashboardCollection.Name)]
public sealed class WhatIfPageTests(DashboardServer server)
{
    private const string Path = "/what-if/us-panama-2022";
    private const string Protection = "agreements.us-panama.provisions.protection.places-per-month";
    private const string Referrals = "agreements.us-panama.provisions.referrals.places-per-month";

    [Fact]
    public async Task A_moved_slider_reruns_the_model_says_so_in_words_and_stands_in_the_address()
    {
        await using var visit = await Visit.BeginAsync(server);
        await visit.OpenAsync(Path);
        await visit.ChartsAsync();
        var before = await AdmissionsAsync(visit);
        var drawn = await DrawnAsync(visit);

        await MoveAsync(visit, Referrals, 1200);
        await visit.UntilAsync("drawn => document.querySelector('[data-chart=admissions-change] .scatterlayer .js-line').getAttribute('d') !== drawn", drawn[0]);

        Assert.NotEqual(before, await AdmissionsAsync(visit));
        Assert.All(drawn.Zip(await DrawnAsync(visit)), pair => Assert.NotEqual(pair.First, pair.Second));
        Assert.Contains("1 change", await visit.Page.Locator(".changes").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("referrals: 400 \u2192 1,200 persons/month", await visit.Page.Locator(".changes").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains($"set={Referrals}", Uri.UnescapeDataString(visit.Page.Url), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Values_are_typed_taken_back_one_by_one_and_done_again()
    {
        await using var visit = await Visit.BeginAsync(server);
        await visit.OpenAsync(Path);
        var referrals = visit.Page.Locator($"[data-knob='{Referrals}']");

        await referrals.Locator(".typed").FillAsync("2,500");
        await referrals.Locator(".typed").PressAsync("Enter");
        await visit.Page.GetByText("1 change").WaitForAsync();
        Assert.Equal("2500", await referrals.Locator("input[type=range]").InputValueAsync());
        await referrals.Locator(".typed").FillAsync("many");
        await referrals.Locator(".typed").PressAsync("Enter");
        await referrals.GetByText("'many' is not a number.").WaitForAsync();
        await referrals.Locator(".back").ClickAsync();
        await visit.Page.GetByText("No changes yet").WaitForAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await visit.Page.GetByText("1 change").WaitForAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Redo" }).ClickAsync();
        await visit.Page.GetByText("No changes yet").WaitForAsync();
    }

    [Fact]
    public async Task Sliders_are_found_by_words_and_the_pact_is_tried_in_other_worlds()
    {
        await using var visit = await Visit.BeginAsync(server);
        await visit.OpenAsync(Path);

        await visit.Page.Locator(".knobs.world").GetByRole(AriaRole.Searchbox).FillAsync("venezuela chile");
        await visit.UntilAsync("() => document.querySelectorAll('.knobs.world .knob').length === 1");
        Assert.Equal("people of Venezuela living in Chile", await visit.Page.Locator(".knobs.world .knob label").First.InnerTextAsync());

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Try it under 6 sets of assumptions" }).ClickAsync();
        await visit.Page.Locator("[data-worlds]").WaitForAsync();
        Assert.Contains("lowers deaths in transit in 6 of 6 cases", await visit.Page.Locator("[data-worlds]").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(6, await visit.Page.Locator(".worlds tbody tr").First.Locator("td.num").CountAsync());
        var middle = await visit.Page.Locator(".worlds tbody tr").First.Locator("td.num").Nth(1).InnerTextAsync();
        Assert.StartsWith(await visit.Page.Locator("[data-indicator='deaths in transit'] .change").InnerTextAsync(), middle, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sweep_is_put_together_from_sliders_and_run()
    {
        await using var visit = await Visit.BeginAsync(server);
        visit.Page.SetDefaultTimeout(60_000);
        await visit.OpenAsync($"{Path}?set={Referrals}=900");

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Sweep..." }).ClickAsync();
        var builder = visit.Page.Locator("[data-sweep-builder]");
        await builder.GetByText("3 combinations, 16 simulations each").WaitForAsync();
        await builder.GetByLabel("Number of values of referrals").FillAsync("2");
        await builder.GetByLabel("Number of values of referrals").PressAsync("Tab");
        await builder.GetByText("2 combinations, 16 simulations each").WaitForAsync();
        await builder.GetByLabel("Name").FillAsync("clicked together");
        await builder.GetByRole(AriaRole.Button, new() { Name = "Run the sweep" }).ClickAsync();
        await builder.GetByText("Saved as clicked-together.sweep.yaml; it is being simulated.").WaitForAsync();
        await builder.GetByRole(AriaRole.Link, new() { Name = "Show progress" }).ClickAsync();
        await visit.Page.Locator("[data-sweep-job='clicked-together']").GetByRole(AriaRole.Link, new() { Name = "Open" }).ClickAsync();
        await visit.Page.Locator(".points tbody tr").First.WaitForAsync();

        Assert.Equal(2, await visit.Page.Locator(".points tbody tr").CountAsync());
        File.Delete(System.IO.Path.Combine(server.ScenariosFolder, "clicked-together.sweep.yaml"));
        Directory.Delete(System.IO.Path.Combine(server.RunsFolder, new Uri(visit.Page.Url).Segments[^1]), recursive: true);
    }

    [Fact]
    public async Task Levers_and_assumptions_stand_apart_each_with_tick_range_unit_and_source()
    {
        await using var visit = await Visit.BeginAsync(server);
        await visit.OpenAsync(Path);

        var knobs = await visit.Page.Locator(".knob").EvaluateAllAsync<string[][]>("""
            knobs => knobs.map(k => {
              const input = k.querySelector('input');
              const before = [...document.querySelectorAll('.knobs h2')].filter(h => h.compareDocumentPosition(k) & Node.DOCUMENT_POSITION_FOLLOWING).pop();
              return [before.textContent, k.dataset.knob, input.min, input.max, document.getElementById(input.getAttribute('list')).firstElementChild.value, input.value, k.querySelector('.note').textContent.trim(), input.labels.length.toString()];
            })
            """);
        var referrals = visit.Page.Locator($"[data-knob='{Referrals}']");

        Assert.Equal(["What governments choose", "How the world is assumed to behave"], await visit.TextsAsync(".knobs h2"));
        Assert.All(knobs, k => Assert.Equal(k[1].StartsWith("agreements.", StringComparison.Ordinal) || k[1].StartsWith("measures.", StringComparison.Ordinal) ? "What governments choose" : "How the world is assumed to behave", k[0]));
        Assert.All(knobs, k => Assert.InRange(Csv.Number(k[4]), Csv.Number(k[2]), Csv.Number(k[3])));
        Assert.All(knobs, k => Assert.Equal(k[4], k[5]));
        Assert.All(knobs, k => Assert.Matches("^(assumed|published|fitted|to be verified|stated by the scenario)", k[6]));
        Assert.Equal(["0", "scenario: 400", "2,000"], await referrals.Locator(".ends span").AllInnerTextsAsync());
        Assert.Equal("400", await referrals.Locator(".typed").InputValueAsync());
        Assert.Equal("persons/month", (await referrals.Locator(".value").InnerTextAsync()).Trim());
    }

    [Fact]
    public async Task Three_changes_are_told_in_words_of_policy_and_world()
    {
        await using var visit = await Visit.BeginAsync(server);

        await visit.OpenAsync($"{Path}?set={Referrals}=900&set={Protection}=600&set=behaviour.give-up-value=0.3");

        Assert.Equal("3 changes", await visit.Page.Locator(".changes strong").InnerTextAsync());
        Assert.Equal(
            ["referrals: 400 \u2192 900 persons/month", "protection: 300 \u2192 600 persons/month"],
            (await visit.TextsAsync(".changes li")).Take(2));
        Assert.Matches("^.*: .* \u2192 0.3", (await visit.TextsAsync(".changes li"))[2]);
        Assert.Equal(3, await visit.Page.Locator(".knob.moved").CountAsync());
    }

    [Fact]
    public async Task What_is_set_goes_along_to_the_question_which_clause_does_it()
    {
        await using var visit = await Visit.BeginAsync(server);
        await visit.OpenAsync($"{Path}?set={Referrals}=900&set=behaviour.give-up-value=0.3");

        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Which clause has the effect?" }).ClickAsync();
        await visit.Page.Locator(".four tbody tr").First.WaitForAsync();

        Assert.Contains($"Values changed on the what-if page: {Referrals}=900, behaviour.give-up-value=0.3.", await visit.Page.Locator("fieldset").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_scenario_can_be_chosen()
    {
        await using var visit = await Visit.BeginAsync(server);
        await visit.OpenAsync($"{Path}?set={Referrals}=900");

        await visit.Page.GetByRole(AriaRole.Combobox, new() { Name = "Scenario" }).SelectOptionAsync("us-costa-rica-2022");
        await visit.Page.GetByText("What if: US-Costa Rica migration arrangement").First.WaitForAsync();
        await visit.ReadyAsync();

        Assert.EndsWith("/what-if/us-costa-rica-2022", visit.Page.Url, StringComparison.Ordinal);
        Assert.Equal("No changes yet", await visit.Page.Locator(".changes strong").InnerTextAsync());
        Assert.NotEqual(0, await visit.Page.Locator("[data-knob^='agreements.us-costa-rica']").CountAsync());
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
        Assert.Contains("1 change", await second.Page.Locator(".changes").InnerTextAsync(), StringComparison.Ordinal);
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

        Assert.Equal(answer!.Effects.Select(e => FigureText.Difference(e.DifferenceMedian!.Value, e.Unit)), await visit.TextsAsync(".effects .change"));
    }

    [Fact]
    public async Task A_whole_slider_works_by_keyboard_alone()
    {
        await using var visit = await Visit.BeginAsync(server);
        await visit.OpenAsync(Path);

        await visit.Page.Locator($"[data-knob='{Referrals}'] input[type=range]").FocusAsync();
        var answers = await AnswersAsync(visit);
        await visit.Page.Keyboard.PressAsync("ArrowRight");
        await visit.UntilAsync("n => +document.querySelector('.speed').dataset.answer > n", answers);

        Assert.Contains("1 change", await visit.Page.Locator(".changes").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Levels_show_the_baseline_beside_the_scenario()
    {
        await using var visit = await Visit.BeginAsync(server);
        await visit.OpenAsync(Path);

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Totals" }).ClickAsync();
        await visit.Page.Locator("[data-chart=admissions] .legendtext").First.WaitForAsync();

        Assert.Equal(["baseline", "your settings", "after the fit: not tested"], await visit.TextsAsync("[data-chart=admissions] .legendtext"));
        Assert.Contains("view=levels", visit.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_map_shows_differences_when_asked()
    {
        await using var visit = await Visit.BeginAsync(server);
        await visit.OpenAsync(Path);

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Map: effect" }).ClickAsync();

        await visit.Page.Locator(".map .flow.narrower, .map .flow.wider").First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
    }

    // What is drawn of legal admissions: the line, and the sentence above it.
    private static async Task<string[]> DrawnAsync(Visit visit) =>
    [
        await visit.Page.Locator("[data-chart=admissions-change] .scatterlayer .js-line").First.GetAttributeAsync("d") ?? string.Empty,
        await visit.Page.Locator("[data-chart=admissions-change] h3").InnerTextAsync(),
    ];

    private static async Task<string> AdmissionsAsync(Visit visit) =>
        await visit.Page.Locator("[data-indicator='legal admissions, all channels'] .change").InnerTextAsync();

    private static async Task<int> AnswersAsync(Visit visit) =>
        int.Parse(await visit.Page.Locator(".speed").GetAttributeAsync("data-answer") ?? "0", System.Globalization.CultureInfo.InvariantCulture);

    private static async Task MoveAsync(Visit visit, string knob, double value)
    {
        var answers = await AnswersAsync(visit);
        await visit.Page.Locator($"[data-knob='{knob}'] input[type=range]").EvaluateAsync(
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
