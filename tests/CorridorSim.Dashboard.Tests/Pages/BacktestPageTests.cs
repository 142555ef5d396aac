using CorridorSim.Dashboard.Tests.Browsing;
using Microsoft.Playwright;

namespace CorridorSim.Dashboard.Tests.Pages;

[Collection(DashboardCollection.Name)]
public sealed class BacktestPageTests(DashboardServer server)
{
    [Fact]
    public async Task Observed_and_simulated_stand_together_and_nationality_can_be_chosen()
    {
        await using var visit = await Visit.BeginAsync(server);
        await visit.OpenAsync("/backtest?scenario=americas-history&from=2022-10");
        await visit.ChartsAsync();

        Assert.Equal(["simulated", "last month carried forward", "observed"], await visit.TextsAsync("[data-chart=backtest] .legendtext"));
        await visit.Page.GetByRole(AriaRole.Combobox, new() { Name = "Nationality" }).SelectOptionAsync("CUB");
        await visit.UntilAsync("() => location.search.includes('nationality=CUB') && document.querySelector('[data-chart=backtest] h3')?.textContent.includes('Cuba')");

        var scores = await visit.Page.Locator(".scores tbody tr").AllInnerTextsAsync();
        Assert.NotEmpty(scores);
        Assert.All(scores, s => Assert.StartsWith("Cuba", s, StringComparison.Ordinal));
        // Model and four rivals, each with its error; the best of them is named.
        Assert.All(scores, s => Assert.Equal(
            new[] { "model", "last month", "last year", "seasonal", "trend" }[Best([.. s.Split('\t').Skip(2).Take(5).Select(t => t.Trim())])], s.Split('\t')[8].Trim()));
    }

    [Fact]
    public async Task A_suite_says_in_a_sentence_how_it_does_and_lists_its_measures_and_placebos()
    {
        var file = Path.Combine(server.ScenariosFolder, "page-test.suite.yaml");
        await File.WriteAllTextAsync(
            file,
            """
            corridorsim: 1
            id: page-test
            title: A visa on Brazilians
            observations: worlds/americas/observations.csv
            experiments:
              visa-brazil:
                title: Mexico requires a visa of Brazilians
                scenario: holdout-2021.yaml
                measures: [measures.MEX.visa-brazil]
                date: 2022-01
                horizon: 3
                treated: ["encounters-between-ports:MEX>USA/BRA"]
                placebo: ["encounters-between-ports:MEX>USA/IND"]
            """,
            TestContext.Current.CancellationToken);
        try
        {
            await using var visit = await Visit.BeginAsync(server);
            await visit.OpenAsync("/backtest?suite=page-test");

            var rows = await visit.TextsAsync("table.suite tbody tr");

            Assert.Matches("The model has [0-9]+ of 1 signs right", await visit.Page.Locator("[data-suite=page-test]").InnerTextAsync());
            Assert.Empty(await Axe.SeriousAsync(visit.Page));
            Assert.Equal(2, rows.Count);
            Assert.Contains(rows, r => r.Contains("Mexico requires a visa of Brazilians", StringComparison.Ordinal) && r.Contains("treated", StringComparison.Ordinal));
            Assert.Contains(rows, r => r.Contains("placebo", StringComparison.Ordinal) && r.Contains("(India)", StringComparison.Ordinal));
            Assert.All(rows, r => Assert.DoesNotContain("MEX>USA", r, StringComparison.Ordinal));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task A_link_to_a_series_a_nationality_or_a_month_that_is_not_there_says_so()
    {
        await using var visit = await Visit.BeginAsync(server);

        await visit.OpenAsync("/backtest?scenario=americas-history&from=1999-01&series=nonsense&nationality=XXX");

        var told = await visit.TextsAsync(".remarks li");
        Assert.Equal(["from", "series", "nationality"], told.Select(t => t["The address asks for ".Length..].Split(' ')[0]));
        Assert.Contains("'XXX', which there is not; ALL is shown", told[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_series_and_another_first_month_can_be_chosen()
    {
        await using var visit = await Visit.BeginAsync(server);
        await visit.OpenAsync("/backtest?scenario=americas-history&from=2022-10");
        var series = visit.Page.GetByRole(AriaRole.Combobox, new() { Name = "Series" });
        var name = await series.Locator("option", new() { HasText = "Irregular entries, Colombia to Panama" }).GetAttributeAsync("value");

        await series.SelectOptionAsync(name!);
        await visit.UntilAsync("() => document.querySelector('[data-chart=backtest] h3')?.textContent.startsWith('Irregular entries, Colombia to Panama')");
        await visit.Page.GetByRole(AriaRole.Combobox, new() { Name = "First forecast month" }).SelectOptionAsync("2022-11");
        await visit.UntilAsync("() => document.querySelector('[data-chart=backtest] .note')?.textContent.includes('nothing observed from November 2022 on')");
        await visit.ChartsAsync();

        Assert.Contains("forecast", await visit.TextsAsync("[data-chart=backtest] .annotation-text"));
        Assert.Contains("from=2022-11", visit.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dated_measures_are_marked_on_the_chart_and_listed_with_observed_and_simulated_change()
    {
        await using var visit = await Visit.BeginAsync(server);
        await visit.OpenAsync("/backtest?scenario=americas-history&from=2022-10&nationality=VEN");
        await visit.ChartsAsync();

        var events = await visit.Page.Locator(".events tbody tr").AllInnerTextsAsync();
        var months = events.Select(e => e.Split('\t')[0].Trim()).Distinct().ToArray();
        var lines = await visit.Page.EvaluateAsync<string[]>("() => document.querySelector('[data-chart=backtest] .js-plotly-plot').layout.shapes.map(s => new Date(s.x0).toLocaleString('en', { month: 'long', year: 'numeric' }))");

        Assert.NotEmpty(events);
        Assert.All(months.Take(5), m => Assert.Contains(m, lines));
        Assert.All(events, e => Assert.Matches("(yes|no)$", e.Trim()));
    }

    private static int Best(string[] errors)
    {
        double[] values = [.. errors.Select(e => e == "\u2013" ? double.PositiveInfinity : Csv.Number(e))];
        return Array.IndexOf(values, values.Min());
    }

    [Fact]
    public async Task Scenarios_whose_world_has_no_observations_are_not_offered()
    {
        await using var visit = await Visit.BeginAsync(server);
        await visit.OpenAsync("/backtest?scenario=americas-history&from=2022-10");

        var offered = await visit.Page.GetByRole(AriaRole.Combobox, new() { Name = "Scenario" }).Locator("option").EvaluateAllAsync<string[]>("options => options.map(o => o.value)");

        Assert.Contains("americas-history", offered);
        Assert.StartsWith("holdout-", offered[0], StringComparison.Ordinal);
        Assert.DoesNotContain("displaced-schemes", offered);
    }
}
