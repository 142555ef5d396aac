using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using CorridorSim.Dashboard.Hosting;
using Microsoft.AspNetCore.Builder;

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

        Assert.Equal((1200, 10, 1000, TimeSpan.FromMinutes(1)), (usual.MostRequests, usual.MostAttempts, usual.MostConnections, usual.RequestWindow));
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

    private static async Task<TcpClient> ConnectAsync(WebApplication app)
    {
        var address = new Uri(app.Urls.Single());
        var connection = new TcpClient();
        await connection.ConnectAsync(address.Host, address.Port, Token);
        return connection;
    }

    /// <summary>A whole answer, whose last chunk may come later than the rest; nothing when the connection was closed.</summary>
    private static async Task<string> AskAsync(TcpClient connection)
    {
        const string LastChunk = "0\r\n\r\n";
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
