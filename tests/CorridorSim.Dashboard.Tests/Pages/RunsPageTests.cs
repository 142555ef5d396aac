using CorridorSim.Dashboard.Runs;
using CorridorSim.Dashboard.Tests.Browsing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace CorridorSim.Dashboard.Tests.Pages;

/// <summary>Runs as work: what differs between them, names, notes, tags, a baseline, kept views.</summary>
[Collection(DashboardCollection.Name)]
public sealed class RunsPageTests(DashboardServer server)
{
    private const string Places = "agreements.us-panama.provisions.referrals.places-per-month";

    [Fact]
    public async Task Runs_are_told_apart_by_settings_labelled_compared_with_a_baseline_and_deleted()
    {
        var jobs = server.Services.GetRequiredService<RunJobs>();
        var more = await server.FinishedAsync(jobs.Start(new RunRequest { Scenario = "us-panama-2022", Replicates = 8, Set = [$"{Places}.value=910"] }));
        using var copy = new CopiedRun(server, "copied-for-work");
        await using var visit = await Visit.BeginAsync(server);
        visit.Page.SetDefaultTimeout(30_000);
        await visit.OpenAsync("/runs");

        var row = visit.Page.Locator($"[data-run='{more}']");
        await row.WaitForAsync();
        Assert.Contains("referrals (US-Panama Bilateral Arrangement", string.Join('|', await visit.TextsAsync("thead th")), StringComparison.Ordinal);
        Assert.Contains("910", await row.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("as in its file", await visit.Page.Locator($"[data-run='{copy.Id}']").InnerTextAsync(), StringComparison.Ordinal);

        await visit.Page.GetByLabel($"Change labels of {copy.Id}").ClickAsync();
        var labels = visit.Page.Locator($"[data-labels='{copy.Id}']");
        await labels.GetByLabel("Name").FillAsync("twice as many");
        await labels.GetByLabel("Tags").FillAsync("minister draft-2");
        await labels.GetByLabel("Note").FillAsync("shown on Monday");
        await labels.GetByLabel("Note").PressAsync("Tab");
        var copied = visit.Page.Locator($"[data-run='{copy.Id}']");
        await copied.GetByText("shown on Monday").WaitForAsync();
        Assert.Equal(["draft-2", "minister"], (await copied.Locator(".tag").AllInnerTextsAsync()).Order(StringComparer.Ordinal));
        await copied.GetByRole(AriaRole.Link, new() { Name = "twice as many" }).WaitForAsync();
        Assert.Empty(await Axe.SeriousAsync(visit.Page));

        await visit.Page.GetByRole(AriaRole.Searchbox).FillAsync("minister monday");
        await row.WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await copied.GetByRole(AriaRole.Checkbox).CheckAsync();
        await visit.Page.GetByRole(AriaRole.Searchbox).FillAsync("");
        await visit.Page.Locator($"[data-run='{server.ExampleRun}']").GetByRole(AriaRole.Radio).CheckAsync();
        await visit.UntilAsync("() => location.search.includes('baseline=') && location.search.includes('pick=')");
        // The link is drawn anew after the address has changed.
        await visit.Page.Locator($"a[href*='base={server.ExampleRun}&']").GetByText("Compare selected runs").WaitForAsync();
        Assert.EndsWith($"compare?base={server.ExampleRun}&runs={copy.Id}", await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Compare selected runs" }).GetAttributeAsync("href"), StringComparison.Ordinal);

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Keep this view" }).ClickAsync();
        await visit.Page.GetByLabel("Name of this view").FillAsync("monday's pick");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Keep", Exact = true }).ClickAsync();
        var kept = visit.Page.GetByRole(AriaRole.Link, new() { Name = "monday's pick" });
        Assert.Contains($"pick={copy.Id}", await kept.GetAttributeAsync("href"), StringComparison.Ordinal);
        await visit.Page.GetByLabel("Remove the view monday's pick").ClickAsync();
        await kept.WaitForAsync(new() { State = WaitForSelectorState.Detached });

        await visit.Page.GetByLabel($"Change labels of {more}").ClickAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Delete..." }).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Yes, delete the run" }).ClickAsync();
        await row.WaitForAsync(new() { State = WaitForSelectorState.Detached });
        Assert.False(Directory.Exists(System.IO.Path.Combine(server.RunsFolder, more)));
    }

    [Fact]
    public async Task A_comparison_takes_up_runs_and_lets_them_go()
    {
        using var second = new CopiedRun(server, "second-taken-up");
        await using var visit = await Visit.BeginAsync(server);
        visit.Page.SetDefaultTimeout(30_000);
        await visit.OpenAsync($"/compare?base={server.ExampleRun}:americas-history&runs={server.ExampleRun}");
        Assert.Equal(1, await visit.Page.Locator("table.effects:not(.places, .settings)").CountAsync());

        await visit.Page.GetByLabel("Add").SelectOptionAsync(second.Id);
        await visit.UntilAsync("() => document.querySelectorAll('table.effects:not(.places, .settings)').length === 2");
        await visit.Page.GetByLabel($"Remove {second.Id}").ClickAsync();
        await visit.UntilAsync("() => document.querySelectorAll('table.effects:not(.places, .settings)').length === 1");

        Assert.EndsWith($"runs={server.ExampleRun}", Uri.UnescapeDataString(visit.Page.Url), StringComparison.Ordinal);
    }
}
