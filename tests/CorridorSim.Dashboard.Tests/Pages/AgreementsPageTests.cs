using CorridorSim.Dashboard.Tests.Browsing;
using Microsoft.Playwright;

namespace CorridorSim.Dashboard.Tests.Pages;

/// <summary>The library of real agreements in a browser.</summary>
[Collection(DashboardCollection.Name)]
public sealed class AgreementsPageTests(DashboardServer server)
{
    [Fact]
    public async Task Every_agreement_says_who_promised_and_delivered_what()
    {
        await using var visit = await Visit.BeginAsync(server);
        await visit.OpenAsync("/agreements");

        var rows = await visit.TextsAsync("[data-agreement=eu-resettlement-2015] tbody tr");

        Assert.Empty(await Axe.SeriousAsync(visit.Page));
        Assert.True(await visit.Page.Locator("[data-agreement]").CountAsync() >= 20);
        Assert.Contains(rows, r => r.Contains("22,504 persons in two years", StringComparison.Ordinal) && r.Contains("15,492", StringComparison.Ordinal) && r.Contains("European Commission", StringComparison.Ordinal));
        Assert.Contains(await visit.TextsAsync("[data-agreement=italy-libya-2017] tbody tr"), r => r.Contains("no number", StringComparison.Ordinal) && r.Contains("not known", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_agreement_is_taken_into_the_form_with_its_clauses()
    {
        await using var visit = await Visit.BeginAsync(server);
        await visit.OpenAsync("/agreements");

        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Take it into the form: Joint communique of the United States and Cuba" }).ClickAsync();
        await visit.UntilAsync("() => document.querySelector('[data-clause=admissions]') && document.querySelector('[data-clause=exit-control]')");

        Assert.Equal("20000", await visit.Page.Locator("[data-clause=admissions] [data-field='provisions.admissions.places-per-year'] input").InputValueAsync());
        Assert.Equal("admissions", await visit.Page.Locator("[data-field='provisions.exit-control.in-exchange-for'] select").InputValueAsync());
    }
}
