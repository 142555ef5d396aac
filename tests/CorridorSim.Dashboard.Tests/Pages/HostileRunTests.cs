using System.Text.Json.Nodes;
using CorridorSim.Dashboard.Tests.Browsing;

namespace CorridorSim.Dashboard.Tests.Pages;

[Collection(DashboardCollection.Name)]
public sealed class HostileRunTests(DashboardServer server)
{
    private const string Script = "<script>window.harmed = true</script><img src=x onerror='window.harmed = true'>";

    [Fact]
    public async Task A_script_in_a_name_is_shown_as_text()
    {
        using var run = new CopiedRun(server, "hostile-name", m => Changed(m, j => j["name"] = Script));
        await using var visit = await Visit.BeginAsync(server);

        await visit.OpenAsync("/");
        Assert.Contains("<script>", await visit.Page.Locator($".runs a[href='runs/{run.Id}']").InnerTextAsync(), StringComparison.Ordinal);
        await visit.OpenAsync($"/runs/{run.Id}");
        await visit.ChartsAsync();

        Assert.False(await visit.Page.EvaluateAsync<bool>("() => window.harmed === true"));
    }

    [Fact]
    public async Task A_script_in_a_variant_that_charts_name_is_shown_as_text()
    {
        using var run = new CopiedRun(server, "hostile-variant", m => Changed(m, j => j["scenario"] = Script));
        await using var visit = await Visit.BeginAsync(server);

        await visit.OpenAsync($"/compare?base={run.Id}&runs={server.ExampleRun}");
        await visit.ChartsAsync();

        Assert.False(await visit.Page.EvaluateAsync<bool>("() => window.harmed === true"));
    }

    [Theory]
    [InlineData("huge-name")]
    [InlineData("too-many-lanes")]
    [InlineData("no-month")]
    [InlineData("stray-file")]
    public async Task An_impossible_manifest_is_listed_as_damaged(string kind)
    {
        using var run = new CopiedRun(server, $"hostile-{kind}", m => Changed(m, j =>
        {
            switch (kind)
            {
                case "huge-name": j["name"] = new string('x', 100_000); break;
                case "too-many-lanes": (j["lanes"], j["replicates"]) = (4_000_000_000, 2_000_000_000); break;
                case "no-month": j["from"] = "yesterday"; break;
                default: j["files"]!["../../../etc/passwd"] = "0"; break;
            }
        }));
        await using var visit = await Visit.BeginAsync(server);

        await visit.OpenAsync("/");
        await visit.Page.Locator(".damaged summary").ClickAsync();
        Assert.Contains(run.Id, await visit.Page.Locator(".damaged").InnerTextAsync(), StringComparison.Ordinal);

        await visit.OpenAsync($"/runs/{run.Id}");
        Assert.True(await visit.Page.Locator(".problem").IsVisibleAsync());
    }

    [Theory]
    [InlineData("summary.parquet")]
    [InlineData("events.parquet")]
    [InlineData("series/deaths.parquet")]
    public async Task A_broken_table_is_told_and_harms_no_other_page(string file)
    {
        using var broken = new CopiedRun(server, $"broken-{System.IO.Path.GetFileNameWithoutExtension(file)}");
        await File.WriteAllTextAsync(System.IO.Path.Combine(broken.Folder, file), "PAR1 is not what this is", TestContext.Current.CancellationToken);
        await using var visit = await Visit.BeginAsync(server);

        await visit.OpenAsync($"/runs/{broken.Id}");
        var problem = await visit.Page.Locator(".problem").InnerTextAsync();
        Assert.Contains("damaged", problem, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(server.RunsFolder, problem, StringComparison.Ordinal);

        await visit.OpenAsync($"/runs/{server.ExampleRun}");
        Assert.NotEqual(0, await visit.Page.Locator("[data-card]").CountAsync());
    }

    [Fact]
    public async Task A_missing_file_is_told()
    {
        using var run = new CopiedRun(server, "missing-file");
        File.Delete(System.IO.Path.Combine(run.Folder, "summary.parquet"));
        await using var visit = await Visit.BeginAsync(server);

        await visit.OpenAsync($"/runs/{run.Id}");

        Assert.True(await visit.Page.Locator(".problem").IsVisibleAsync());
    }

    private static string Changed(string manifest, Action<JsonNode> change)
    {
        var node = JsonNode.Parse(manifest)!;
        change(node);
        return node.ToJsonString();
    }
}
