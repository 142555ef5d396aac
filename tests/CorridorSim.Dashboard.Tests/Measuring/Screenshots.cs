using CorridorSim.Dashboard.Tests.Browsing;
using CorridorSim.Dashboard.Tests.Pages;
using Microsoft.Playwright;

namespace CorridorSim.Dashboard.Tests.Measuring;

/// <summary>Makes the pictures of the documentation; runs only when asked for, with <c>-explicit only</c>.</summary>
[Collection(DashboardCollection.Name)]
public sealed class Screenshots(DashboardServer server)
{
    [Theory(Explicit = true)]
    [InlineData("start", ColorScheme.Light)]
    [InlineData("what-if", ColorScheme.Light)]
    [InlineData("pact", ColorScheme.Light)]
    [InlineData("run", ColorScheme.Dark)]
    [InlineData("compare", ColorScheme.Light)]
    [InlineData("flows", ColorScheme.Light)]
    [InlineData("map", ColorScheme.Light)]
    public async Task Pages_of_the_documentation(string name, ColorScheme scheme)
    {
        await using var visit = await Visit.BeginAsync(server, scheme);
        await visit.OpenAsync(name switch
        {
            "start" => "/",
            "what-if" => "/what-if/us-panama-2022?set=agreements.us-panama.provisions.referrals.places-per-month=900",
            "pact" => "/pacts/new?from=us-panama-2022:us-panama",
            "run" or "map" => $"/runs/{server.ExampleRun}?month=2023-09",
            "compare" => $"/compare?base={server.ExampleRun}:americas-history&runs={server.ExampleRun}&indicator=deaths",
            _ => $"/runs/{server.ExampleRun}/flows",
        });
        if (name == "pact")
        {
            await visit.Page.Locator("[data-effect] .story").WaitForAsync();
        }

        await visit.ChartsAsync();
        var target = Path.Combine(Repository.Root, "docs", "images", $"dashboard-{name}.png");
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);

        if (name is "map" or "flows")
        {
            // A drawing higher than the window would be cut off.
            await visit.Page.SetViewportSizeAsync(1280, 1200);
            await visit.Page.Locator(name == "map" ? ".map" : ".sankey").ScreenshotAsync(new() { Path = target });
        }
        else
        {
            await visit.Page.EvaluateAsync("() => window.scrollTo(0, 0)");
            await visit.Page.ScreenshotAsync(new() { Path = target });
        }
    }

    /// <summary>Pictures to look at, of all pages in both themes and three sizes; they go to the folder for temporary files.</summary>
    [Fact(Explicit = true)]
    public async Task Every_page_at_every_size()
    {
        var folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), "corridorsim-pages")).FullName;
        using var damaged = new CopiedRun(server, "damaged");
        File.Delete(Path.Combine(damaged.Folder, "summary.parquet"));
        await using var visit = await Visit.BeginAsync(server);
        var sweep = await SweptAsync(visit);
        await using var file = new SweepFile(server, "cut-off");
        var interrupted = await file.RunAsync();
        file.Interrupt(2);
        (string Page, string Address)[] pages =
        [
            .. RouteExample.Routes.Where(r => r != "/sweeps/{Id}").Select(r => ($"page{r.Replace('/', '-')}", RouteExample.AddressOf(r, server))),
            ("sweep", sweep), ("sweep-rule", $"{sweep}?target=deaths%20%3C%2050"), ("damaged", $"/runs/{damaged.Id}"), ("interrupted", $"/sweeps/{interrupted}"),
        ];
        foreach (var (page, address) in pages)
        {
            await visit.OpenAsync(address);
            await visit.ChartsAsync();
            foreach (var (scheme, width, height) in from s in new[] { ColorScheme.Light, ColorScheme.Dark } from size in new[] { (1280, 800), (1920, 1080), (390, 800) } select (s, size.Item1, size.Item2))
            {
                await visit.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
                await visit.Page.SetViewportSizeAsync(width, height);
                await visit.UntilAsync("() => [...document.querySelectorAll('div.plot')].every(p => Math.abs((p.querySelector('.main-svg')?.getBoundingClientRect().width ?? -9) - p.clientWidth) < 3)");
                await visit.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{page}-{width}-{scheme}.png"), FullPage = true });
            }
        }
    }

    /// <summary>Runs the shipped sweep and returns the address of its page.</summary>
    private static async Task<string> SweptAsync(Visit visit)
    {
        await visit.OpenAsync("/sweeps");
        await visit.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Run ") }).First.ClickAsync();
        await visit.Page.Locator("[data-sweep-job]").GetByRole(AriaRole.Link, new() { Name = "Open" }).ClickAsync();
        await visit.Page.Locator(".points tbody tr").First.WaitForAsync();
        return new Uri(visit.Page.Url).PathAndQuery;
    }
}
