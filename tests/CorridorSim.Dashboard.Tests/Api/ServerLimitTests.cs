using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using CorridorSim.Dashboard.Doors;
using CorridorSim.Dashboard.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace CorridorSim.Dashboard.Tests.Api;

/// <summary>The limits of docs/operations.md on connections and on guesses of the access key, at the limit and above it.</summary>
public sealed partial class ServerLimitTests : IDisposable
{
    private const string Key = "a key of more than sixteen characters";

    private readonly string _folder = Directory.CreateTempSubdirectory("corridorsim-limits-").FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_folder, true);

    [Fact]
    public void The_usual_limits_are_those_of_the_documentation()
    {
        var usual = Options();

        Assert.Equal((1200, 10, TimeSpan.FromMinutes(1)), (usual.MostRequests, usual.MostAttempts, usual.RequestWindow));
        Assert.Equal((1000, 100), (usual.MostConnections, usual.MostConnectionsOfAddress));
    }

    [Fact]
    public async Task Connections_up_to_the_limit_are_answered_and_the_next_is_closed_without_an_answer()
    {
        const int Most = 4;
        await using var app = await DashboardHost.StartAsync(Options() with { MostConnections = Most }, Token);
        var open = new List<TcpClient>();
        try
        {
            for (var connection = 0; connection < Most; connection++)
            {
                open.Add(await ConnectAsync(app));
                Assert.StartsWith("HTTP/1.1 200 ", await AskAsync(open[^1]), StringComparison.Ordinal);
            }

            using var beyond = await ConnectAsync(app);

            Assert.Empty(await AskAsync(beyond));
            Assert.StartsWith("HTTP/1.1 200 ", await AskAsync(open[0]), StringComparison.Ordinal);
        }
        finally
        {
            open.ForEach(c => c.Dispose());
        }
    }

    [Fact]
    public async Task One_address_takes_its_share_of_connections_and_leaves_the_rest_to_others()
    {
        const int Most = 3;
        await using var app = await DashboardHost.StartAsync(Options() with { MostConnectionsOfAddress = Most }, Token);
        var open = new List<TcpClient>();
        try
        {
            for (var connection = 0; connection < Most; connection++)
            {
                open.Add(await ConnectAsync(app, "127.0.0.2"));
                Assert.StartsWith("HTTP/1.1 200 ", await AskAsync(open[^1]), StringComparison.Ordinal);
            }

            using var beyond = await ConnectAsync(app, "127.0.0.2");
            using var other = await ConnectAsync(app, "127.0.0.3");

            Assert.Empty(await AskAsync(beyond));
            Assert.StartsWith("HTTP/1.1 200 ", await AskAsync(other), StringComparison.Ordinal);
        }
        finally
        {
            open.ForEach(c => c.Dispose());
        }
    }

    [Fact]
    public async Task Health_has_a_listener_of_its_own_that_answers_when_the_dashboard_is_full()
    {
        await using var app = await DashboardHost.StartAsync(Options() with { MostConnections = 1, HealthUrl = "http://127.0.0.1:0" }, Token);
        using var taken = await ConnectAsync(app);
        Assert.StartsWith("HTTP/1.1 200 ", await AskAsync(taken), StringComparison.Ordinal);
        using var beyond = await ConnectAsync(app);
        var address = app.Services.GetRequiredService<HealthListener>().Address;
        using var client = new HttpClient { BaseAddress = new Uri(address) };

        Assert.Empty(await AskAsync(beyond));
        Assert.Equal("{\"status\":\"ok\",\"parts\":{\"run store\":\"ok\",\"scenarios\":\"ok\"}}", await client.GetStringAsync(Health.Ready, Token));
        Assert.Equal("{\"status\":\"ok\",\"parts\":{}}", await client.GetStringAsync(Health.Live, Token));
        using var page = await client.GetAsync("/api/v1/scenarios", Token);
        Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
    }

    [Theory]
    [InlineData("/api/v1/scenarios")]
    [InlineData("/")]
    [InlineData("/what-if/anything")]
    [InlineData("/_blazor")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/assets/dashboard.js")]
    public async Task Wrong_keys_are_counted_wherever_they_are_sent_and_then_the_right_one_is_refused_there_too(string path)
    {
        await using var app = await DashboardHost.StartAsync(Options() with { AccessKey = Key, MostAttempts = 2, RequestWindow = TimeSpan.FromHours(1) }, Token);
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };

        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(client, path, "wrong"));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(client, path, string.Empty));
        Assert.Equal(HttpStatusCode.TooManyRequests, await StatusAsync(client, path, "wrong"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await StatusAsync(client, "/api/v1/scenarios", Key));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(client, Health.Live, "wrong"));
    }

    [Fact]
    public async Task Wrong_keys_of_one_address_do_not_count_for_another()
    {
        await using var app = await DashboardHost.StartAsync(Options() with { AccessKey = Key, MostAttempts = 1, RequestWindow = TimeSpan.FromHours(1) }, Token);
        using var guesser = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        using var handler = new SocketsHttpHandler { ConnectCallback = async (_, cancellation) => (await ConnectAsync(app, "127.0.0.3")).GetStream() };
        using var other = new HttpClient(handler) { BaseAddress = new Uri(app.Urls.Single()) };

        await StatusAsync(guesser, "/api/v1/scenarios", "wrong");

        Assert.Equal(HttpStatusCode.TooManyRequests, await StatusAsync(guesser, "/api/v1/scenarios", Key));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(other, "/api/v1/scenarios", Key));
    }

    [Fact]
    public async Task After_ten_wrong_keys_the_right_one_is_refused_as_well_until_the_window_ends()
    {
        await using var app = await DashboardHost.StartAsync(Options() with { AccessKey = Key, RequestWindow = TimeSpan.FromHours(1) }, Token);
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(app.Urls.Single()) };
        var page = await client.GetStringAsync("/access", Token);
        var field = HiddenField().Match(page);

        for (var attempt = 0; attempt < Options().MostAttempts; attempt++)
        {
            using var wrong = await client.PostAsync("/access", Guess(field, "not the key at all"), Token);
            Assert.Equal(HttpStatusCode.Forbidden, wrong.StatusCode);
        }

        using var late = await client.PostAsync("/access", Guess(field, Key), Token);

        Assert.Equal(HttpStatusCode.TooManyRequests, late.StatusCode);
        Assert.Contains("Too many requests", await late.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        Assert.False(late.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task The_right_key_at_the_last_attempt_lets_in()
    {
        await using var app = await DashboardHost.StartAsync(Options() with { AccessKey = Key, MostAttempts = 2, RequestWindow = TimeSpan.FromHours(1) }, Token);
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(app.Urls.Single()) };
        var field = HiddenField().Match(await client.GetStringAsync("/access", Token));
        using var wrong = await client.PostAsync("/access", Guess(field, "not the key at all"), Token);

        using var right = await client.PostAsync("/access", Guess(field, Key), Token);

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Redirect), (wrong.StatusCode, right.StatusCode));
    }

    private static FormUrlEncodedContent Guess(Match field, string key) => new(new Dictionary<string, string>
    {
        [field.Groups["name"].Value] = field.Groups["value"].Value,
        ["key"] = key,
    });

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, string path, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {key}");
        using var reply = await client.SendAsync(request, Token);
        return reply.StatusCode;
    }

    private static async Task<TcpClient> ConnectAsync(WebApplication app, string from = "127.0.0.1")
    {
        var address = new Uri(app.Urls.Single());
        var connection = new TcpClient(new IPEndPoint(IPAddress.Parse(from), 0));
        try
        {
            await connection.ConnectAsync(address.Host, address.Port, Token);
        }
        catch (SocketException error) when (error.SocketErrorCode == SocketError.ConnectionReset)
        {
            // Closed by the server before this side had seen it open, as on a busy machine.
        }

        return connection;
    }

    /// <summary>A whole answer, whose last chunk may come later than the rest; nothing when the connection was closed.</summary>
    private static async Task<string> AskAsync(TcpClient connection)
    {
        const string LastChunk = "0\r\n\r\n";
        if (!connection.Connected)
        {
            return string.Empty;
        }

        var (part, answer) = (new byte[4096], string.Empty);
        try
        {
            var stream = connection.GetStream();
            await stream.WriteAsync(Encoding.ASCII.GetBytes($"GET {Health.Live} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"), Token);
            while (!answer.EndsWith(LastChunk, StringComparison.Ordinal) && await stream.ReadAsync(part, Token) is > 0 and var read)
            {
                answer += Encoding.ASCII.GetString(part, 0, read);
            }

            return answer;
        }
        catch (IOException)
        {
            return string.Empty;
        }
    }

    [GeneratedRegex("name=\"(?<name>[^\"]+)\" value=\"(?<value>[^\"]+)\"")]
    private static partial Regex HiddenField();

    private DashboardOptions Options() => new()
    {
        Urls = ["http://127.0.0.1:0"],
        RunsFolder = _folder,
        ScenariosFolder = _folder,
        StartsWithExample = false,
    };
}
