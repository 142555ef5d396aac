using CorridorSim.Analysis.Effects;
using CorridorSim.Analysis.Words;
using CorridorSim.Dashboard.Pages.Why;
using CorridorSim.Dashboard.Runs;
using CorridorSim.Dashboard.Scenarios;
using CorridorSim.Dashboard.Tests.Browsing;
using CorridorSim.Model.Engine;
using CorridorSim.Model.Recording;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace CorridorSim.Dashboard.Tests.Pages;

/// <summary>Every indicator that is recorded can be looked at, not those of the headline alone.</summary>
[Collection(DashboardCollection.Name)]
public sealed class AnyIndicatorTests(DashboardServer server)
{
    private const string Scenario = "us-panama-2022";

    private const string Transit = "transit-detections:MEX";

    private StoredEnsemble Run => server.Services.GetRequiredService<EnsembleBook>().Open(new EnsembleReference(server.ExampleRun));

    private PlaceWords Words => new(server.Services.GetRequiredService<ScenarioCatalogue>().Compile(Scenario).Experiment.World);

    /// <summary>One of each variable that the example recorded, with a sum over places where places add up.</summary>
    private IndicatorName[] OneOfEach =>
        [.. RecordedIndicators.WithSums(Run.Series.Select(s => s.Key)).GroupBy(n => (n.Variable, HasPlace: n.Where is not null)).Select(g => g.First())];

    [Fact]
    public async Task Compare_draws_every_indicator_and_has_its_row()
    {
        await using var visit = await Visit.BeginAsync(server);
        var names = OneOfEach;
        Assert.Equal(Run.Series.Select(s => s.Key.Variable).Distinct().Append(Indicators.LegalShare).Order(), names.Select(n => n.Variable).Distinct().Order());
        foreach (var name in names)
        {
            await visit.OpenAsync($"/compare?base={server.ExampleRun}:americas-history&runs={server.ExampleRun}&indicator={Uri.EscapeDataString(name.ToString())}");

            Assert.Equal(name.ToString(), await visit.Page.GetByRole(AriaRole.Combobox, new() { Name = "Indicator" }).InputValueAsync());
            Assert.All(await visit.TextsAsync(".charts h3"), title => Assert.StartsWith(Words.Series(name), title, StringComparison.Ordinal));
            Assert.Equal(2, await visit.Page.Locator(".charts [data-chart] .plot").CountAsync());
            var rows = await visit.TextsAsync(".effects tr[data-indicator] td:first-child");
            Assert.Contains(Headline.Of(Run).FirstOrDefault(h => h.Name == name) is { } known ? Words.Indicator(known) : Words.Series(name), rows);
        }
    }

    [Fact]
    public async Task A_run_shows_an_indicator_that_is_chosen_with_its_record_and_a_link_shows_it_again()
    {
        await using var visit = await Visit.BeginAsync(server);
        await visit.OpenAsync($"/runs/{server.ExampleRun}");

        await visit.Page.GetByRole(AriaRole.Combobox, new() { Name = "Another indicator" }).SelectOptionAsync(Transit);
        await visit.UntilAsync("() => document.querySelector('[data-chart=chosen] h3')?.textContent.startsWith('Transit detections, Mexico')");
        await visit.ChartsAsync();
        Assert.Contains("observed", await visit.TextsAsync("[data-chart=chosen] .legendtext"));

        await visit.OpenAsync(new Uri(visit.Page.Url).PathAndQuery);
        Assert.StartsWith("Transit detections, Mexico", await visit.Page.Locator("[data-chart=chosen] h3").TextContentAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_if_follows_an_indicator_that_is_chosen()
    {
        await using var visit = await Visit.BeginAsync(server);
        await visit.OpenAsync($"/what-if/{Scenario}?indicator={Uri.EscapeDataString(Transit)}");

        Assert.StartsWith("Transit detections, Mexico", await visit.Page.Locator("[data-chart=chosen] h3").TextContentAsync(), StringComparison.Ordinal);
        Assert.Equal("Transit detections, Mexico", (await visit.TextsAsync(".effects tr[data-indicator] td:first-child"))[0]);

        await visit.Page.GetByRole(AriaRole.Combobox, new() { Name = "Another indicator" }).SelectOptionAsync(string.Empty);
        await visit.UntilAsync("() => !document.querySelector('[data-chart=chosen]') && !location.search.includes('indicator')");
    }

    [Fact]
    public async Task What_if_leaves_an_indicator_behind_that_another_world_does_not_have()
    {
        await using var visit = await Visit.BeginAsync(server);
        await visit.OpenAsync($"/what-if/{Scenario}?indicator={Uri.EscapeDataString(Transit)}");
        Assert.Contains(Uri.EscapeDataString(Transit), await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Which clause has the effect?" }).GetAttributeAsync("href"), StringComparison.Ordinal);

        await visit.Page.GetByRole(AriaRole.Combobox, new() { Name = "Scenario" }).SelectOptionAsync("eu-turkey-2016");
        await visit.UntilAsync("() => document.querySelector('h1').textContent.includes('European Union and Turkey') && document.querySelector('.page[data-ready=true] .effects')");
        Assert.Equal(0, await visit.Page.Locator("[data-chart=chosen]").CountAsync());

        await visit.OpenAsync($"/what-if/eu-turkey-2016?indicator={Uri.EscapeDataString(Transit)}");
        Assert.Contains($"The address asks for indicator '{Transit}', which there is not", await visit.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Why_splits_the_effect_on_every_indicator()
    {
        var names = OneOfEach;

        var answer = await server.Services.GetRequiredService<WhyService>().AnswerAsync(
            new WhyRequest { Scenario = Scenario, Replicates = 2, Indicators = [.. names.Select(n => n.ToString())] }, cancellation: TestContext.Current.CancellationToken);

        Assert.Equal(names, answer.Effects.Select(e => e.Indicator.Name));
        Assert.All(answer.Effects, e => Assert.Equal(3, e.Parts.Count));

        await using var visit = await Visit.BeginAsync(server);
        await visit.OpenAsync($"/why?scenario={Scenario}&indicator={Uri.EscapeDataString(Transit)}");
        Assert.StartsWith("Transit detections, Mexico", await visit.Page.Locator("[data-chart=why] h3").TextContentAsync(), StringComparison.Ordinal);
        Assert.Equal(Transit, await visit.Page.GetByRole(AriaRole.Combobox, new() { Name = "Indicator" }).InputValueAsync());
        Assert.EndsWith($"--indicator {Transit}", await visit.CommandAsync(visit.Page.Locator("[data-chart=why]")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_indicator_that_there_is_not_is_named_and_another_is_shown()
    {
        await using var visit = await Visit.BeginAsync(server);

        await visit.OpenAsync($"/compare?base={server.ExampleRun}:americas-history&runs={server.ExampleRun}&indicator=mean-wait:usa-nothing");

        Assert.Contains("The address asks for indicator 'mean-wait:usa-nothing', which there is not", await visit.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
    }
}
