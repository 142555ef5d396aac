using CorridorSim.Dashboard.Runs;
using CorridorSim.Dashboard.Sweeps;
using CorridorSim.Dashboard.Tests.Browsing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace CorridorSim.Dashboard.Tests.Pages;

[Collection(DashboardCollection.Name)]
public sealed class SweepPageTests(DashboardServer server)
{
    private const string Small = """
        corridorsim: 1
        id: small
        title: A small sweep for the page
        base: us-panama-2022.yaml
        factors:
          places:
            path: agreements.us-panama.provisions.referrals.places-per-month
            kind: lever
            label: referral places
            values: [0, 250, 500, 750, 1000, 1250, 1500]
          protection:
            path: agreements.us-panama.provisions.protection.places-per-month
            kind: lever
            label: protection places
            values: [0, 200, 400, 600, 800, 1000]
        design: { kind: grid }
        replicates: 8
        """;

    [Fact]
    public async Task A_sweep_is_run_from_its_page_and_explored_by_brush_target_and_point()
    {
        await File.WriteAllTextAsync(Path.Combine(server.ScenariosFolder, "small.sweep.yaml"), Small, TestContext.Current.CancellationToken);
        await using var visit = await Visit.BeginAsync(server);
        await visit.OpenAsync("/sweeps");

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Run small" }).ClickAsync();
        await visit.Page.Locator("[data-sweep-job=small]").GetByRole(AriaRole.Link, new() { Name = "Open" }).ClickAsync();
        await visit.Page.Locator(".points tbody tr").First.WaitForAsync();
        Assert.Equal(42, await visit.Page.Locator(".points tbody tr").CountAsync());
        Assert.Equal(42, await visit.Page.Locator(".parallel .point:not(.out)").CountAsync());

        // The target holds where there are few referral places: the rule that is found names them.
        var target = visit.Page.GetByRole(AriaRole.Textbox, new() { Name = "Target" });
        await target.FillAsync(await target.GetAttributeAsync("placeholder") ?? string.Empty);
        await target.BlurAsync();
        await visit.Page.Locator(".rules, .problem").First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
        Assert.Equal([], await visit.TextsAsync(".problem"));
        Assert.Contains(await visit.TextsAsync(".rules li"), line => line.StartsWith("referral places at most", StringComparison.Ordinal));
        var ranked = await visit.Page.Locator("[data-chart=importance] figcaption").InnerTextAsync();

        await visit.Page.GetByRole(AriaRole.Slider, new() { Name = "from" }).EvaluateAsync("e => { e.value = 400; e.dispatchEvent(new Event('change', { bubbles: true })); }");
        await visit.UntilAsync("() => document.querySelectorAll('.points tbody tr').length === 30");
        Assert.Equal(30, await visit.Page.Locator(".parallel .point:not(.out)").CountAsync());
        Assert.Contains("brush=places", visit.Page.Url, StringComparison.Ordinal);
        Assert.Equal(30 + 1, (await visit.DownloadAsync(visit.Page.GetByRole(AriaRole.Button, new() { Name = "CSV of the kept points" }))).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);

        // The ranking is that of the points kept, and so is the search: too few of them hold the target now, or another rule is found.
        var narrowed = await visit.Page.Locator("[data-chart=importance] figcaption").InnerTextAsync();
        Assert.NotEqual(ranked, narrowed);
        Assert.Contains("30 points kept", narrowed, StringComparison.Ordinal);
        Assert.Contains("among the 30 points kept", await visit.Page.Locator(".page").InnerTextAsync(), StringComparison.Ordinal);

        var address = new Uri(visit.Page.Url);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Run point 24" }).ClickAsync();
        var job = await server.StartedAsync("agreements.us-panama.provisions.referrals.places-per-month.value=1000");
        Directory.Delete(Path.Combine(server.RunsFolder, await server.FinishedAsync(job)), recursive: true);
        File.Delete(Path.Combine(server.ScenariosFolder, "small.sweep.yaml"));

        await visit.OpenAsync("/");
        Assert.Contains("finished", await visit.Page.Locator(".sweeps tr").Filter(new() { HasText = address.Segments[^1] }).InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sweep_that_is_stopped_keeps_what_is_done_and_can_be_resumed()
    {
        await File.WriteAllTextAsync(
            Path.Combine(server.ScenariosFolder, "long.sweep.yaml"),
            Small.Replace("id: small", "id: long", StringComparison.Ordinal).Replace("replicates: 8", "replicates: 4000", StringComparison.Ordinal),
            TestContext.Current.CancellationToken);
        await using var visit = await Visit.BeginAsync(server);
        await visit.OpenAsync("/sweeps");

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Run long" }).ClickAsync();
        var row = visit.Page.Locator("[data-sweep-job=long]");
        await row.Locator("text=histories so far").WaitForAsync();
        await row.GetByRole(AriaRole.Button, new() { Name = "Stop" }).ClickAsync();
        await row.GetByRole(AriaRole.Button, new() { Name = "Resume" }).WaitForAsync();

        Assert.Equal(JobState.Stopped, server.Services.GetRequiredService<SweepJobs>().All.First(j => j.File == "long").State);
        File.Delete(Path.Combine(server.ScenariosFolder, "long.sweep.yaml"));
    }
}
