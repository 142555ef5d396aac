using CorridorSim.Dashboard.Jobs;
using CorridorSim.Dashboard.Sweeps;
using CorridorSim.Dashboard.Tests.Browsing;
using CorridorSim.Runs.Manifests;
using CorridorSim.Runs.Store;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace CorridorSim.Dashboard.Tests.Pages;

/// <summary>Sweeps that are at work, stopped, interrupted or that failed in part.</summary>
[Collection(DashboardCollection.Name)]
public sealed class SweepProgressTests(DashboardServer server)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_sweep_is_followed_stopped_and_resumed_from_its_own_page()
    {
        await using var file = new SweepFile(server, "long", replicates: 4000);
        await using var visit = await Visit.BeginAsync(server);
        await visit.OpenAsync("/sweeps");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Run long" }).ClickAsync();
        await visit.Page.Locator("[data-sweep-job=long]").GetByText("simulations done").WaitForAsync();
        await visit.Page.Locator(".sweeps tr[data-status=running]").GetByRole(AriaRole.Link).ClickAsync();
        var card = visit.Page.Locator("section[aria-label=Progress]");

        await card.GetByText("of 168,000 simulations done, about").WaitForAsync();
        await visit.UntilAsync("() => document.querySelectorAll('.blocks .done').length > 1");
        Assert.Equal(600, await visit.Page.Locator(".blocks span").CountAsync());
        Assert.Equal("1 sweep in progress", await visit.Page.Locator(".busy").InnerTextAsync());
        await card.GetByRole(AriaRole.Button, new() { Name = "Stop" }).ClickAsync();
        await card.GetByText("It was stopped. What is done is kept.").WaitForAsync();
        var kept = file.Stored.Manifest.BlocksDone;
        Assert.Equal($"{kept} of 2625 parts done", await card.Locator("h2").InnerTextAsync());
        Assert.Equal(SweepStatus.Stopped, file.Stored.Manifest.Status);

        await card.GetByRole(AriaRole.Button, new() { Name = "Resume" }).ClickAsync();
        await visit.UntilAsync("kept => parseInt(document.querySelector('section[aria-label=Progress] h2').textContent) > kept", kept);
        await card.GetByRole(AriaRole.Button, new() { Name = "Stop" }).ClickAsync();
        await card.GetByRole(AriaRole.Button, new() { Name = "Resume" }).WaitForAsync();
    }

    [Fact]
    public async Task A_stopped_sweep_is_resumed_from_the_page_of_sweeps_and_ends()
    {
        await using var file = new SweepFile(server, "resumed");
        await file.RunAsync();
        file.Interrupt(2);
        await using var visit = await Visit.BeginAsync(server);
        await visit.OpenAsync("/sweeps");

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Resume resumed" }).ClickAsync();
        await visit.Page.Locator($".sweeps tr[data-status=complete] a[href='sweeps/{file.Stored.Manifest.Id}']").WaitForAsync();

        var job = server.Services.GetRequiredService<SweepJobs>().All.First(j => j.File == "resumed");
        // Four of six parts were left: 4 x 64 histories and the last 16 less.
        Assert.Equal((JobState.Done, 336 - 128), (job.State, job.Progress.LanesDone));
    }

    [Fact]
    public async Task A_sweep_of_another_program_is_followed_and_said_to_be_interrupted_when_its_process_is_gone()
    {
        await using var file = new SweepFile(server, "elsewhere");
        var id = await file.RunAsync();
        var rest = file.Interrupt(2);
        await using var list = await Visit.BeginAsync(server);
        await using var page = await Visit.BeginAsync(server);
        await using (var process = new FileStream(file.Stored.PathOf(StoredSweep.LockFile), FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            await list.OpenAsync("/sweeps");
            await page.OpenAsync($"/sweeps/{id}");
            Assert.Equal("at work, 2 of 6 parts done", await StateAsync(list, id));
            Assert.Contains("It is at work in another program.", await page.Page.Locator("section[aria-label=Progress]").InnerTextAsync(), StringComparison.Ordinal);
            Assert.Equal(0, await page.Page.GetByRole(AriaRole.Button, new() { Name = "Resume" }).CountAsync());

            await File.AppendAllTextAsync(file.Stored.PathOf(SweepJournal.FileName), rest[..(rest.IndexOf('\n', StringComparison.Ordinal) + 1)], Token);
            await page.Page.GetByText("3 of 6 parts done").First.WaitForAsync();
            await list.Page.GetByText("at work, 3 of 6 parts done").WaitForAsync();
        }

        await list.Page.GetByText("interrupted, 3 of 6 parts done; can be resumed").WaitForAsync();
        await page.Page.GetByText("It was interrupted: its program was ended, or could not write any more. What is done is kept.").WaitForAsync();
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Resume" }).ClickAsync();
        await page.Page.Locator(".points tbody tr").First.WaitForAsync();
        await list.Page.Locator($".sweeps tr[data-status=complete] a[href='sweeps/{id}']").WaitForAsync();
    }

    [Fact]
    public async Task Resuming_what_has_changed_says_what_has_changed()
    {
        await using var file = new SweepFile(server, "changed");
        var id = await file.RunAsync();
        file.Interrupt(2);
        await using var other = new SweepFile(server, "changed", replicates: 9);
        await using var visit = await Visit.BeginAsync(server);
        await visit.OpenAsync($"/sweeps/{id}");

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Resume" }).ClickAsync();

        Assert.Contains("changes replicates from 8 to 9", await visit.Page.Locator(".problem").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Failed_histories_are_grouped_by_place_and_reason()
    {
        await using var file = new SweepFile(server, "faulty");
        var id = await file.RunAsync();
        string Failure(int lane, string where) =>
            $$"""{ "lane": {{lane}}, "variant": {{lane / 8}}, "replicate": {{lane % 8}}, "settings": { "places": 0 }, "where": "{{where}}", "tick": 7, "reason": "the ledger does not balance", "isLost": false }""";
        file.Lose([3, 4, 9], m => m.Replace("\"status\": \"complete\"", "\"status\": \"some-lanes-failed\"", StringComparison.Ordinal)
            .Replace("\"failures\": []", $"\"failures\": [{Failure(3, "Panama")}, {Failure(4, "Panama")}, {Failure(9, "Mexico")}]", StringComparison.Ordinal));
        await using var visit = await Visit.BeginAsync(server);

        await visit.OpenAsync("/sweeps");
        Assert.Equal("finished, 3 of 336 simulations failed", await StateAsync(visit, id));
        await visit.OpenAsync($"/sweeps/{id}");
        await visit.Page.GetByText("3 of 336 simulations failed and are not included").ClickAsync();

        Assert.Equal(
            ["Panama: the ledger does not balance (2)", "Mexico: the ledger does not balance (1)"],
            await visit.Page.Locator("details.caveat li").AllInnerTextsAsync());
    }

    [Fact]
    public async Task A_sweep_that_cannot_be_read_is_told_and_hides_no_other()
    {
        await using var file = new SweepFile(server, "sound");
        var sound = await file.RunAsync();
        await using var other = new SweepFile(server, "broken");
        await other.RunAsync();
        other.Rewrite(_ => "{ this is no manifest");
        await using var visit = await Visit.BeginAsync(server);

        await visit.OpenAsync("/sweeps");
        await visit.Page.GetByText("1 folder of saved results cannot be read").ClickAsync();

        Assert.Matches("^broken-.*cannot read the manifest.*remove the folder and run the sweep again", await visit.Page.Locator(".damaged li").InnerTextAsync());
        Assert.Equal("finished", await StateAsync(visit, sound));
    }

    [Fact]
    public async Task The_start_page_lists_sweeps_with_state_and_sparkline()
    {
        await using var file = new SweepFile(server, "listed");
        await using var visit = await Visit.BeginAsync(server);
        await visit.OpenAsync("/");

        var id = await file.RunAsync();

        var row = visit.Page.Locator(".sweeps tr").Filter(new() { HasText = id });
        await row.GetByText("finished").WaitForAsync();
        Assert.Equal($"legal admissions, all channels over the points of {id}, from the lowest to the highest", await row.Locator(".spark").GetAttributeAsync("aria-label"));
        Assert.Equal(SweepFile.GridPoints, (await row.Locator(".spark polyline").GetAttributeAsync("points"))!.Split(' ').Length);
        await row.GetByRole(AriaRole.Link).ClickAsync();
        await visit.Page.Locator(".points tbody tr").First.WaitForAsync();
    }

    private static Task<string> StateAsync(Visit visit, string id) =>
        visit.Page.Locator(".sweeps tr").Filter(new() { HasText = id }).Locator("td").Nth(1).InnerTextAsync();
}
