using System.Net;
using System.Text;
using CorridorSim.Dashboard;
using CorridorSim.Dashboard.Hosting;
using CorridorSim.Fuzzing.Inputs;
using Microsoft.AspNetCore.Builder;

namespace CorridorSim.Fuzzing.Targets;

/// <summary>Bodies and addresses of the HTTP API of a running server; an input is an address, a line end, and a body.</summary>
public sealed class ApiTarget : IFuzzTarget
{
    private static readonly string[] Addresses =
        ["scenarios/validate", "scenarios/validate", "scenarios/validate", "what-if", "why", "runs", "sweeps", "compare", "jobs/x/stop", "sweeps/jobs/x/stop", "nowhere"];

    private static readonly string[] Asked =
        ["runs/{0}", "runs/{0}/monthly?indicator={0}", "runs/{0}/results?format={0}", "compare?base={0}&other={0}", "scenarios/{0}/levers", "jobs/{0}", "sweeps/jobs/{0}"];

    private static readonly TextMutator Mutator = new(
    [
        """{"text":"corridorsim: 1\nid: a\nhorizon: { from: 2021-01, to: 2021-02 }\n"}""", """{"scenario":"us-panama-2022","set":["ensemble.replicates=0"]}""",
        """{"scenario":"us-panama-2022","set":{"behaviour.visa-penalty":-1},"replicates":0}""", """{"scenario":"nobody","replicates":1,"seed":7,"name":"x"}""", """{"file":"nobody.sweep.yaml"}""",
    ]);

    private static readonly JsonGrammar Grammar = new(
        ["text", "set", "name", "seed", "replicates", "file", "by", "indicators", "period", "against", "orders"],
        ["corridorsim: 1\nid: a\n", "nobody", "deaths", "2021", "horizon.to=2021-02"]);

    private readonly MadeStore _made;
    private readonly WebApplication _app;
    private readonly HttpClient _client;

    private ApiTarget(MadeStore made, WebApplication app)
    {
        (_made, _app) = (made, app);
        _client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()), Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <inheritdoc/>
    public string Name => "api";

    /// <summary>Starts a server on a free port.</summary>
    public static async Task<ApiTarget> StartAsync(CancellationToken cancellation = default)
    {
        var made = new MadeStore();
        return new ApiTarget(made, await DashboardHost.StartAsync(
            new DashboardOptions
            {
                Urls = ["http://127.0.0.1:0"],
                RunsFolder = made.Store.Folder,
                ScenariosFolder = Shipped.Folder,
                StartsWithExample = false,
                MostRequests = int.MaxValue,
            },
            cancellation));
    }

    /// <inheritdoc/>
    public string Next(Random random)
    {
        ArgumentNullException.ThrowIfNull(random);
        return random.Chance(0.2)
            ? string.Format(System.Globalization.CultureInfo.InvariantCulture, random.Pick(Asked), Uri.EscapeDataString(WellFormed(random.Pick(HostileWords.All)))) + "\n"
            : $"{random.Pick(Addresses)}\n{(random.Chance(0.5) ? Mutator.Next(random) : Grammar.Next(random))}";
    }

    /// <inheritdoc/>
    public async Task<bool> TryAsync(string input, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(input);
        var end = input.IndexOf('\n', StringComparison.Ordinal);
        using var request = new HttpRequestMessage(end == input.Length - 1 ? HttpMethod.Get : HttpMethod.Post, "/api/v1/" + input[..end]);
        if (request.Method == HttpMethod.Post)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(input[(end + 1)..]));
            request.Content.Headers.ContentType = new("application/json");
        }

        using var reply = await _client.SendAsync(request, cancellation);
        var text = await reply.Content.ReadAsStringAsync(cancellation);
        // An input that is turned away unread because there were many before it would test nothing.
        return reply.StatusCode is >= HttpStatusCode.InternalServerError or HttpStatusCode.TooManyRequests || text.Contains("   at ", StringComparison.Ordinal)
            ? throw new ImproperException($"{(int)reply.StatusCode}: {text[..Math.Min(text.Length, 500)]}")
            : reply.IsSuccessStatusCode;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        _made.Dispose();
    }

    private static string WellFormed(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
