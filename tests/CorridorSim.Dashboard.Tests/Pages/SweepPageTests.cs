using System.Globalization;
using CorridorSim.Dashboard.Tests.Browsing;
using CorridorSim.Runs.Store;
using CorridorSim.Runs.Tables;
using Microsoft.Playwright;

namespace CorridorSim.Dashboard.Tests.Pages;

/// <summary>What one does with a finished sweep.</summary>
[Collection(DashboardCollection.Name)]
public sealed class SweepPageTests(DashboardServer server)
{
    private const string Places = "agreements.us-panama.provisions.referrals.places-per-month";

    [Fact]
    public async Task A_sweep_is_run_from_the_page_of_sweeps_and_opened()
    {
        await using var file = new SweepFile(server, "small");
        await using var visit = await Visit.BeginAsync(server);
        await visit.OpenAsync("/sweeps");

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Run small" }).ClickAsync();
        await visit.Page.Locator("[data-sweep-job=small]").GetByRole(AriaRole.Link, new() { Name = "Open" }).ClickAsync();
        await visit.Page.Locator(".points tbody tr").First.WaitForAsync();

        Assert.Equal(SweepFile.GridPoints, await visit.Page.Locator(".points tbody tr").CountAsync());
        Assert.Equal(SweepFile.GridPoints, await visit.Page.Locator(".parallel .point:not(.out)").CountAsync());
        Assert.Contains("42 points x 8 simulations of January 2021 to December 2024 \u00b7 design grid", await visit.Page.Locator(".page").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_brush_on_one_axis_is_followed_by_every_chart_and_table_and_by_a_link()
    {
        await using var file = new SweepFile(server, "brushed");
        var address = $"/sweeps/{await file.RunAsync()}";
        string link;
        IReadOnlyList<string> shown;
        await using (var visit = await Visit.BeginAsync(server))
        {
            await visit.OpenAsync(address);
            await visit.ChartsAsync();
            var target = visit.Page.GetByRole(AriaRole.Textbox, new() { Name = "Target" });
            await target.FillAsync(await target.GetAttributeAsync("placeholder") ?? string.Empty);
            await target.BlurAsync();
            await visit.Page.Locator(".rules").WaitForAsync();
            var before = await Pictures(visit);

            await visit.Page.GetByRole(AriaRole.Slider, new() { Name = "from" }).EvaluateAsync("e => { e.value = 400; e.dispatchEvent(new Event('change', { bubbles: true })); }");
            await visit.UntilAsync("() => document.querySelectorAll('.points tbody tr').length === 30");
            await visit.UntilAsync("() => document.querySelectorAll('[data-chart=scatter] .scatterlayer .point').length === 30");

            Assert.Equal((30, 12), (await visit.Page.Locator(".parallel .point:not(.out)").CountAsync(), await visit.Page.Locator(".parallel .point.out").CountAsync()));
            // Two of seven columns of the surface, of six rows, have no point left.
            Assert.Equal(12, await visit.Page.Locator(".surface td.none").CountAsync());
            var after = await Pictures(visit);
            Assert.All(before.Zip(after), pair => Assert.NotEqual(pair.First, pair.Second));
            Assert.Contains("30 points kept", after[^1], StringComparison.Ordinal);
            await visit.UntilAsync("() => document.querySelector('.page').innerText.includes('among the 30 points kept')");
            var rows = (await visit.DownloadAsync(visit.Page.GetByRole(AriaRole.Button, new() { Name = "CSV of the kept points" }))).Split('\n', StringSplitOptions.RemoveEmptyEntries);
            Assert.Matches("^# Title: .*30 of 42 points\n", string.Join('\n', rows));
            Assert.Equal(30, rows.Where(r => r[0] != '#').Skip(1).Count(r => double.Parse(r.Split(',')[1], CultureInfo.InvariantCulture) >= 400));
            (link, shown) = (visit.Page.Url, await visit.TextsAsync("h2, h3, .points td, .surface td"));
        }

        await using var fresh = await Visit.BeginFreshAsync(server);
        await fresh.OpenAsync(link);
        Assert.Equal(shown, await fresh.TextsAsync("h2, h3, .points td, .surface td"));

        await fresh.Page.GetByRole(AriaRole.Button, new() { Name = "Keep all" }).ClickAsync();
        await fresh.UntilAsync("() => document.querySelectorAll('.points tbody tr').length === 42");
    }

    [Fact]
    public async Task Axes_are_brushed_by_dragging_and_charts_table_and_rule_follow()
    {
        await using var file = new SweepFile(server, "dragged");
        await using var visit = await Visit.BeginAsync(server);
        await visit.OpenAsync($"/sweeps/{await file.RunAsync()}");
        await visit.ChartsAsync();
        Assert.Equal("The search goes over all 42 points.", await visit.Page.Locator(".over").InnerTextAsync());

        // From a third of the axis to its head: 500 to 1,500 of the places.
        await DragAsync(visit, "places", 0.3, 1.02);
        await KeptAsync(visit, 30);
        // From between 0 and 200 to between 600 and 800, on the other axis as well.
        await DragAsync(visit, "protection", 0.7, 0.1);
        await KeptAsync(visit, 15);
        await visit.UntilAsync("() => document.querySelectorAll('[data-chart=scatter] .scatterlayer .point').length === 15");

        Assert.Equal("The search goes over 15 of 42 points, those with referral places 450 to 1,500 and protection places 100 to 700.", await visit.Page.Locator(".over").InnerTextAsync());
        Assert.Matches(@"brush=places~450~1500&.*brush=protection~100~700", visit.Page.Url);
        // What is drawn is moved as it is, as far as the head of its axis.
        await DragAsync(visit, "protection", 0.4, 0.8);
        await visit.UntilAsync("() => document.querySelector('[data-range=protection]').textContent.includes('protection places 400 to 1,000')");
        await visit.Page.Locator("[data-range=protection]").GetByRole(AriaRole.Button).ClickAsync();
        await KeptAsync(visit, 30);
        await DragAsync(visit, "places", 0.6, 0.6);
        await KeptAsync(visit, 42);
        Assert.DoesNotContain("brush=", visit.Page.Url, StringComparison.Ordinal);
    }

    private static Task KeptAsync(Visit visit, int points) => visit.UntilAsync(
        "points => document.querySelectorAll('.points tbody tr').length === points && document.querySelectorAll('.parallel .point:not(.out)').length === points && document.querySelector('.kept').textContent.startsWith(`${points} of`)", points);

    /// <summary>Draws along an axis with the pointer; 0 is its foot and 1 its head.</summary>
    private static async Task DragAsync(Visit visit, string axis, double from, double to)
    {
        var grip = visit.Page.Locator($".grip[data-axis={axis}]");
        await grip.ScrollIntoViewIfNeededAsync();
        var box = (await grip.BoundingBoxAsync())!;
        var (x, foot) = (box.X + (box.Width / 2), box.Y + box.Height);
        await visit.Page.Mouse.MoveAsync(x, (float)(foot - (from * box.Height)));
        await visit.Page.Mouse.DownAsync();
        if (from != to)
        {
            await visit.Page.Mouse.MoveAsync(x, (float)(foot - (to * box.Height)), new() { Steps = 4 });
        }

        await visit.Page.Mouse.UpAsync();
    }

    [Fact]
    public async Task Figure_and_factors_can_be_chosen()
    {
        await using var file = new SweepFile(server, "chosen");
        await using var visit = await Visit.BeginAsync(server);
        await visit.OpenAsync($"/sweeps/{await file.RunAsync()}");

        await visit.Page.GetByRole(AriaRole.Combobox, new() { Name = "Figure" }).SelectOptionAsync("deaths");
        await visit.Page.GetByRole(AriaRole.Combobox, new() { Name = "across" }).SelectOptionAsync("protection");
        await visit.Page.GetByRole(AriaRole.Combobox, new() { Name = "and", Exact = true }).SelectOptionAsync("places");
        await visit.UntilAsync("() => document.querySelector('[data-chart=scatter] .xtitle')?.textContent === 'protection places (persons/month)' && document.querySelectorAll('.surface tbody tr').length === 7");

        Assert.StartsWith("deaths in transit: ", await visit.Page.Locator("[data-chart=scatter] h3").InnerTextAsync(), StringComparison.OrdinalIgnoreCase);
        Assert.Equal("deaths in transit by protection places and referral places", await visit.Page.Locator("h2.finding").InnerTextAsync(), ignoreCase: true);
        Assert.Equal("deaths in transit", await visit.Page.Locator(".points th").Nth(3).InnerTextAsync());
        Assert.Contains("figure=deaths&x=protection&y=places", visit.Page.Url, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("scatter", false)]
    [InlineData("importance", false)]
    [InlineData("scatter", true)]
    [InlineData("importance", true)]
    public async Task The_copied_question_gives_the_numbers_of_the_chart(string chart, bool isBrushed)
    {
        await using var file = new SweepFile(server, "asked");
        await using var visit = await Visit.BeginAsync(server);
        await visit.OpenAsync($"/sweeps/{await file.RunAsync()}?figure=deaths&x=protection{(isBrushed ? "&brush=places~400~1500&brush=protection~200~800" : string.Empty)}");
        var figure = visit.Page.Locator($"[data-chart={chart}]");
        await figure.GetByRole(AriaRole.Tab, new() { Name = "Table" }).ClickAsync();
        var csv = (await visit.DownloadAsync(figure.GetByRole(AriaRole.Button, new() { Name = "CSV", Exact = true }))).Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#').Skip(1)
            .Select(line => Csv.Number(line.Split(',')[2])).Order().ToArray();

        var command = await visit.CommandAsync(figure);

        const string Question = "./corridorsim query ";
        Assert.StartsWith(Question, command, StringComparison.Ordinal);
        var store = $" --runs {server.RunsFolder}";
        Assert.EndsWith(store, command, StringComparison.Ordinal);
        var sql = command[(Question.Length + 1)..^(store.Length + 1)].Replace("'\\''", "'", StringComparison.Ordinal);
        var answer = new StoreQuery(new RunStore(server.RunsFolder)).Answer(sql).Rows.Select(r => Convert.ToDouble(r[1], CultureInfo.InvariantCulture)).Order().ToArray();
        Assert.Equal(csv.Length, answer.Length);
        Assert.All(csv.Zip(answer), pair => Assert.Equal(pair.First, pair.Second, 1e-9 * Math.Max(1, Math.Abs(csv[^1]))));
    }

    [Theory]
    [InlineData("{ kind: morris, trajectories: 4, levels: 4 }", "mean absolute elementary effect (Morris)")]
    [InlineData("{ kind: saltelli, points: 16 }", "share of variance with interactions (Sobol')")]
    public async Task The_factors_are_ranked_by_what_the_design_supports_with_intervals(string design, string method)
    {
        await using var file = new SweepFile(server, "ranked", design);
        await using var visit = await Visit.BeginAsync(server);
        await visit.OpenAsync($"/sweeps/{await file.RunAsync()}?figure=protected");
        await visit.ChartsAsync();
        var chart = visit.Page.Locator("[data-chart=importance]");

        var (bars, ends) = (await chart.Locator(".barlayer .point").CountAsync(), await chart.Locator(".xerror").CountAsync());
        await chart.GetByRole(AriaRole.Tab, new() { Name = "Table" }).ClickAsync();
        await chart.Locator("tbody tr").First.WaitForAsync();
        var intervals = await visit.TextsAsync("[data-chart=importance] tbody td:nth-child(4)");

        Assert.Contains(method, await chart.Locator("figcaption").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("90% bootstrap interval", await chart.Locator("figcaption").InnerTextAsync(), StringComparison.Ordinal);
        // Who is protected on the way follows from the places for that far more than from referrals.
        Assert.StartsWith("protection places matters most", await chart.Locator("h3").InnerTextAsync(), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(2, intervals.Count);
        Assert.All(intervals, i => Assert.Matches(@"^\S+( %)? to \S+( %)?$", i));
        Assert.Equal((2, 2), (bars, ends));
        Assert.Equal($"./corridorsim sensitivity {file.Stored.Manifest.Id} --indicator protected --runs {server.RunsFolder}", await visit.CommandAsync(chart));
    }

    [Fact]
    public async Task A_point_is_opened_as_a_run_with_its_settings()
    {
        await using var file = new SweepFile(server, "pointed");
        await using var visit = await Visit.BeginAsync(server);
        await visit.OpenAsync($"/sweeps/{await file.RunAsync()}");

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Run point 24" }).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Open the run" }).ClickAsync();
        await visit.Page.Locator("[data-card]").First.WaitForAsync();

        var run = new RunStore(server.RunsFolder).Open(new Uri(visit.Page.Url).Segments[^1]);
        Assert.Equal("pointed, point 24", await visit.Page.Locator("h1").InnerTextAsync());
        Assert.Matches($@"referrals:[\s\S]*places-per-month:\s*{{?\s*value: 1000|places-per-month: 1000", run.ReadScenario());
        Directory.Delete(run.Folder, recursive: true);
    }

    [Fact]
    public async Task A_rule_is_found_in_words_and_becomes_a_scenario_that_can_be_opened()
    {
        await using var file = new SweepFile(server, "ruled");
        await using var visit = await Visit.BeginAsync(server);
        await visit.OpenAsync($"/sweeps/{await file.RunAsync()}");

        // The target holds where there are few referral places: the rule that is found names them.
        var target = visit.Page.GetByRole(AriaRole.Textbox, new() { Name = "Target" });
        await target.FillAsync(await target.GetAttributeAsync("placeholder") ?? string.Empty);
        await target.BlurAsync();
        await visit.Page.Locator(".rules, .problem").First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
        Assert.Equal([], await visit.TextsAsync(".problem"));
        Assert.Contains(await visit.TextsAsync(".rules li"), line => line.StartsWith("referral places at most", StringComparison.Ordinal));

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Make a scenario of the rule" }).ClickAsync();
        var saved = await visit.Page.GetByText("Saved as rule-ruled-").InnerTextAsync();
        var name = saved.Split(' ')[2].Replace(".yaml;", string.Empty, StringComparison.Ordinal);
        await visit.OpenAsync($"/what-if/{name}");

        var shown = await visit.Page.Locator($"[data-knob='{Places}'] .typed").InputValueAsync();
        Assert.InRange(double.Parse(shown, NumberStyles.Number, CultureInfo.InvariantCulture), 0, 1000);
        File.Delete(Path.Combine(server.ScenariosFolder, $"{name}.yaml"));
    }

    [Fact]
    public async Task A_target_that_never_holds_is_told_with_what_to_do()
    {
        await using var file = new SweepFile(server, "missed");
        await using var visit = await Visit.BeginAsync(server);

        await visit.OpenAsync($"/sweeps/{await file.RunAsync()}?target=deaths%20%3C%201");

        Assert.StartsWith("'deaths < 1' holds at none of the 42 points", await visit.Page.Locator(".problem").InnerTextAsync(), StringComparison.Ordinal);
    }

    // What stands in each chart and table, and last what the ranking says of itself.
    private static async Task<string[]> Pictures(Visit visit) =>
    [
        await visit.Page.Locator("[data-chart=scatter] .note").InnerTextAsync(),
        await visit.Page.Locator(".surface tbody").InnerTextAsync(),
        await visit.Page.Locator(".points tbody").InnerTextAsync(),
        await visit.Page.Locator(".kept").InnerTextAsync(),
        await visit.Page.Locator("[data-chart=importance] figcaption").InnerTextAsync(),
    ];
}
