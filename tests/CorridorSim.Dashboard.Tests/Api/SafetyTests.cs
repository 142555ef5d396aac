using System.Net;
using System.Net.Sockets;
using System.Text;
using CorridorSim.Dashboard.Doors;
using CorridorSim.Dashboard.Hosting;
using CorridorSim.Dashboard.Tests.Browsing;
using Microsoft.AspNetCore.Builder;

namespace CorridorSim.Dashboard.Tests.Api;

[Collection(DashboardCollection.Name)]
public sealed class SafetyTests(DashboardServer server) : IDisposable
{
    private const string Key = "a key of more than sixteen characters";

    private readonly HttpClient _client = new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(server.Address) };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _client.Dispose();

    [Theory]
    [InlineData("http://0.0.0.0:5080", null, "can be reached from other machines")]
    [InlineData("http://192.168.1.5:5080", null, "can be reached from other machines")]
    [InlineData("http://*:5080", null, "can be reached from other machines")]
    [InlineData("http://0.0.0.0:5080", "short", "shorter than 16")]
    [InlineData("not an address", Key, "is not an address")]
    [InlineData("http://127.0.0.1:5080", null, null)]
    [InlineData("http://localhost:5080", null, null)]
    [InlineData("http://[::1]:5080", null, null)]
    [InlineData("http://0.0.0.0:5080", Key, null)]
    public void Addresses_beyond_this_machine_need_a_long_key(string url, string? key, string? expected)
    {
        var obstacle = AddressRules.Obstacle(new DashboardOptions { Urls = [url], AccessKey = key, RunsFolder = "runs", ScenariosFolder = "scenarios" });

        Assert.Equal(expected is null, obstacle is null);
        Assert.Contains(expected ?? string.Empty, obstacle ?? string.Empty, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("evil.example")]
    [InlineData("127.0.0.1.evil.example")]
    public async Task Another_name_for_this_machine_is_refused(string host)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Host = host;

        using var reply = await _client.SendAsync(request, Token);

        Assert.Equal(HttpStatusCode.BadRequest, reply.StatusCode);
    }

    [Theory]
    [InlineData("Origin", "http://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    public async Task A_page_of_another_site_can_neither_write_nor_connect(string header, string value)
    {
        foreach (var (method, path) in new[] { (HttpMethod.Post, "/api/v1/runs"), (HttpMethod.Post, "/_blazor/negotiate"), (HttpMethod.Get, "/_blazor") })
        {
            using var request = new HttpRequestMessage(method, path);
            request.Headers.TryAddWithoutValidation(header, value);

            using var reply = await _client.SendAsync(request, Token);

            Assert.Equal(HttpStatusCode.Forbidden, reply.StatusCode);
        }
    }

    [Fact]
    public async Task Pages_forbid_inline_scripts_frames_and_other_hosts()
    {
        using var reply = await _client.GetAsync("/", Token);

        var policy = string.Join(';', reply.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Equal(["nosniff"], reply.Headers.GetValues("X-Content-Type-Options"));
        Assert.DoesNotContain("<script>", await reply.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_a_key_pages_and_interface_open_to_those_who_know_it_alone()
    {
        await using var app = await StartAsync(o => o);
        using var client = ClientOf(app);

        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(client, "/api/v1/runs", null));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(client, "/api/v1/runs", "Bearer wrong"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(client, "/api/v1/runs", $"Bearer {Key}"));
        Assert.Equal(HttpStatusCode.Redirect, await StatusAsync(client, "/", null, "text/html"));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(client, "/_blazor", null));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(client, "/openapi/v1.json", null));
        await app.StopAsync(Token);
    }

    [Fact]
    public async Task A_person_types_the_key_once_and_is_let_in()
    {
        await using var app = await StartAsync(o => o);
        await using (var context = await server.Browser.NewContextAsync())
        {
            var page = await context.NewPageAsync();
            await page.GotoAsync(app.Urls.Single());
            await page.GetByLabel("Access key").FillAsync("not the key at all");
            await page.GetByRole(Microsoft.Playwright.AriaRole.Button).ClickAsync();
            await page.GetByText("That is not the key.").WaitForAsync();
            await page.GetByLabel("Access key").FillAsync(Key);
            await page.GetByRole(Microsoft.Playwright.AriaRole.Button).ClickAsync();
            await page.Locator("[data-ready=true]").WaitForAsync(new() { Timeout = 120_000 });
        }

        await app.StopAsync(Token);
    }

    [Fact]
    public async Task What_is_not_the_key_opens_no_address_that_reads_or_writes()
    {
        (string Header, string Value)[] guesses =
        [
            ("Authorization", "Bearer"),
            ("Authorization", "Bearer  "),
            ("Authorization", "Basic YTphIGtleSBvZiBtb3JlIHRoYW4gc2l4dGVlbiBjaGFyYWN0ZXJz"),
            ("Authorization", Key),
            ("Authorization", "Bearer a key of more than sixteen character"),
            ("Authorization", "Bearer A KEY OF MORE THAN SIXTEEN CHARACTERS"),
            ("Cookie", "corridorsim-access=granted"),
            ("Cookie", "corridorsim-access=" + Key),
            ("X-Forwarded-For", "127.0.0.1"),
        ];
        await using var app = await StartAsync(o => o with { MostAttempts = 1000 });
        using var client = ClientOf(app);
        foreach (var (header, value) in guesses)
        {
            foreach (var (method, path) in new[] { (HttpMethod.Get, "/api/v1/runs"), (HttpMethod.Post, "/api/v1/runs"), (HttpMethod.Get, "/runs"), (HttpMethod.Post, "/_blazor/negotiate") })
            {
                using var request = new HttpRequestMessage(method, path);
                request.Headers.TryAddWithoutValidation(header, value);

                using var reply = await client.SendAsync(request, Token);

                Assert.Equal((header, value, HttpStatusCode.Unauthorized), (header, value, reply.StatusCode));
                Assert.DoesNotContain("us-panama", await reply.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task No_way_of_writing_a_path_leads_past_the_key()
    {
        string[] targets =
        [
            "//api/v1/runs",
            "/access/../api/v1/runs",
            "/access/%2e%2e/api/v1/runs",
            "/health/live/../../api/v1/runs",
            "/health/live/%2e%2e/%2e%2e/api/v1/runs",
            "/assets/dashboard.css/../../api/v1/runs",
            "/API/V1/RUNS",
            "/api/v1/runs;/access",
            "/api/v1/runs?path=/access",
            "/api/v1/runs#/health/live",
            "/./api/v1/runs/",
            "/access%00/../api/v1/runs",
            "/access\\..\\api\\v1\\runs",
            "http://127.0.0.1/api/v1/runs",
        ];
        await using var app = await StartAsync(o => o);
        foreach (var target in targets)
        {
            var reply = await SendRawAsync(app, $"GET {target} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n");

            Assert.Matches("^HTTP/1.1 (400|401|404) ", reply);
            Assert.DoesNotContain(server.ExampleRun, reply, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("Origin", "http://evil.example")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    public async Task The_key_does_not_help_a_page_of_another_site(string header, string value)
    {
        await using var app = await StartAsync(o => o);
        using var client = ClientOf(app);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/runs") { Content = new StringContent("{}", Encoding.UTF8, "application/json") };
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {Key}");
        request.Headers.TryAddWithoutValidation(header, value);

        using var reply = await client.SendAsync(request, Token);

        Assert.Equal(HttpStatusCode.Forbidden, reply.StatusCode);
        Assert.False(reply.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Theory]
    [InlineData(1_000_000, HttpStatusCode.OK)]
    [InlineData(1_000_001, HttpStatusCode.RequestEntityTooLarge)]
    [InlineData(20_000_000, HttpStatusCode.RequestEntityTooLarge)]
    public async Task A_body_has_at_most_a_million_bytes(int bytes, HttpStatusCode expected)
    {
        const string Frame = "{\"text\":\"\"}";
        using var body = new StringContent($"{{\"text\":\"{new string('#', bytes - Frame.Length)}\"}}", Encoding.UTF8, "application/json");

        // The body waits for the answer to its length: one that is refused while it is sent would break the connection.
        using var handler = new SocketsHttpHandler { Expect100ContinueTimeout = TimeSpan.FromMinutes(2) };
        using var client = new HttpClient(handler) { BaseAddress = new Uri(server.Address) };
        client.DefaultRequestHeaders.ExpectContinue = true;
        using var reply = await client.PostAsync("/api/v1/scenarios/validate", body, Token);

        Assert.Equal(expected, reply.StatusCode);
    }

    [Theory]
    [InlineData("POST /api/v1/scenarios/validate HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{")]
    [InlineData("GET /api/v1/runs HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ")]
    public async Task A_request_that_does_not_come_to_its_end_is_given_up(string begun)
    {
        // Nothing more is sent: the answer comes when the program has lost patience, however long that takes.
        var reply = await SendRawAsync(new Uri(server.Address), begun);

        Assert.StartsWith("HTTP/1.1 408 ", reply, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Requests_to_the_interface_are_counted_for_each_address_and_refused_beyond_the_limit()
    {
        await using var app = await StartAsync(o => o with { AccessKey = null, MostRequests = 3, RequestWindow = TimeSpan.FromHours(1) });
        using var client = ClientOf(app);
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(client, "/api/v1/scenarios", null));
        }

        using var reply = await client.GetAsync("/api/v1/scenarios", Token);

        Assert.Equal(HttpStatusCode.TooManyRequests, reply.StatusCode);
        Assert.InRange(reply.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromHours(1));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(client, Health.Live, null));
    }

    [Fact]
    public async Task Health_needs_no_key_and_names_the_part_that_is_not_in_order()
    {
        var scenarios = Directory.CreateTempSubdirectory("corridorsim-health-");
        await using var app = await StartAsync(o => o with { ScenariosFolder = scenarios.FullName });
        using var client = ClientOf(app);

        Assert.Equal("{\"status\":\"ok\",\"parts\":{}}", await client.GetStringAsync(Health.Live, Token));
        Assert.Equal("{\"status\":\"ok\",\"parts\":{\"run store\":\"ok\",\"scenarios\":\"ok\"}}", await client.GetStringAsync(Health.Ready, Token));
        scenarios.Delete();
        using var reply = await client.GetAsync(Health.Ready, Token);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, reply.StatusCode);
        Assert.Equal("{\"status\":\"not ready\",\"parts\":{\"run store\":\"ok\",\"scenarios\":\"not ready\"}}", await reply.Content.ReadAsStringAsync(Token));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(client, Health.Live, null));
    }

    private static HttpClient ClientOf(WebApplication app) =>
        new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(app.Urls.Single()) };

    private static Task<string> SendRawAsync(WebApplication app, string text) => SendRawAsync(new Uri(app.Urls.Single()), text);

    private static async Task<string> SendRawAsync(Uri address, string text)
    {
        using var connection = new TcpClient();
        await connection.ConnectAsync(address.Host, address.Port, Token);
        await using var stream = connection.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(text), Token);
        using var reader = new StreamReader(stream, Encoding.ASCII);
        return await reader.ReadToEndAsync(Token);
    }

    private Task<WebApplication> StartAsync(Func<DashboardOptions, DashboardOptions> change) => DashboardHost.StartAsync(
        change(new DashboardOptions
        {
            Urls = ["http://127.0.0.1:0"],
            RunsFolder = server.RunsFolder,
            ScenariosFolder = server.ScenariosFolder,
            AccessKey = Key,
            StartsWithExample = false,
        }),
        Token);

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, string path, string? authorization, string accept = "application/json")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("Authorization", authorization);
        request.Headers.TryAddWithoutValidation("Accept", accept);
        using var reply = await client.SendAsync(request, Token);
        return reply.StatusCode;
    }
}
