using CorridorSim.Dashboard.Tests.Browsing;
using Microsoft.Playwright;

namespace CorridorSim.Dashboard.Tests.Pages;

/// <summary>No page is wider than its window, on phones and when it is enlarged, whatever colours are forced on it.</summary>
[Collection(DashboardCollection.Name)]
public sealed class NarrowWindowTests(DashboardServer server)
{
    [Theory]
    [MemberData(nameof(EveryPageTests.Routes), MemberType = typeof(EveryPageTests))]
    public async Task A_page_is_as_wide_as_its_window_and_open_to_all_on_a_phone_and_enlarged(string route)
    {
        await using var example = await RouteExample.MakeAsync(route, server);
        await using var visit = await Visit.BeginAsync(server, width: 390, height: 800);
        await visit.OpenAsync(example.Address);
        await visit.ChartsAsync();

        await AssertFitsAsync(visit, route);
        foreach (var (width, height) in new[] { (640, 400), (390, 800) })
        {
            await visit.Page.SetViewportSizeAsync(width, height);
            Assert.Equal([], (await Axe.SeriousAsync(visit.Page)).Select(v => $"{route} at {width}: {v}"));
        }

        await visit.Page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.Active });
        Assert.Empty(await Axe.SeriousAsync(visit.Page));
        await visit.Page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.None });
    }

    [Fact]
    public async Task What_is_opened_on_a_page_fits_as_well()
    {
        await using var visit = await Visit.BeginAsync(server, width: 390, height: 800);
        await visit.OpenAsync("/what-if/us-panama-2022?set=behaviour.forgetting-months%3D30");
        await visit.ChartsAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Save..." }).ClickAsync();
        await visit.Page.EvaluateAsync("() => document.querySelectorAll('details').forEach(d => d.open = true)");
        await visit.Page.GetByRole(AriaRole.Tab, new() { Name = "Table" }).First.ClickAsync();
        await visit.Page.Locator(".data table").WaitForAsync();

        await AssertFitsAsync(visit, "what-if, opened");
    }

    [Fact]
    public async Task On_a_phone_the_charts_of_a_question_stand_above_its_sliders()
    {
        await using var visit = await Visit.BeginAsync(server, width: 390, height: 800);
        await visit.OpenAsync("/what-if/us-panama-2022");
        await visit.ChartsAsync();

        var chart = await visit.Page.Locator("[data-chart]").First.BoundingBoxAsync();
        var slider = await visit.Page.Locator(".knob input").First.BoundingBoxAsync();

        Assert.True(chart!.Y < slider!.Y);
    }

    /// <summary>At the widths of phones, and at half the width of a screen, which is what a page has that is enlarged to 200 %.</summary>
    private static async Task AssertFitsAsync(Visit visit, string page)
    {
        foreach (var width in new[] { 320, 390, 640 })
        {
            await visit.Page.SetViewportSizeAsync(width, 800);
            Assert.Equal(string.Empty, await WideAsync(visit.Page, $"{page} at {width}"));
        }
    }

    /// <summary>What stands out of the window; empty when nothing does.</summary>
    private static Task<string> WideAsync(IPage page, string what) => page.EvaluateAsync<string>("""
        what => {
          const wide = document.documentElement.scrollWidth;
          if (wide <= window.innerWidth) return '';
          const out = [...document.querySelectorAll('main *, header *')].filter(e => e.getBoundingClientRect().right > window.innerWidth + 1 && !e.closest('.scroll') && !e.closest('svg'));
          return `${what}: ${wide} px; ${out.slice(0, 6).map(e => `${e.tagName}.${e.className}`).join(', ')}`;
        }
        """, what);
}
