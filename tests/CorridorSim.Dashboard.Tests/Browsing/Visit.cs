using Microsoft.Playwright;

namespace CorridorSim.Dashboard.Tests.Browsing;

/// <summary>
/// One fresh browser profile. When it ends, it fails if a page threw an error or asked any other host for anything.
/// </summary>
public sealed class Visit : IAsyncDisposable
{
    private const float Patience = 120_000;

    private readonly IBrowserContext _context;
    private readonly string _address;
    private readonly List<string> _strangers = [];
    private readonly List<string> _errors = [];

    private Visit(IBrowserContext context, IPage page, string address)
    {
        (_context, Page, _address) = (context, page, address);
        page.Request += (_, request) => Note(request.Url);
        page.WebSocket += (_, socket) => Note(socket.Url);
        page.PageError += (_, error) => _errors.Add(error);
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                _errors.Add(message.Text);
            }
        };
        page.SetDefaultTimeout(Patience);
        page.SetDefaultNavigationTimeout(Patience);
    }

    public IPage Page { get; }

    public IReadOnlyList<string> Strangers => _strangers;

    public static async Task<Visit> BeginAsync(DashboardServer server, ColorScheme scheme = ColorScheme.Light, int width = 1280, int height = 800)
    {
        var context = await server.Browser.NewContextAsync(new BrowserNewContextOptions
        {
            ColorScheme = scheme,
            ViewportSize = new ViewportSize { Width = width, Height = height },
            ReducedMotion = ReducedMotion.Reduce,
            Permissions = ["clipboard-read", "clipboard-write"],
        });
        return new Visit(context, await context.NewPageAsync(), server.Address);
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

    public async ValueTask DisposeAsync()
    {
        await _context.DisposeAsync();
        Assert.Empty(_strangers);
        Assert.Empty(_errors);
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
