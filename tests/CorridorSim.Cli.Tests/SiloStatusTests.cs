using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace CorridorSim.Cli.Tests;

/// <summary>A real worker with a real Redis, as operators see it.</summary>
public sealed class SiloStatusTests
{
    private const string Key = "a key of operators, long enough";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(null, "--status", "http://127.0.0.1:0", "--orleans-dashboard")]
    [InlineData("short", "--status", "http://127.0.0.1:0", "--orleans-dashboard")]
    [InlineData(Key, "--orleans-dashboard")]
    [InlineData(Key, "--status", "nonsense")]
    public async Task The_dashboard_of_orleans_needs_an_address_and_a_long_key(string? key, params string[] arguments)
    {
        var (code, _, error) = await BuiltProgram.StartWithAsync(
            new Dictionary<string, string> { ["CORRIDORSIM_ACCESS_KEY"] = key ?? string.Empty }, ["silo", "--cluster", "redis://127.0.0.1:1", .. arguments]);

        Assert.Equal(2, code);
        Assert.Contains(error.Split('\n'), l => l.Contains("--status", StringComparison.Ordinal) || l.Contains("at least 16 characters", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_worker_tells_its_health_to_all_and_shows_orleans_to_those_who_know_the_key()
    {
        using var redis = await RedisAsync();
        using var silo = BuiltProgram.BeginWith(
            new Dictionary<string, string> { ["CORRIDORSIM_ACCESS_KEY"] = Key },
            "silo", "--cluster", $"redis://127.0.0.1:{redis.Port}", "--address", "127.0.0.1", "--status", "http://127.0.0.1:0", "--orleans-dashboard");
        try
        {
            Assert.StartsWith("worker ready", await silo.StandardOutput.ReadLineAsync(Token), StringComparison.Ordinal);
            var line = await silo.StandardOutput.ReadLineAsync(Token);
            using var client = new HttpClient { BaseAddress = new Uri(line!["status at ".Length..]) };

            Assert.Equal("{\"status\":\"ok\",\"parts\":{}}", await client.GetStringAsync("/health/live", Token));
            Assert.Equal("{\"status\":\"ok\",\"parts\":{\"worker\":\"ok\"}}", await client.GetStringAsync("/health/ready", Token));
            foreach (var path in new[] { "/orleans/", "/orleans/DashboardCounters", "/ORLEANS/ClusterStats", "/health/live/../../orleans/Trace" })
            {
                Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(client, path, null));
                Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(client, path, new AuthenticationHeaderValue("Bearer", "wrong")));
            }

            Assert.Equal(HttpStatusCode.OK, await StatusAsync(client, "/orleans/", new AuthenticationHeaderValue("Bearer", Key)));
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"operator:{Key}")));
            // Orleans counts its hosts once a second: right after the start it may not have counted yet.
            Assert.Contains("\"totalActiveHostCount\":", await client.GetStringAsync("/orleans/DashboardCounters", Token), StringComparison.Ordinal);
        }
        finally
        {
            silo.Kill();
            await silo.WaitForExitAsync(Token);
            redis.Process.Kill();
        }
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, string path, AuthenticationHeaderValue? authorization)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Authorization = authorization;
        using var reply = await client.SendAsync(request, Token);
        return reply.StatusCode;
    }

    private static async Task<StartedRedis> RedisAsync()
    {
        // A port that was free a moment ago may be taken now: then the next is tried.
        for (; ; )
        {
            using var listener = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
            listener.Start();
            var port = ((IPEndPoint)listener.LocalEndpoint).Port;
            listener.Stop();
            string[] arguments = ["--port", $"{port}", "--bind", "127.0.0.1", "--save", string.Empty];
            var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("REDIS_SERVER_PATH") ?? "redis-server", arguments) { RedirectStandardOutput = true };
            var process = Process.Start(start)!;
            while (await process.StandardOutput.ReadLineAsync(Token) is { } line)
            {
                if (line.Contains("Ready to accept connections", StringComparison.Ordinal))
                {
                    _ = process.StandardOutput.ReadToEndAsync(Token);
                    return new StartedRedis(process, port);
                }
            }

            process.Dispose();
        }
    }

    private sealed record StartedRedis(Process Process, int Port) : IDisposable
    {
        public void Dispose() => Process.Dispose();
    }
}
