using CorridorSim.Dashboard.Shared.Words;
using CorridorSim.Dashboard.Tests.Browsing;
using Microsoft.Playwright;

namespace CorridorSim.Dashboard.Tests.Pages;

/// <summary>The corridor map of a run.</summary>
[Collection(DashboardCollection.Name)]
public sealed class RunMapTests(DashboardServer server)
{
    private string Path => $"/runs/{server.ExampleRun}";

    [Fact]
    public async Task The_map_follows_the_month_slider_and_names_the_flow_pointed_at()
    {
        await using var visit = await Visit.BeginAsync(server);
        await visit.OpenAsync(Path);

        await visit.Page.GetByRole(AriaRole.Slider, new() { Name = "Month", Exact = true }).EvaluateAsync("e => { e.value = 12; e.dispatchEvent(new Event('input', { bubbles: true })); }");
        await visit.UntilAsync("() => document.querySelector('.month').dataset.month === '2022-01'");
        await visit.Page.Locator(".map [data-flow='COL>PAN']").FocusAsync();
        await visit.UntilAsync("() => document.querySelector('.readout').textContent.includes('Colombia to Panama')");

        Assert.EndsWith("in January 2022", await visit.Page.Locator(".readout").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("month=2022-01", visit.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_map_plays_month_by_month_and_stops()
    {
        await using var visit = await Visit.BeginAsync(server);
        await visit.OpenAsync($"{Path}?month=2021-01");

        // The page itself presses stop as soon as it has played two months: a slow test cannot come too late.
        await visit.Page.EvaluateAsync(
            """
            () => {
              const button = document.querySelector('.map .bar button');
              const month = document.querySelector('.month');
              new MutationObserver((_, observer) => {
                if (month.dataset.month >= '2021-03') {
                  observer.disconnect();
                  button.click();
                }
              }).observe(month, { attributes: true });
              button.click();
            }
            """);
        await visit.UntilAsync("() => document.querySelector('.month').dataset.month >= '2021-03' && document.querySelector('.map .bar button').textContent === 'Play'");

        Assert.InRange((await visit.Page.Locator(".month").GetAttributeAsync("data-month"))!, "2021-03", "2024-11");
    }

    [Fact]
    public async Task Labels_of_the_map_do_not_touch_each_other()
    {
        await using var visit = await Visit.BeginAsync(server);
        await visit.OpenAsync(Path);

        var touching = await visit.Page.EvaluateAsync<int>("""
            () => {
              const boxes = [...document.querySelectorAll('.map .node[aria-hidden] text')].map(t => t.getBoundingClientRect());
              return boxes.filter((a, i) => boxes.some((b, j) => i < j && a.left < b.right && b.left < a.right && a.top < b.bottom - 2 && b.top < a.bottom - 2)).length;
            }
            """);

        Assert.Equal(0, touching);
    }

    [Fact]
    public async Task A_flow_and_a_country_under_the_pointer_are_named_with_their_numbers()
    {
        await using var visit = await Visit.BeginAsync(server);
        await visit.OpenAsync($"{Path}?month=2023-09");
        await visit.Page.Locator(".map svg").First.ScrollIntoViewIfNeededAsync();

        // The middle of the line is where a person points; the middle of its box is beside a curve.
        var point = await visit.Page.Locator(".map [data-flow='COL>PAN']").EvaluateAsync<float[]>(
            "e => { const p = e.getPointAtLength(e.getTotalLength() / 2).matrixTransform(e.getScreenCTM()); return [p.x, p.y]; }");
        await visit.Page.Mouse.MoveAsync(point[0], point[1]);
        await visit.UntilAsync("() => /^irregular entries, Colombia to Panama: [0-9,]+ in September 2023$/.test(document.querySelector('.readout').textContent)");
        await visit.Page.Locator(".map .node circle").And(visit.Page.Locator(".map .node[aria-label^=Mexico] circle")).HoverAsync();

        await visit.UntilAsync("() => /^Mexico: [0-9,]+ people in transit or waiting at the end of September 2023$/.test(document.querySelector('.readout').textContent)");
    }

    [Fact]
    public async Task The_keyboard_goes_from_month_to_flow_to_flow()
    {
        await using var visit = await Visit.BeginAsync(server);
        await visit.OpenAsync($"{Path}?month=2023-09");

        await visit.Page.GetByRole(AriaRole.Slider, new() { Name = "Month", Exact = true }).FocusAsync();
        await visit.Page.Keyboard.PressAsync("ArrowRight");
        await visit.UntilAsync("() => document.querySelector('.month').dataset.month === '2023-10'");
        await visit.Page.Keyboard.PressAsync("Tab");
        await visit.UntilAsync("() => document.querySelector('.readout').textContent.endsWith('in October 2023')");
        var first = await visit.Page.Locator(".readout").InnerTextAsync();
        await visit.Page.Keyboard.PressAsync("Tab");

        await visit.UntilAsync("first => document.querySelector('.readout').textContent !== first && document.querySelector('.readout').textContent.endsWith('in October 2023')", first);
    }

    [Fact]
    public async Task The_difference_to_the_baseline_is_shown_with_signs_and_stands_in_the_address()
    {
        string link;
        await using (var visit = await Visit.BeginAsync(server))
        {
            await visit.OpenAsync(Path);
            Assert.Equal(0, await visit.Page.Locator(".map .flow.wider[data-flow], .map .flow.narrower[data-flow]").CountAsync());
            await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Show the effect" }).ClickAsync();
            await visit.Page.GetByRole(AriaRole.Heading, new() { Name = "Where movement rises or falls" }).WaitForAsync();
            await visit.UntilAsync("() => location.search.includes('map=difference')");
            link = visit.Page.Url;
        }

        await using var fresh = await Visit.BeginFreshAsync(server);
        await fresh.OpenAsync(link);
        var wider = await fresh.Page.Locator(".map .flow.wider[data-flow]").EvaluateAllAsync<string[]>("flows => flows.map(f => f.getAttribute('aria-label'))");
        var narrower = await fresh.Page.Locator(".map .flow.narrower[data-flow]").EvaluateAllAsync<string[]>("flows => flows.map(f => f.getAttribute('aria-label'))");

        Assert.Contains(wider, w => w.StartsWith("legal admissions, United States: resettlement", StringComparison.Ordinal));
        Assert.All(wider, w => Assert.Contains(": +", w, StringComparison.Ordinal));
        Assert.NotEmpty(narrower);
        Assert.All(narrower, n => Assert.Contains(": \u2212", n, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_map_is_saved_as_picture_and_as_the_numbers_it_shows()
    {
        await using var visit = await Visit.BeginAsync(server);
        await visit.OpenAsync($"{Path}?month=2023-09");
        var map = visit.Page.Locator(".map");

        var svg = await visit.DownloadAsync(map.GetByRole(AriaRole.Button, new() { Name = "SVG" }));
        var png = await visit.Page.RunAndWaitForDownloadAsync(() => map.GetByRole(AriaRole.Button, new() { Name = "PNG" }).ClickAsync());
        var csv = await visit.DownloadAsync(map.GetByRole(AriaRole.Button, new() { Name = "CSV" }));
        await map.Locator("[data-flow='COL>PAN']").FocusAsync();
        await visit.UntilAsync("() => document.querySelector('.readout').textContent.includes('Colombia to Panama: ')");

        Assert.Contains("United States</text>", svg, StringComparison.Ordinal);
        // The picture speaks for itself: title and month, source, land, and a key of widths and circles.
        Assert.Contains("Who moves where, month by month, September 2023</text>", svg, StringComparison.Ordinal);
        Assert.Contains("Natural Earth, public domain.</text>", svg, StringComparison.Ordinal);
        Assert.Matches("class=\"land taking\" d=\"M[0-9]", svg);
        Assert.Contains("people or events a month</text>", svg, StringComparison.Ordinal);
        Assert.Matches("viewBox=\"0 -46 900 [0-9.]+\"", svg);
        Assert.Equal("corridor-map.png", png.SuggestedFilename);
        Assert.Equal(1800, (await Picture.SizeAsync(png)).Width);
        Assert.Contains($"Made by: ./corridorsim export {server.ExampleRun}", svg, StringComparison.Ordinal);
        Assert.Matches($"^# Title: Who moves where[^\n]+\n# Unit: people or events a month\n# Interval: 64 simulations[^\n]*90%[^\n]*\n# Source: CorridorSim, a simulation[^\n]*\n# Command: ./corridorsim export {server.ExampleRun}", csv);
        var row = csv.Split('\n').Single(l => l.StartsWith("2023-09,irregular,COL>PAN,", StringComparison.Ordinal));
        Assert.Equal($"irregular entries, Colombia to Panama: {Numbers.Plain(Csv.Number(row.Split(',')[3]))} in September 2023", await map.Locator(".readout").InnerTextAsync());
    }
}
