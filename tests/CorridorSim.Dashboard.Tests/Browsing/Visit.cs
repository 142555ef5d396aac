using Microsoft.Playwright;

namespace CorridorSim.Dashboard.Tests.Browsing;

/// <summary>
/// A reader's visit in a tab of the browser. When it ends, it fails if a page threw an error or asked any other host for
/// anything. Starting a profile and compiling the chart library costs seconds, so visits take over the tab of the one before,
/// blank again; a visit that must find nothing left from others is <see cref="BeginFreshAsync"/>.
/// </summary>
public sealed class Visit : IAsyncDisposable
{
    private const float Patience = 120_000;
    private const string Blank = "about:blank";

    private readonly IPage _page;
    private readonly string _address;
    private readonly Func<bool, ValueTask> _end;
    private readonly List<string> _strangers = [];
    private readonly List<string> _errors = [];

    private Visit(IPage page, string address, Func<bool, ValueTask> end)
    {
        (_page, _address, _end) = (page, address, end);
        _page.Request += OnRequest;
        _page.WebSocket += OnSocket;
        _page.PageError += OnError;
        _page.Console += OnMessage;
        _page.SetDefaultTimeout(Patience);
        _page.SetDefaultNavigationTimeout(Patience);
    }

    public IPage Page => _page;

    public IReadOnlyList<string> Strangers => _strangers;

    /// <summary>Begins in a tab that others may have used before.</summary>
    public static async Task<Visit> BeginAsync(DashboardServer server, ColorScheme scheme = ColorScheme.Light, int width = 1280, int height = 800)
    {
        var page = server.Tabs.TryPop(out var free) ? free : await (await server.Browser.NewContextAsync(Profile())).NewPageAsync();
        await page.EmulateMediaAsync(new() { ColorScheme = scheme });
        await page.SetViewportSizeAsync(width, height);
        return new Visit(page, server.Address, async isClean =>
        {
            if (isClean)
            {
                server.Tabs.Push(page);
            }
            else
            {
                await page.Context.DisposeAsync();
            }
        });
    }

    /// <summary>Begins in a profile of its own, with nothing stored.</summary>
    /// <param name="server">Whose browser it is.</param>
    /// <param name="address">Address of another dashboard; that of the server unless told.</param>
    public static async Task<Visit> BeginFreshAsync(DashboardServer server, string? address = null)
    {
        var context = await server.Browser.NewContextAsync(Profile());
        return new Visit(await context.NewPageAsync(), address ?? server.Address, _ => context.DisposeAsync());
    }

    /// <summary>Opens a page and waits until its first picture stands.</summary>
    public async Task OpenAsync(string path)
    {
        await Page.GotoAsync(path.StartsWith("http", StringComparison.Ordinal) ? path : _address + path);
        await ReadyAsync();
    }

    /// <summary>Waits until everything was loaded and drawn.</summary>
    public Task ReadyAsync() => Page.Locator("[data-ready=true]").WaitForAsync(new LocatorWaitForOptions { Timeout = Patience });

    /// <summary>Waits until a condition in the page holds.</summary>
    public Task UntilAsync(string expression, object? argument = null) =>
        Page.WaitForFunctionAsync(expression, argument, new PageWaitForFunctionOptions { Timeout = Patience });

    /// <summary>Waits until every chart is drawn.</summary>
    public Task ChartsAsync() => UntilAsync("() => [...document.querySelectorAll('div.plot')].every(p => p.querySelector('.main-svg .xy, .main-svg .plot'))");

    /// <summary>The text of every element that matches, HTML or SVG.</summary>
    public async Task<IReadOnlyList<string>> TextsAsync(string selector) => [.. (await Page.Locator(selector).AllTextContentsAsync()).Select(t => t.Trim())];

    /// <summary>What a click saves, as text.</summary>
    public async Task<string> DownloadAsync(ILocator button)
    {
        var download = await Page.RunAndWaitForDownloadAsync(() => button.ClickAsync());
        using var reader = new StreamReader(await download.CreateReadStreamAsync());
        return await reader.ReadToEndAsync();
    }

    /// <summary>What the button of a chart copies.</summary>
    public async Task<string> CommandAsync(ILocator chart)
    {
        await chart.GetByRole(AriaRole.Button, new() { Name = "Copy command" }).ClickAsync();
        await chart.GetByRole(AriaRole.Button, new() { Name = "Copied" }).WaitForAsync();
        return await ClipboardAsync();
    }

    /// <summary>What was copied last.</summary>
    public Task<string> ClipboardAsync() => Page.EvaluateAsync<string>("() => navigator.clipboard.readText()");

    public async ValueTask DisposeAsync()
    {
        // Leaving ends what the page asked for last, so that nothing of this visit is counted in the next.
        await Page.GotoAsync(Blank);
        _page.Request -= OnRequest;
        _page.WebSocket -= OnSocket;
        _page.PageError -= OnError;
        _page.Console -= OnMessage;
        await _end(_strangers.Count + _errors.Count == 0);
        Assert.Empty(_strangers);
        Assert.Empty(_errors);
    }

    private static BrowserNewContextOptions Profile() => new()
    {
        ViewportSize = new ViewportSize { Width = 1280, Height = 800 },
        ReducedMotion = ReducedMotion.Reduce,
        // A proxy of the tests makes its certificate itself.
        IgnoreHTTPSErrors = true,
        Permissions = ["clipboard-read", "clipboard-write"],
    };

    private void OnRequest(object? sender, Microsoft.Playwright.IRequest request) => Note(request.Url);

    private void OnSocket(object? sender, IWebSocket socket) => Note(socket.Url);

    private void OnError(object? sender, string error) => _errors.Add(error);

    private void OnMessage(object? sender, IConsoleMessage message)
    {
        if (message.Type == "error")
        {
            _errors.Add(message.Text);
        }
    }

    private void Note(string url)
    {
        var own = new Uri(_address);
        if (Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" or "ws" or "wss" && uri.Authority != own.Authority)
        {
            _strangers.Add(url);
        }
    }
}
