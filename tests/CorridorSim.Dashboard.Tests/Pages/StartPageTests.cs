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
        Assert.Contains("states no quantity", await visit.Page.Locator(".example .caveat").InnerTextAsync(), StringComparison.Ordinal);
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
    public async Task A_run_stands_in_the_list_with_state_and_sparkline_and_is_opened()
    {
        await using var visit = await Visit.BeginAsync(server);
        await visit.OpenAsync("/");
        var row = visit.Page.Locator(".runs tr").Filter(new() { HasText = server.ExampleRun });

        Assert.Equal("complete", await row.Locator("td").Nth(2).InnerTextAsync());
        Assert.Equal(48, (await row.Locator(".spark polyline").GetAttributeAsync("points"))!.Split(' ').Length);
        await row.GetByRole(Microsoft.Playwright.AriaRole.Link).ClickAsync();
        await visit.Page.Locator("[data-card]").First.WaitForAsync();

        Assert.EndsWith($"/runs/{server.ExampleRun}", visit.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_search_that_matches_nothing_says_so()
    {
        await using var visit = await Visit.BeginAsync(server);

        await visit.OpenAsync("/?search=nobody-is-called-so");

        Assert.Equal("No run matches.", await visit.Page.Locator("section[aria-labelledby=runs] .empty").InnerTextAsync());
    }

    [Fact]
    public async Task Several_picked_runs_lie_over_each_other_with_the_first_as_baseline()
    {
        using var second = new CopiedRun(server, "second-of-three");
        using var third = new CopiedRun(server, "third-of-three");
        await using var visit = await Visit.BeginAsync(server);
        await visit.OpenAsync("/");

        foreach (var run in new[] { server.ExampleRun, second.Id, third.Id })
        {
            await visit.Page.GetByLabel($"Select {run}", new() { Exact = true }).CheckAsync();
        }

        await visit.Page.GetByText("3 runs selected").WaitForAsync();
        await visit.Page.GetByLabel($"Select {third.Id}").UncheckAsync();
        await visit.Page.GetByText("2 runs selected").WaitForAsync();
        await visit.Page.GetByLabel($"Select {third.Id}").CheckAsync();
        await visit.Page.GetByText("3 runs selected").WaitForAsync();
        await visit.Page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "Compare selected runs" }).ClickAsync();
        await visit.Page.Locator(".effects").First.WaitForAsync();
        await visit.ChartsAsync();

        Assert.EndsWith($"compare?base={server.ExampleRun}&runs={second.Id},{third.Id}", Uri.UnescapeDataString(visit.Page.Url), StringComparison.Ordinal);
        Assert.Equal(3, (await visit.TextsAsync("[data-chart=admissions] .legendtext")).Count(t => !t.StartsWith("after the fit", StringComparison.Ordinal)));
        Assert.Equal(2, await visit.Page.Locator("table.effects:not(.places)").CountAsync());
    }

    [Fact]
    public async Task Closing_the_browser_loses_nothing()
    {
        var file = System.IO.Path.Combine(server.ScenariosFolder, "left-alone.yaml");
        await File.WriteAllTextAsync(file, "corridorsim: 1\nid: left-alone\ntitle: Left alone\nextends: us-panama-2022.yaml\nensemble: { replicates: 200 }\n", TestContext.Current.CancellationToken);
        await using (var visit = await Visit.BeginFreshAsync(server))
        {
            await visit.OpenAsync("/");
            await visit.Page.GetByLabel("Run left-alone").ClickAsync();
            await visit.Page.Locator(".jobs .job").GetByText("of 400 simulations done").WaitForAsync();
        }

        await using var later = await Visit.BeginFreshAsync(server);
        await later.OpenAsync("/");
        await later.Page.Locator(".runs a[href^='runs/left-alone-']").WaitForAsync();

        File.Delete(file);
        Directory.Delete(Directory.GetDirectories(server.RunsFolder, "left-alone-*").Single(), recursive: true);
    }

    [Fact]
    public async Task Picked_runs_are_compared()
    {
        await using var visit = await Visit.BeginAsync(server);
        await visit.OpenAsync("/");

        await visit.Page.GetByLabel($"Select {server.ExampleRun}").CheckAsync();
        await visit.Page.GetByText("1 run selected").WaitForAsync();
        await visit.Page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "Compare selected runs" }).ClickAsync();
        await visit.Page.Locator(".effects").First.WaitForAsync();

        Assert.Contains("US-Panama Bilateral Arrangement on Migration and Protection, with assumed quantities compared with The Americas with the dated record", await visit.Page.Locator("h1").InnerTextAsync(), StringComparison.Ordinal);
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
        await job.GetByText("simulations done").WaitForAsync();
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

    [Fact]
    public async Task Scenarios_stand_by_world_and_kind_with_parties_and_dates_and_those_for_tests_folded_away()
    {
        await using var visit = await Visit.BeginAsync(server);

        await visit.OpenAsync("/");

        // The world with the most scenarios comes first; each has a heading of its own.
        var worlds = await visit.TextsAsync("h3.world");
        Assert.Equal("The Americas", worlds[0]);
        Assert.Contains("Ukrainians in the United Kingdom", worlds);
        Assert.Equal(worlds.Distinct(), worlds);
        Assert.Equal(["Agreements", "What if", "As recorded"], (await visit.TextsAsync("h4.kind")).Take(3));
        var panama = visit.Page.Locator(".tile").Filter(new() { Has = visit.Page.Locator("a[href='what-if/us-panama-2022']") }).First;
        Assert.Contains("United States, Panama \u00b7 signed 19 April 2022", await panama.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("compared with: The Americas", await panama.InnerTextAsync(), StringComparison.Ordinal);
        // An agreement of the library is stated by the file that includes it.
        var statement = visit.Page.Locator(".tile").Filter(new() { Has = visit.Page.Locator("a[href='what-if/five-pacts']") }).First;
        Assert.Contains("Germany and north-western Europe, T\u00fcrkiye \u00b7 signed 18 March 2016", await statement.InnerTextAsync(), StringComparison.Ordinal);
        Assert.False(await visit.Page.Locator("a[href='what-if/mediterranean-holdout-2011']").First.IsVisibleAsync());
        var folded = visit.Page.Locator("a[href='what-if/holdout-2021']").First;
        Assert.False(await folded.IsVisibleAsync());
        await visit.Page.GetByText("For testing: models fitted").First.ClickAsync();
        Assert.True(await folded.IsVisibleAsync());
    }

    [Fact]
    public async Task The_example_tells_its_story_in_three_sentences()
    {
        await using var visit = await Visit.BeginAsync(server);

        await visit.OpenAsync("/");

        var sentences = await visit.TextsAsync(".example .story p");
        Assert.Equal(3, sentences.Count);
        Assert.Matches("^US-Panama .*(raises|lowers|changes|moves).*, compared with the same world without it", sentences[0]);
        Assert.Matches("^It works through .*[.] (It is in force|None of it)", sentences[1]);
        Assert.Matches("^The direction is clear for [0-9]+ of [0-9]+ main figures over 64 simulations", sentences[2]);
    }
}
