using CorridorSim.Dashboard.Tests.Browsing;
using Microsoft.Playwright;

namespace CorridorSim.Dashboard.Tests.Pages;

/// <summary>No page is wider than its window, on phones and when it is enlarged, whatever colours are forced on it.</summary>
[Collection(DashboardCollection.Name)]
public sealed class NarrowWindowTests(DashboardServer server)
{
    [Theory]
    [MemberData(nameof(EveryPageTests.Pages), MemberType = typeof(EveryPageTests))]
    public async Task A_page_is_as_wide_as_its_window_and_open_to_all_on_a_phone(string page)
    {
        await using var visit = await Visit.BeginAsync(server, width: 390, height: 800);
        await visit.OpenAsync(EveryPageTests.AddressOf(page, server));
        await visit.ChartsAsync();

        await AssertFitsAsync(visit, page);
        await visit.Page.SetViewportSizeAsync(390, 800);
        Assert.Empty(await Axe.SeriousAsync(visit.Page));
        await visit.Page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.Active });
        Assert.Empty(await Axe.SeriousAsync(visit.Page));
        await visit.Page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.None });
    }

    [Fact]
    public async Task The_page_of_a_sweep_fits_as_well()
    {
        await using var file = new SweepFile(server, "narrow");
        await using var visit = await Visit.BeginAsync(server);
        await visit.OpenAsync($"/sweeps/{await file.RunAsync()}?brush=places~400~1500&target=deaths%20%3C%201");
        await visit.ChartsAsync();

        await AssertFitsAsync(visit, "sweep");
    }

    [Fact]
    public async Task What_is_opened_on_a_page_fits_as_well()
    {
        await using var visit = await Visit.BeginAsync(server, width: 390, height: 800);
        await visit.OpenAsync("/what-if/us-panama-2022?set=behaviour.forgetting-months%3D30");
        await visit.ChartsAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Save..." }).ClickAsync();
        await visit.Page.EvaluateAsync("() => document.querySelectorAll('details').forEach(d => d.open = true)");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Data" }).First.ClickAsync();
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

    [Fact]
    public async Task Enlarged_twice_a_page_fits_its_window()
    {
        // A window of 1280 pixels at 200 %: half the CSS pixels, each drawn with two.
        await using var context = await server.Browser.NewContextAsync(new() { ViewportSize = new() { Width = 640, Height = 400 }, DeviceScaleFactor = 2 });
        var page = await context.NewPageAsync();
        foreach (var row in EveryPageTests.Pages)
        {
            await page.GotoAsync(server.Address + EveryPageTests.AddressOf(row.Data, server));
            await page.Locator("[data-ready=true]").WaitForAsync(new() { Timeout = 120_000 });
            Assert.Equal(string.Empty, await WideAsync(page, row.Data));
        }
    }

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
