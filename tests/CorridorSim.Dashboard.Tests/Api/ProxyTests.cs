using System.Net;
using System.Text;
using CorridorSim.Dashboard.Doors;
using CorridorSim.Dashboard.Hosting;
using CorridorSim.Dashboard.Tests.Browsing;
using Microsoft.AspNetCore.Builder;

namespace CorridorSim.Dashboard.Tests.Api;

/// <summary>The dashboard behind a proxy that speaks TLS: with its public address, and without it, where it says what is lacking.</summary>
[Collection(DashboardCollection.Name)]
public sealed class ProxyTests(DashboardServer server)
{
    private const string Key = "a key of more than sixteen characters";
    private const string Referrals = "agreements.us-panama.provisions.referrals.places-per-month";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Behind_a_real_proxy_a_browser_logs_in_asks_by_socket_and_writes()
    {
        var (front, untold) = (TlsProxy.FreePort(), TlsProxy.FreePort());
        var address = $"https://dashboard.localhost:{front}";
        await using var app = await StartAsync(address);
        await using var other = await StartAsync(null);
        await using var proxy = await TlsProxy.StartAsync((front, PortOf(app)), (untold, PortOf(other)));
        await using (var visit = await Visit.BeginFreshAsync(server, address))
        {
            await visit.Page.GotoAsync($"{address}/");
            await visit.Page.GetByLabel("Access key").FillAsync(Key);
            await visit.Page.GetByRole(Microsoft.Playwright.AriaRole.Button).ClickAsync();
            await visit.ReadyAsync();
            await visit.OpenAsync("/what-if/us-panama-2022");
            var answers = await visit.Page.Locator(".speed").GetAttributeAsync("data-answer");
            await visit.Page.Locator($"[data-knob='{Referrals}'] input[type=range]").EvaluateAsync(
                "e => { e.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true })); e.value = 900; e.dispatchEvent(new Event('input', { bubbles: true })); }");
            await visit.UntilAsync("n => document.querySelector('.speed').dataset.answer !== n", answers);
            var written = await visit.Page.EvaluateAsync<int[]>("""
                async () => {
                  const body = JSON.stringify({ scenario: 'us-panama-2022', replicates: 2000 });
                  const run = await fetch('/api/v1/runs', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body });
                  const stop = await fetch(run.headers.get('Location') + '/stop', { method: 'POST' });
                  return [run.status, stop.status];
                }
                """);
            var cookies = await visit.Page.Context.CookiesAsync();

            Assert.Equal([202, 200], written);
            Assert.All(cookies, c => Assert.True(c.Secure, c.Name));
            Assert.Contains(cookies, c => c.Name == "corridorsim-access");
        }

        await using (var context = await server.Browser.NewContextAsync(new() { IgnoreHTTPSErrors = true }))
        {
            var page = await context.NewPageAsync();
            await page.GotoAsync($"https://dashboard.localhost:{untold}/");

            Assert.Contains($"start it with --public-url https://dashboard.localhost:{untold}", await page.ContentAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Writes_come_from_the_public_address_or_from_this_machine()
    {
        await using var app = await StartAsync("https://corridors.example");

        Assert.Equal(HttpStatusCode.OK, (await WriteAsync(app, "corridors.example", "https://corridors.example")).Status);
        Assert.Equal(HttpStatusCode.OK, (await WriteAsync(app, "127.0.0.1", "https://corridors.example")).Status);
        Assert.Equal(HttpStatusCode.OK, (await WriteAsync(app, "127.0.0.1", null)).Status);
        Assert.Equal(HttpStatusCode.OK, (await WriteAsync(app, "127.0.0.1", "http://127.0.0.1")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await WriteAsync(app, "corridors.example", "http://corridors.example")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await WriteAsync(app, "corridors.example", "https://corridors.example:8443")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await WriteAsync(app, "corridors.example", "https://evil.example")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await WriteAsync(app, "corridors.example", "null")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await WriteAsync(app, "evil.example", "https://corridors.example")).Status);
    }

    [Fact]
    public async Task Without_a_public_address_the_refusal_says_which_one_to_give()
    {
        const string Advice = "start it with --public-url https://corridors.example.";
        await using var app = await StartAsync(null);

        var byOrigin = await WriteAsync(app, "127.0.0.1", "https://corridors.example");
        var byName = await WriteAsync(app, "corridors.example", "https://corridors.example");
        var byNobody = await WriteAsync(app, "127.0.0.1", "null");

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.BadRequest, HttpStatusCode.Forbidden), (byOrigin.Status, byName.Status, byNobody.Status));
        Assert.Contains(Advice, byOrigin.Text, StringComparison.Ordinal);
        Assert.Contains(Advice, byName.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("--public-url", byNobody.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whom_the_proxy_names_is_counted_and_nobody_else_can_name_anybody()
    {
        await using var app = await StartAsync("https://corridors.example", o => o with { MostAttempts = 1, RequestWindow = TimeSpan.FromHours(1) });

        Assert.Equal(HttpStatusCode.Unauthorized, (await AskAsync(app, "wrong", "203.0.113.1")).Status);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await AskAsync(app, Key, "203.0.113.1")).Status);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await AskAsync(app, Key, "203.0.113.2, 203.0.113.1")).Status);
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(app, Key, "203.0.113.1, 203.0.113.2")).Status);
    }

    [Theory]
    [InlineData("https://corridors.example", null, "can be reached from other machines")]
    [InlineData("https://corridors.example/map", Key, "without a path")]
    [InlineData("corridors.example", Key, "without a path")]
    [InlineData("ftp://corridors.example", Key, "without a path")]
    [InlineData("https://*", Key, "without a path")]
    [InlineData("https://user@corridors.example", Key, "without a path")]
    [InlineData("https://corridors.example:8443", Key, null)]
    [InlineData("https://localhost:8443", null, null)]
    public void A_public_address_is_scheme_name_and_port_and_needs_a_key(string shown, string? key, string? expected)
    {
        var obstacle = AddressRules.Obstacle(new DashboardOptions { PublicUrl = shown, AccessKey = key, RunsFolder = "runs", ScenariosFolder = "scenarios" });

        Assert.Equal(expected is null, obstacle is null);
        Assert.Contains(expected ?? string.Empty, obstacle ?? string.Empty, StringComparison.Ordinal);
    }

    private static int PortOf(WebApplication app) => new Uri(app.Urls.Single()).Port;

    private static Task<(HttpStatusCode Status, string Text)> WriteAsync(WebApplication app, string host, string? origin)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/scenarios/validate") { Content = new StringContent("{\"text\":\"title: x\"}", Encoding.UTF8, "application/json") };
        request.Headers.Host = host;
        if (origin is not null)
        {
            request.Headers.TryAddWithoutValidation("Origin", origin);
        }

        return SendAsync(app, request, Key);
    }

    private static Task<(HttpStatusCode Status, string Text)> AskAsync(WebApplication app, string key, string forwarded)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/scenarios");
        request.Headers.TryAddWithoutValidation("X-Forwarded-For", forwarded);
        return SendAsync(app, request, key);
    }

    private static async Task<(HttpStatusCode Status, string Text)> SendAsync(WebApplication app, HttpRequestMessage request, string key)
    {
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        using (request)
        {
            request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {key}");
            using var reply = await client.SendAsync(request, Token);
            return (reply.StatusCode, await reply.Content.ReadAsStringAsync(Token));
        }
    }

    private Task<WebApplication> StartAsync(string? shown, Func<DashboardOptions, DashboardOptions>? change = null)
    {
        var options = new DashboardOptions
        {
            Urls = ["http://127.0.0.1:0"],
            PublicUrl = shown,
            RunsFolder = server.RunsFolder,
            ScenariosFolder = server.ScenariosFolder,
            AccessKey = Key,
            StartsWithExample = false,
        };
        return DashboardHost.StartAsync(change?.Invoke(options) ?? options, Token);
    }
}
