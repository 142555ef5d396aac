using System.Net.Http.Json;
using System.Text.Json.Nodes;
using CorridorSim.Dashboard.Hosting;
using CorridorSim.Dashboard.Tests.Browsing;

namespace CorridorSim.Dashboard.Tests.Api;

[Collection(DashboardCollection.Name)]
public sealed class EndingTests(DashboardServer server)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_program_that_ends_closes_its_event_streams_and_does_not_wait_for_their_jobs()
    {
        var runs = Directory.CreateTempSubdirectory("corridorsim-ending-");
        var app = await DashboardHost.StartAsync(
            new DashboardOptions { Urls = ["http://127.0.0.1:0"], RunsFolder = runs.FullName, ScenariosFolder = server.ScenariosFolder, StartsWithExample = false }, Token);
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        using var started = await client.PostAsJsonAsync("/api/v1/runs", new { scenario = "regional-compact", replicates = 10_000 }, Token);
        using var stream = new StreamReader(await client.GetStreamAsync(started.Headers.Location + "/events", Token));
        var first = await stream.ReadLineAsync(Token);

        var stopping = app.StopAsync(Token);
        var rest = await stream.ReadToEndAsync(Token);
        await stopping;
        await app.DisposeAsync();

        // A stream that is cut off throws: this one came to its proper end, with a job that was far from done.
        Assert.Equal("event: progress", first);
        var last = JsonNode.Parse(rest.Split('\n').Last(l => l.StartsWith("data:", StringComparison.Ordinal))[5..])!;
        Assert.Contains(last["state"]!.GetValue<string>(), new[] { "Waiting", "Running" });
        runs.Delete(recursive: true);
    }
}
