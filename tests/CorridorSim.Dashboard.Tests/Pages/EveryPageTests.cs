using CorridorSim.Dashboard.Tests.Browsing;
using Microsoft.Playwright;

namespace CorridorSim.Dashboard.Tests.Pages;

[Collection(DashboardCollection.Name)]
public sealed class EveryPageTests(DashboardServer server)
{
    public static TheoryData<string> Routes => new(RouteExample.Routes);

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task A_page_is_open_to_all_in_light_and_dark_and_runs_off_no_screen(string route)
    {
        await using var example = await RouteExample.MakeAsync(route, server);
        await using var visit = await Visit.BeginAsync(server);
        await visit.OpenAsync(example.Address);
        await AssertOpenToAllAsync(visit, route);
    }

    [Fact]
    public async Task The_page_of_an_unfinished_sweep_is_open_to_all_as_well()
    {
        await using var file = new SweepFile(server, "axed", replicates: 2);
        await using var visit = await Visit.BeginAsync(server);
        await file.RunAsync();
        file.Interrupt(2);
        await visit.OpenAsync($"/sweeps/{file.Stored.Manifest.Id}");
        await AssertOpenToAllAsync(visit, "interrupted sweep");
    }

    private static async Task AssertOpenToAllAsync(Visit visit, string page)
    {
        await visit.ChartsAsync();

        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await visit.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
            Assert.Equal([], (await Axe.SeriousAsync(visit.Page)).Select(v => $"{scheme}: {v}"));
        }

        foreach (var (width, height) in new[] { (1280, 800), (1920, 1080) })
        {
            await visit.Page.SetViewportSizeAsync(width, height);
            Assert.True(await visit.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= window.innerWidth"), $"{page} at {width}");
        }
    }

    [Fact]
    public async Task Axe_finds_an_element_made_wrong_on_purpose()
    {
        await using var visit = await Visit.BeginAsync(server);
        await visit.OpenAsync("/dictionary");
        await visit.Page.EvaluateAsync("() => document.querySelector('main').appendChild(document.createElement('input'))");

        Assert.Contains(await Axe.SeriousAsync(visit.Page), v => v.StartsWith("label: <input>", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_keyboard_reaches_content_and_every_page()
    {
        await using var visit = await Visit.BeginAsync(server);
        await visit.OpenAsync("/");

        await visit.Page.EvaluateAsync("() => document.activeElement.blur()");
        await visit.Page.Locator(".skip").FocusAsync();
        await visit.Page.Keyboard.PressAsync("Tab");
        foreach (var name in new[] { "CorridorSim", "Start", "What-if", "Agreement", "Library", "Runs", "Compare", "Why", "Sweeps", "Backtest", "Track record", "Dictionary" })
        {
            Assert.Equal(name, await visit.Page.EvaluateAsync<string>("() => document.activeElement.innerText"));
            await visit.Page.Keyboard.PressAsync("Tab");
        }

        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Dictionary" }).First.FocusAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.UntilAsync("() => location.pathname === '/dictionary'");
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/runs/{Id}")]
    [InlineData("/compare")]
    public async Task Pages_speak_the_words_of_analysts(string page)
    {
        await using var visit = await Visit.BeginAsync(server);
        await visit.OpenAsync(RouteExample.AddressOf(page, server));

        var text = await visit.Page.Locator("body").InnerTextAsync();

        Assert.DoesNotMatch(@"\b(grain|silo|Orleans|actor)s?\b", text);
    }
}
