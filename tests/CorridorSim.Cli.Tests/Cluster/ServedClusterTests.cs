using System.Net;
using System.Net.Http.Json;
using CorridorSim.Cli.Options;
using CorridorSim.Dashboard;
using CorridorSim.Dashboard.Hosting;
using CorridorSim.Grains.Cluster;

namespace CorridorSim.Cli.Tests.Cluster;

[Collection(ThreeWorkers.Name)]
public sealed class ServedClusterTests(ThreeWorkers workers) : IDisposable
{
    private const string NotReady = "{\"status\":\"not ready\",\"parts\":{\"run store\":\"ok\",\"scenarios\":\"ok\",\"workers of the cluster\":\"not ready\"}}";

    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    private readonly BuiltProgram _program = new();

    /// <inheritdoc/>
    public void Dispose() => _program.Dispose();

    [Fact]
    public async Task A_server_is_ready_while_a_worker_of_its_cluster_is_connected_and_lives_all_the_time()
    {
        var cluster = $"{workers.Cluster}/4";
        await using var server = WatchedProgram.Start("serve", "--urls", "http://127.0.0.1:0", "--no-example", "--runs", _program.Runs, "--cluster", cluster);
        await server.UntilAsync("dashboard");
        using var client = new HttpClient { BaseAddress = new Uri(server.Words.Split('\n').First(l => l.StartsWith("dashboard", StringComparison.Ordinal)).Split(' ')[^1]) };

        Assert.Equal((HttpStatusCode.ServiceUnavailable, NotReady), await ReadyAsync(client));
        await server.UntilAsync($"no worker at {cluster}; start one with 'corridorsim silo --cluster {cluster}'.");

        await using (var worker = WatchedProgram.Start("silo", "--cluster", cluster, "--threads", "1", "--verbose"))
        {
            await worker.UntilAsync("worker ready");
            while ((await ReadyAsync(client)).Status != HttpStatusCode.OK)
            {
                // Each question has the connection tried again, as whoever watches over a server asks time and again.
                await Task.Delay(100, Token);
            }

            using var answer = await client.PostAsJsonAsync("/api/v1/what-if", new { scenario = "us-panama-2022", replicates = 1 }, Token);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            await worker.UntilAsync(" block ");
        }

        await server.UntilAsync(" left");
        Assert.Equal((HttpStatusCode.ServiceUnavailable, NotReady), await ReadyAsync(client));
        Assert.Equal("{\"status\":\"ok\",\"parts\":{}}", await client.GetStringAsync("/health/live", Token));
    }

    [Fact]
    public async Task As_many_runs_and_sweeps_wait_as_are_allowed_and_the_next_are_told_to_come_later()
    {
        // Nothing is simulated as long as no worker comes, so that all who were let in still wait.
        Assert.True(RedisAddress.TryParse($"{workers.Cluster}/5", out var address));
        var options = new DashboardOptions
        {
            Urls = ["http://127.0.0.1:0"],
            RunsFolder = _program.Runs,
            ScenariosFolder = Repository.Scenarios,
            StartsWithExample = false,
            Cluster = new ClusterSettings(address) { OpeningPatience = TimeSpan.FromHours(1) },
        };
        await using var app = await DashboardHost.StartAsync(options, Token);
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };

        var runs = await AskAsync(client, "/api/v1/runs", new { scenario = "us-panama-2022", replicates = 1 }, 101);
        var sweeps = await AskAsync(client, "/api/v1/sweeps", new { file = "quota-enforcement" }, 21);

        Assert.Equal([.. Enumerable.Repeat(HttpStatusCode.Accepted, 100), HttpStatusCode.TooManyRequests], runs);
        Assert.Equal([.. Enumerable.Repeat(HttpStatusCode.Accepted, 20), HttpStatusCode.TooManyRequests], sweeps);
    }

    private static async Task<IReadOnlyList<HttpStatusCode>> AskAsync(HttpClient client, string path, object question, int times)
    {
        var answers = new List<HttpStatusCode>();
        for (var time = 0; time < times; time++)
        {
            using var reply = await client.PostAsJsonAsync(path, question, Token);
            answers.Add(reply.StatusCode);
        }

        return answers;
    }

    private static async Task<(HttpStatusCode Status, string Words)> ReadyAsync(HttpClient client)
    {
        using var reply = await client.GetAsync("/health/ready", Token);
        return (reply.StatusCode, await reply.Content.ReadAsStringAsync(Token));
    }
}
