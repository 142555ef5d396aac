using CorridorSim.Dashboard.Tests.Browsing;

namespace CorridorSim.Dashboard.Tests.Pages;

[Collection(DashboardCollection.Name)]
public sealed class StartPageTests(DashboardServer server)
{
    [Fact]
    public async Task First_start_shows_the_shipped_comparison_with_its_caveat_and_without_a_click()
    {
        await using var visit = await Visit.BeginAsync(server);

        await visit.OpenAsync("/");
        await visit.Page.Locator(".example .cards li").First.WaitForAsync();

        Assert.Contains("US-Panama", await visit.Page.Locator(".example h2").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("publishes no quantity", await visit.Page.Locator(".example .caveat").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(4, await visit.Page.Locator(".example .cards li").CountAsync());
    }

    [Fact]
    public async Task A_run_that_somebody_else_writes_appears_by_itself()
    {
        await using var visit = await Visit.BeginAsync(server);
        await visit.OpenAsync("/");

        using var copy = new CopiedRun(server, "from-the-command-line");

        await visit.Page.Locator($".runs a[href='runs/{copy.Id}']").WaitForAsync();
    }

    [Fact]
    public async Task Search_keeps_the_runs_that_match_and_stands_in_the_address()
    {
        using var copy = new CopiedRun(server, "needle-in-the-hay");
        await using var visit = await Visit.BeginAsync(server);
        await visit.OpenAsync("/");

        await visit.Page.GetByRole(Microsoft.Playwright.AriaRole.Searchbox, new() { Name = "Search" }).FillAsync("needle");
        await visit.UntilAsync("() => document.querySelectorAll('.runs tbody tr').length === 1");

        Assert.Contains("search=needle", visit.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Picked_runs_are_compared()
    {
        await using var visit = await Visit.BeginAsync(server);
        await visit.OpenAsync("/");

        await visit.Page.GetByLabel($"Pick {server.ExampleRun}").CheckAsync();
        await visit.Page.GetByText("1 run picked").WaitForAsync();
        await visit.Page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "Compare picked runs" }).ClickAsync();
        await visit.Page.Locator(".effects").First.WaitForAsync();

        Assert.Contains("us-panama-2022 against americas-history", await visit.Page.Locator("h1").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_is_started_followed_and_stopped_and_leaves_nothing_behind()
    {
        var before = Directory.GetDirectories(server.RunsFolder).Length;

        // So long that it cannot end by itself before it is stopped.
        var file = System.IO.Path.Combine(server.ScenariosFolder, "endless.yaml");
        await File.WriteAllTextAsync(file, "corridorsim: 1\nid: endless\ntitle: Endless\nextends: us-panama-2022.yaml\nensemble: { replicates: 10000 }\n", TestContext.Current.CancellationToken);
        await using var visit = await Visit.BeginAsync(server);
        await visit.OpenAsync("/");

        await visit.Page.GetByLabel("Run endless").ClickAsync();
        var job = visit.Page.Locator(".jobs .job");
        await job.GetByText("histories so far").WaitForAsync();
        await job.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Stop" }).ClickAsync();
        await job.WaitForAsync(new() { State = Microsoft.Playwright.WaitForSelectorState.Detached });

        File.Delete(file);
        Assert.Equal(before, Directory.GetDirectories(server.RunsFolder).Length);
    }

    [Fact]
    public async Task A_damaged_newest_run_leaves_the_example_to_an_older_one()
    {
        using var newer = new CopiedRun(server, "zz-damaged", m => m.Replace("\"created\": \"20", "\"created\": \"30", StringComparison.Ordinal));
        await File.WriteAllTextAsync(System.IO.Path.Combine(newer.Folder, "summary.parquet"), "PAR1 is not what this is", TestContext.Current.CancellationToken);
        await using var visit = await Visit.BeginAsync(server);

        await visit.OpenAsync("/");

        Assert.Equal(newer.Id, (await visit.Page.Locator(".runs tbody tr .note").First.InnerTextAsync()).Trim());
        Assert.Equal($"runs/{server.ExampleRun}", await visit.Page.Locator(".example a.primary").GetAttributeAsync("href"));
        Assert.Equal(4, await visit.Page.Locator(".example .cards li").CountAsync());
    }
}
