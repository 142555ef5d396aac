using CorridorSim.Dashboard.Runs;
using CorridorSim.Dashboard.Tests.Browsing;
using CorridorSim.Runs.Store;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace CorridorSim.Dashboard.Tests.Pages;

[Collection(DashboardCollection.Name)]
public sealed class RunPageTests(DashboardServer server)
{
    private string Path => $"/runs/{server.ExampleRun}";

    [Fact]
    public async Task The_numbers_of_a_chart_are_those_of_its_CSV_and_of_the_stored_series()
    {
        await using var visit = await Visit.BeginAsync(server);
        await visit.OpenAsync(Path);
        var chart = visit.Page.Locator("[data-chart=deaths]");

        await chart.GetByRole(AriaRole.Tab, new() { Name = "Table" }).ClickAsync();
        var text = await visit.DownloadAsync(chart.GetByRole(AriaRole.Button, new() { Name = "CSV", Exact = true }));
        var csv = Csv.AsShown(text);
        var cells = await visit.TextsAsync("[data-chart=deaths] tbody td");

        Assert.Matches($"^# Title: Deaths[^\n]+\n# Unit: persons/month\n# Interval: [^\n]*90%[^\n]*\n# Source: CorridorSim, a simulation[^\n]*\n# Command: [^\n]*{server.ExampleRun}[^\n]*\nmonth,series,value,", text);
        Assert.Equal(csv.SelectMany(r => r), cells);
        Assert.Equal(96, csv.Length);
    }

    [Fact]
    public async Task The_same_data_leaves_in_the_long_format()
    {
        await using var visit = await Visit.BeginAsync(server);
        await visit.OpenAsync(Path);
        var chart = visit.Page.Locator("[data-chart=deaths]");

        await chart.GetByRole(AriaRole.Tab, new() { Name = "Table" }).ClickAsync();
        var text = await visit.DownloadAsync(chart.GetByRole(AriaRole.Button, new() { Name = "IAMC" }));

        Assert.StartsWith("model,scenario,region,variable,unit,period,value\nCorridorSim,baseline,World,deaths|median,persons/month,2021-01,", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Charts_are_drawn_and_saved_as_pictures()
    {
        await using var visit = await Visit.BeginAsync(server);
        await visit.OpenAsync(Path);
        await visit.ChartsAsync();
        var chart = visit.Page.Locator("[data-chart=deaths]");

        var svg = await visit.DownloadAsync(chart.GetByRole(AriaRole.Button, new() { Name = "SVG" }));
        var png = await visit.Page.RunAndWaitForDownloadAsync(() => chart.GetByRole(AriaRole.Button, new() { Name = "PNG" }).ClickAsync());

        Assert.Contains("<svg", svg, StringComparison.Ordinal);
        Assert.Equal("deaths.png", png.SuggestedFilename);
        Assert.Contains("Deaths: ", svg, StringComparison.Ordinal);
        // The command below the chart has as many lines as it needs.
        Assert.Contains($"Made by: ./corridorsim export {server.ExampleRun}", svg, StringComparison.Ordinal);
        Assert.Equal(2000, (await Picture.SizeAsync(png)).Width);
    }

    [Fact]
    public async Task An_event_marks_its_date_on_the_charts_and_says_who_acted_and_why()
    {
        await using var visit = await Visit.BeginAsync(server);
        await visit.OpenAsync(Path);
        await visit.ChartsAsync();
        var act = visit.Page.Locator(".timeline button").Filter(new() { HasText = "referrals" }).First;

        await act.ClickAsync();
        await visit.UntilAsync("() => document.querySelector('[data-chart=deaths] .annotation-text')?.textContent === 'referrals in force'");

        Assert.Contains("because of", await act.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("acting: United States, Panama", await act.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("event=2022-10", visit.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Charts_mark_when_the_agreement_was_signed_and_came_into_force()
    {
        await using var visit = await Visit.BeginAsync(server);
        await visit.OpenAsync(Path);
        await visit.ChartsAsync();

        var signed = visit.Page.Locator(".timeline [data-act=signed]").Filter(new() { HasText = "US-Panama" });

        Assert.Equal("2022-04", await signed.GetAttributeAsync("data-event"));
        Assert.Contains("US Department of State, 19 April 2022", await signed.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(["signed", "in force", "places filled"], await visit.TextsAsync("[data-chart=deaths] .annotation-text"));
    }

    [Fact]
    public async Task Places_that_are_all_used_are_told_and_marked()
    {
        var jobs = server.Services.GetRequiredService<RunJobs>();
        var run = await server.FinishedAsync(jobs.Start(new RunRequest { Scenario = "us-panama-2022", Replicates = 8, Set = ["agreements.us-panama.provisions.referrals.places-per-month.value=15"] }));
        await using var visit = await Visit.BeginAsync(server);
        await visit.OpenAsync($"/runs/{run}");
        await visit.ChartsAsync();

        Assert.Contains("places filled", (await visit.TextsAsync("[data-chart=deaths] .annotation-text"))[^1], StringComparison.Ordinal);
        var used = visit.Page.Locator(".timeline [data-act='places filled']");
        Assert.Contains("referrals", await used.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("United States: resettlement admits at least 95% of the places added to it", await used.InnerTextAsync(), StringComparison.Ordinal);
        await used.ClickAsync();
        await visit.UntilAsync("() => document.querySelector('[data-chart=deaths] .annotation-text')?.textContent === 'referrals places filled'");
        Directory.Delete(System.IO.Path.Combine(server.RunsFolder, run), recursive: true);
    }

    [Fact]
    public async Task Every_headline_figure_has_an_interval_and_a_verdict()
    {
        await using var visit = await Visit.BeginAsync(server);
        await visit.OpenAsync(Path);

        var cards = await visit.Page.Locator("[data-card]").CountAsync();
        var rows = await visit.Page.Locator(".figures tbody tr").CountAsync();

        Assert.InRange(cards, 6, 12);
        Assert.Equal(cards, await visit.Page.Locator("[data-card] .verdict").CountAsync());
        Assert.True(rows > 15);
        Assert.Equal(rows, await visit.Page.Locator(".figures .verdict").CountAsync());
    }

    [Fact]
    public async Task Channel_mix_queues_and_waits_are_drawn_with_a_colour_a_channel()
    {
        await using var visit = await Visit.BeginAsync(server);
        await visit.OpenAsync(Path);
        await visit.ChartsAsync();

        var colours = await visit.Page.EvaluateAsync<string[][]>("""
            () => ['admissions', 'queue', 'wait'].map(id => {
              const data = document.querySelector(`[data-chart=channels-${id}] .js-plotly-plot`).data;
              return data.filter(t => t.showlegend !== false).map(t => `${t.name} ${t.line.color}`).sort();
            })
            """);

        Assert.Matches(@"^Channel mix: United States: .*\(H2A\) carries ", await visit.Page.Locator("[data-chart=channels-admissions] h3").InnerTextAsync());
        Assert.StartsWith("Queues: ", await visit.Page.Locator("[data-chart=channels-queue] h3").InnerTextAsync(), StringComparison.Ordinal);
        Assert.StartsWith("Waits: ", await visit.Page.Locator("[data-chart=channels-wait] h3").InnerTextAsync(), StringComparison.Ordinal);
        // People queue for some channels only; each keeps its colour in every chart.
        Assert.Equal(12, colours[0].Length);
        Assert.All(colours[1..], c => Assert.NotEmpty(c));
        Assert.All(colours[1..].SelectMany(c => c), c => Assert.Contains(c, colours[0]));
        Assert.Equal(12, colours[0].Select(c => c.Split(' ')[^1]).Distinct().Count());
    }

    [Fact]
    public async Task An_event_picked_again_gives_the_charts_their_own_marks_back_and_a_link_marks_it_at_once()
    {
        await using var visit = await Visit.BeginAsync(server);
        await visit.OpenAsync(Path);
        var act = visit.Page.Locator(".timeline button").Filter(new() { HasText = "referrals" }).First;
        await act.ClickAsync();
        await visit.UntilAsync("() => location.search.includes('event=')");
        var link = visit.Page.Url;
        await act.ClickAsync();
        await visit.UntilAsync("() => !location.search.includes('event=')");
        await visit.UntilAsync("() => [...document.querySelectorAll('[data-chart=deaths] .annotation-text')].map(t => t.textContent).join() === 'signed,in force,places filled'");

        await using var fresh = await Visit.BeginFreshAsync(server);
        await fresh.OpenAsync(link);
        await fresh.ChartsAsync();

        Assert.Equal(["referrals in force"], await fresh.TextsAsync("[data-chart=channels-wait] .annotation-text"));
        Assert.Equal("true", await fresh.Page.Locator(".timeline button").Filter(new() { HasText = "referrals" }).First.GetAttributeAsync("aria-pressed"));
    }

    [Fact]
    public async Task A_suspension_is_told_with_its_reason_and_marked()
    {
        var jobs = server.Services.GetRequiredService<RunJobs>();
        var run = await server.FinishedAsync(jobs.Start(new RunRequest { Scenario = "us-panama-2022", Replicates = 8, Set = ["agreements.us-panama.conditions.suspend-when.above=20000"] }));
        await using var visit = await Visit.BeginAsync(server);
        await visit.OpenAsync($"/runs/{run}");
        await visit.ChartsAsync();

        var suspended = visit.Page.Locator(".timeline [data-act=suspended]").Filter(new() { HasText = "US-Panama" }).First;

        Assert.Matches("because of .*irregular-entries", await suspended.InnerTextAsync());
        Assert.Contains(await visit.TextsAsync("[data-chart=deaths] .annotation-text"), t => t.Contains("suspended", StringComparison.Ordinal));
        Directory.Delete(System.IO.Path.Combine(server.RunsFolder, run), recursive: true);
    }

    [Fact]
    public async Task Where_a_run_comes_from_is_told_and_taken_away()
    {
        // All series of the example are a file of 200 MB; those of two replicates have the same columns.
        var id = await server.FinishedAsync(server.Services.GetRequiredService<RunJobs>().Start(new RunRequest { Scenario = "us-panama-2022", Replicates = 2 }));
        await using var visit = await Visit.BeginAsync(server);
        await visit.OpenAsync($"/runs/{id}");
        var run = new RunStore(server.RunsFolder).Open(id);
        var facts = await visit.Page.Locator(".facts").InnerTextAsync();

        Assert.Contains(run.Manifest.ResultHash, facts, StringComparison.Ordinal);
        Assert.Contains(run.Manifest.ScenarioHash, facts, StringComparison.Ordinal);
        Assert.Contains($"./corridorsim verify {run.Manifest.Id}", facts, StringComparison.Ordinal);
        Assert.StartsWith("run,", await visit.DownloadAsync(visit.Page.Locator(".facts").GetByRole(AriaRole.Link, new() { Name = "CSV" })), StringComparison.Ordinal);
        Assert.StartsWith("model,scenario,region,", await visit.DownloadAsync(visit.Page.Locator(".facts").GetByRole(AriaRole.Link, new() { Name = "IAMC" })), StringComparison.OrdinalIgnoreCase);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Copy YAML" }).ClickAsync();
        await visit.Page.Locator(".facts").GetByRole(AriaRole.Button, new() { Name = "Copied" }).WaitForAsync();
        Assert.Equal(run.ReadScenario(), await visit.ClipboardAsync());
        Directory.Delete(System.IO.Path.Combine(server.RunsFolder, id), recursive: true);
    }

    [Fact]
    public async Task A_long_table_is_opened_and_scrolled_by_keyboard_alone()
    {
        await using var visit = await Visit.BeginAsync(server);
        await visit.OpenAsync(Path);

        await visit.Page.Locator("details.all summary").FocusAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.Keyboard.PressAsync("Tab");
        Assert.Equal("All main figures", await visit.Page.EvaluateAsync<string>("() => document.activeElement.getAttribute('aria-label')"));
        await visit.Page.Keyboard.PressAsync("End");

        await visit.UntilAsync("() => document.activeElement.scrollTop > 0 && document.activeElement.scrollTop + document.activeElement.clientHeight >= document.activeElement.scrollHeight - 1");
    }
}
