using System.Net;
using System.Text;
using CorridorSim.Dashboard.Hosting;
using CorridorSim.Dashboard.Tests.Browsing;

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
    public async Task An_oversized_body_is_refused()
    {
        using var body = new StringContent($"{{\"text\":\"{new string('x', 2_000_000)}\"}}", Encoding.UTF8, "application/json");

        using var reply = await _client.PostAsync("/api/v1/scenarios/validate", body, Token);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, reply.StatusCode);
    }

    [Fact]
    public async Task With_a_key_pages_and_interface_open_to_those_who_know_it_alone()
    {
        await using var app = await DashboardHost.StartAsync(
            new DashboardOptions
            {
                Urls = ["http://127.0.0.1:0"],
                RunsFolder = server.RunsFolder,
                ScenariosFolder = server.ScenariosFolder,
                AccessKey = Key,
                StartsWithExample = false,
            },
            Token);
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(app.Urls.Single()) };

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
        await using var app = await DashboardHost.StartAsync(
            new DashboardOptions
            {
                Urls = ["http://127.0.0.1:0"],
                RunsFolder = server.RunsFolder,
                ScenariosFolder = server.ScenariosFolder,
                AccessKey = Key,
                StartsWithExample = false,
            },
            Token);
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

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, string path, string? authorization, string accept = "application/json")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("Authorization", authorization);
        request.Headers.TryAddWithoutValidation("Accept", accept);
        using var reply = await client.SendAsync(request, Token);
        return reply.StatusCode;
    }
}
