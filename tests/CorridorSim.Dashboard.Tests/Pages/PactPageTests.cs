using CorridorSim.Dashboard.Pages.Pact;
using CorridorSim.Dashboard.Shared.Words;
using CorridorSim.Dashboard.Tests.Browsing;
using Microsoft.Playwright;

namespace CorridorSim.Dashboard.Tests.Pages;

/// <summary>An agreement is written as a person would, with the keyboard alone.</summary>
[Collection(DashboardCollection.Name)]
public sealed class PactPageTests(DashboardServer server)
{
    [Fact]
    public async Task Work_visas_for_Costa_Rica_are_agreed_with_the_keyboard_alone()
    {
        await using var visit = await Visit.BeginAsync(server);
        visit.Page.SetDefaultTimeout(60_000);
        await visit.OpenAsync("/pacts/new");

        await TypeAsync(visit, "title", "Costa Rica–United States work visas");
        await TickAsync(visit, "parties", "Costa Rica");
        await TickAsync(visit, "parties", "United States");
        await TypeAsync(visit, "signed", "June 2023");
        await visit.Page.GetByRole(AriaRole.Searchbox).FocusAsync();
        await visit.Page.Keyboard.TypeAsync("visas");
        await visit.Page.Locator("[data-lever=transit-danger]").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await visit.Page.Keyboard.PressAsync("Tab");
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.UntilAsync("() => document.activeElement?.dataset.clause === 'channel-capacity'");
        await ChooseAsync(visit, "provisions.channel-capacity.channel", "usa-h2b");
        await TypeAsync(visit, "provisions.channel-capacity.places-per-month", "500");
        await visit.Page.GetByText("6,473 → 6,973").WaitForAsync();
        Assert.Contains("Published by others", await visit.Page.Locator("[data-others]").InnerTextAsync(), StringComparison.Ordinal);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Suspend it when..." }).FocusAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        await ChooseAsync(visit, "conditions.suspend-when.0.indicator", "irregular-entries|COL>PAN");
        await TypeAsync(visit, "conditions.suspend-when.0.above", "30,000");

        await visit.Page.Locator("[data-preview]").GetByText("exceed 30,000 a month").WaitForAsync();
        var says = await visit.Page.Locator("[data-preview]").InnerTextAsync();
        Assert.Contains("Signed by Costa Rica and the United States in June 2023.", says, StringComparison.Ordinal);
        Assert.Contains("From June 2023, 500 more places a month in United States: work visa (H2B) (assumed size).", says, StringComparison.Ordinal);
        Assert.Contains("It is suspended while irregular entries (Colombia to Panama) exceed 30,000 a month.", says, StringComparison.Ordinal);
        await visit.Page.Locator("[data-effect] .story").WaitForAsync();
        Assert.Contains("raises legal admissions", await visit.Page.Locator(".story").InnerTextAsync(), StringComparison.OrdinalIgnoreCase);

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Save the agreement" }).FocusAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.GetByText("Saved as costa-rica-united-states-work-visas.yaml").WaitForAsync();
        var saved = System.IO.Path.Combine(server.ScenariosFolder, "costa-rica-united-states-work-visas.yaml");
        var file = await File.ReadAllTextAsync(saved, TestContext.Current.CancellationToken);
        Assert.Equal(file, await visit.Page.Locator("pre.code").TextContentAsync());
        Assert.Contains("places-per-month: { value: 500, basis: assumption }", file, StringComparison.Ordinal);
        Assert.Contains("above: 30000", file, StringComparison.Ordinal);
        File.Delete(saved);
    }

    [Fact]
    public async Task Mistakes_stand_beside_their_fields_and_a_link_brings_the_draft_back()
    {
        await using var visit = await Visit.BeginAsync(server);
        visit.Page.SetDefaultTimeout(60_000);
        await visit.OpenAsync("/pacts/new?from=us-panama-2022:us-panama");
        await visit.Page.Locator("[data-effect] .story").WaitForAsync();

        await TypeAsync(visit, "provisions.referrals.places-per-month", "9999999");
        var wrong = visit.Page.Locator("[data-field='provisions.referrals.places-per-month'] .mistake");
        await wrong.WaitForAsync();
        Assert.Contains("must lie between 0 and 1000000", await wrong.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal("true", await visit.Page.Locator("#f-provisions-referrals-places-per-month").GetAttributeAsync("aria-invalid"));
        Assert.True(await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Save the agreement" }).IsDisabledAsync());

        await TypeAsync(visit, "provisions.referrals.places-per-month", "900");
        await wrong.WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await visit.UntilAsync("() => location.search.includes('draft=')");
        var link = visit.Page.Url;
        await visit.OpenAsync(link);

        Assert.Equal("900", await visit.Page.Locator("#f-provisions-referrals-places-per-month").InputValueAsync());
        Assert.Contains("900 more places a month in United States: resettlement", await visit.Page.Locator("[data-preview]").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Empty(await Axe.SeriousAsync(visit.Page));
    }

    [Theory]
    [InlineData("June 2023", "2023-06")]
    [InlineData("jun 2023", "2023-06")]
    [InlineData("19 April 2022", "2022-04-19")]
    [InlineData("2023-06", "2023-06")]
    [InlineData("soon", "soon")]
    public void Dates_are_taken_as_people_write_them(string text, string date) => Assert.Equal(date, PactDesk.Date(text));

    [Theory]
    [InlineData("30,000", "30000")]
    [InlineData("30%", "0.3")]
    [InlineData(" 0.25 ", "0.25")]
    [InlineData("many", "many")]
    public void Numbers_are_taken_as_people_write_them(string text, string number) => Assert.Equal(number, Numbers.Typed(text));

    private static async Task TypeAsync(Visit visit, string field, string text)
    {
        var input = visit.Page.Locator($"#f-{field.Replace('.', '-')}");
        await input.FocusAsync();
        await visit.Page.Keyboard.PressAsync("Control+A");
        await visit.Page.Keyboard.TypeAsync(text);
        await visit.Page.Keyboard.PressAsync("Tab");
    }

    private static async Task TickAsync(Visit visit, string field, string label)
    {
        var box = visit.Page.Locator($"[data-field={field}]").GetByLabel(label, new() { Exact = true });
        if (!await box.IsVisibleAsync())
        {
            await visit.Page.Locator($"[data-field={field}] summary").FocusAsync();
            await visit.Page.Keyboard.PressAsync("Enter");
        }

        await box.FocusAsync();
        await visit.Page.Keyboard.PressAsync("Space");
        await visit.Page.Locator($"[data-field={field}] summary", new() { HasTextString = label }).WaitForAsync();
    }

    // A closed list takes the letters of what is chosen; the value is what counts.
    private static async Task ChooseAsync(Visit visit, string field, string value)
    {
        var select = visit.Page.Locator($"#f-{field.Replace('.', '-')}");
        await select.FocusAsync();
        for (var step = 0; step < 60 && await select.InputValueAsync() != value; step++)
        {
            await visit.Page.Keyboard.PressAsync("ArrowDown");
            // The page answers each step; the next one goes on from there.
            await visit.UntilAsync("id => { const list = document.getElementById(id); return list.value === list.dataset.taken; }", $"f-{field.Replace('.', '-')}");
        }

        Assert.Equal(value, await select.InputValueAsync());
        await visit.Page.Keyboard.PressAsync("Tab");
    }
}
