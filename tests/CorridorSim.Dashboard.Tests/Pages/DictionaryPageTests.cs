using CorridorSim.Dashboard.Tests.Browsing;

namespace CorridorSim.Dashboard.Tests.Pages;

[Collection(DashboardCollection.Name)]
public sealed class DictionaryPageTests(DashboardServer server)
{
    [Fact]
    public async Task A_label_of_a_chart_leads_to_its_meaning()
    {
        await using var visit = await Visit.BeginAsync(server);
        await visit.OpenAsync($"/runs/{server.ExampleRun}");

        await visit.Page.Locator("[data-chart=deaths]").GetByText("what is this?").ClickAsync();
        await visit.Page.Locator(".dictionary .found").WaitForAsync();

        Assert.Contains("deaths in transit", await visit.Page.Locator(".dictionary .found").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/runs/{Id}", "[data-card='deaths in transit'] a", "deaths")]
    [InlineData("/runs/{Id}", "[data-card='legal share of arrivals'] a", "legal share")]
    [InlineData("/compare", ".effects tr[data-indicator='people protected in transit'] a", "protected")]
    [InlineData("/compare", ".grid th[scope=row] a >> text=Panama", "Panama (PAN)")]
    [InlineData("/compare", ".grid thead a >> text=sent home", "sent home")]
    [InlineData("/runs/{Id}/flows", ".flows thead a >> text=MEX", "Mexico (MEX)")]
    [InlineData("/runs/{Id}/flows", ".matrix th[scope=row] a[href*=nationality-VEN]", "Venezuela (VEN)")]
    [InlineData("/runs/{Id}/flows", ".matrix thead a[href*=usa-h2a]", "United States: work visa (H2A) \u00b7 usa-h2a")]
    [InlineData("/what-if/{Scenario?}", "[data-knob='agreements.us-panama.provisions.referrals.places-per-month'] a", "agreements.us-panama.provisions.referrals.places-per-month")]
    [InlineData("/why", "[data-chart=why] a", "admissions")]
    [InlineData("/backtest", "[data-chart=backtest] a", "encounters between ports")]
    [InlineData("/", ".example .label a >> text=deaths in transit", "deaths")]
    public async Task A_label_leads_to_its_meaning_in_the_world_of_its_page(string page, string label, string entry)
    {
        await using var visit = await Visit.BeginAsync(server);
        await visit.OpenAsync($"{RouteExample.AddressOf(page, server)}{(page.EndsWith("/flows", StringComparison.Ordinal) ? "?view-flows=table" : string.Empty)}");

        await visit.Page.Locator(label).First.ClickAsync();
        await visit.Page.Locator(".dictionary .found").WaitForAsync();

        Assert.Equal($"{entry} #", (await visit.Page.Locator(".dictionary .found dt").InnerTextAsync()).Replace('\u00a0', ' '));
        Assert.Equal(0, await visit.Page.Locator(".caveat").CountAsync());
    }

    [Fact]
    public async Task A_parameter_of_another_world_is_explained_there()
    {
        await using var visit = await Visit.BeginAsync(server);
        await visit.OpenAsync("/what-if/displaced-family-open");

        await visit.Page.Locator(".knobs summary").First.ClickAsync();
        await visit.Page.Locator(".knobs details[open] .knob a").First.ClickAsync();
        await visit.Page.Locator(".dictionary .found").WaitForAsync();

        Assert.Equal("displaced-family-open", await visit.Page.GetByRole(Microsoft.Playwright.AriaRole.Combobox, new() { Name = "World of" }).InputValueAsync());
    }

    [Fact]
    public async Task Every_kind_of_thing_stands_in_it_and_what_does_not_is_said()
    {
        await using var visit = await Visit.BeginAsync(server);
        foreach (var (term, kind, meaning) in new[]
        {
            ("irregular-entries", "Indicators", "people who arrive irregularly over a passage between two countries"),
            ("usa-h2a", "Legal channels", "into United States"),
            ("channel-capacity", "Levers", "unit persons/month"),
            ("nationality-VEN", "Nationalities", "home is Venezuela"),
            ("PAN", "Countries", "a country"),
            ("behaviour.word-of-mouth", "Parameters", "valid from"),
        })
        {
            await visit.OpenAsync($"/dictionary?term={term}");
            Assert.Equal(kind, await visit.Page.Locator("section:has(.found) h2").InnerTextAsync());
            Assert.Contains(meaning, await visit.Page.Locator(".found dd").InnerTextAsync(), StringComparison.Ordinal);
        }

        await visit.OpenAsync("/dictionary?term=no-such-thing");
        Assert.Contains("has no \"no-such-thing\"", await visit.Page.Locator(".caveat").InnerTextAsync(), StringComparison.Ordinal);
        await visit.OpenAsync("/dictionary?search=no-such-thing");
        Assert.Contains("Nothing here is called that", await visit.Page.Locator(".empty").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/dictionary", "Search")]
    [InlineData("/runs", "Filter")]
    [InlineData("/", "Search")]
    public async Task Every_letter_that_is_typed_into_a_search_box_stays_and_stands_in_the_address(string page, string label)
    {
        await using var visit = await Visit.BeginAsync(server);
        await visit.OpenAsync(page);
        var box = visit.Page.GetByRole(Microsoft.Playwright.AriaRole.Searchbox, new() { Name = label });

        await box.PressSequentiallyAsync("nothing is called that");
        await visit.UntilAsync("() => new URLSearchParams(location.search).get('search') === 'nothing is called that'");

        Assert.Equal("nothing is called that", await box.InputValueAsync());
    }

    [Fact]
    public async Task Search_finds_parameters_with_unit_range_and_source()
    {
        await using var visit = await Visit.BeginAsync(server);
        await visit.OpenAsync("/dictionary");

        await visit.Page.GetByRole(Microsoft.Playwright.AriaRole.Searchbox, new() { Name = "Search" }).FillAsync("word-of-mouth-elasticity");
        await visit.UntilAsync("() => document.querySelectorAll('.dictionary dt').length === 1");

        Assert.Contains("valid from", await visit.Page.Locator(".dictionary dd").InnerTextAsync(), StringComparison.Ordinal);
    }
}
