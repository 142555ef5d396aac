using CorridorSim.Dashboard.Tests.Browsing;
using Microsoft.Playwright;

namespace CorridorSim.Dashboard.Tests.Measuring;

/// <summary>Makes the pictures of the documentation; runs only when asked for, with <c>-explicit only</c>.</summary>
[Collection(DashboardCollection.Name)]
public sealed class Screenshots(DashboardServer server)
{
    [Theory(Explicit = true)]
    [InlineData("start", ColorScheme.Light)]
    [InlineData("what-if", ColorScheme.Light)]
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
            "run" or "map" => $"/runs/{server.ExampleRun}?month=2023-09",
            "compare" => $"/compare?base={server.ExampleRun}:americas-history&runs={server.ExampleRun}&indicator=deaths",
            _ => $"/runs/{server.ExampleRun}/flows",
        });
        await visit.ChartsAsync();
        var target = Path.Combine(Repository.Root, "docs", "images", $"dashboard-{name}.png");
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);

        if (name is "map" or "flows")
        {
            await visit.Page.Locator(name == "map" ? ".map" : ".sankey").ScreenshotAsync(new() { Path = target });
        }
        else
        {
            await visit.Page.EvaluateAsync("() => window.scrollTo(0, 0)");
            await visit.Page.ScreenshotAsync(new() { Path = target });
        }
    }
}
