using System.Text.RegularExpressions;
using CorridorSim.Analysis.Reports;
using CorridorSim.Dashboard.Tests.Browsing;
using CorridorSim.Runs.Store;
using Microsoft.Playwright;

namespace CorridorSim.Dashboard.Tests.Pages;

/// <summary>Reports and pages as they come out of a printer: whole cells, whole charts, no scroll bar, no controls.</summary>
[Collection(DashboardCollection.Name)]
public sealed partial class PaperTests(DashboardServer server)
{
    private const double Margin = 20;
    private const int LeastInk = 60;

    public static TheoryData<string> Formats => new("A4", "Letter");

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task The_report_of_the_shipped_scenario_prints_whole(string format)
    {
        await using var context = await server.Browser.NewContextAsync();
        var page = await OpenReportAsync(context, [server.ExampleRun]);

        var cells = await page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('main > section table:not(details table) :is(th, td)')].map(c => c.textContent.trim()).filter(t => t)");
        var captions = await page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('figure:has(svg) figcaption strong')].map(c => c.textContent.trim())");
        var paper = await Paper.PrintAsync(page, format, Kept($"report-{format}"));

        AssertPrinted(paper, cells);
        AssertCharts(paper, captions);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task The_page_of_a_run_prints_whole(string format)
    {
        await using var visit = await Visit.BeginAsync(server, ColorScheme.Dark);
        await visit.OpenAsync($"/runs/{server.ExampleRun}");
        await visit.ChartsAsync();
        await visit.Page.EvaluateAsync("() => document.querySelector('details.all').open = true");
        var cells = await visit.TextsAsync(".figures :is(th, td), .cards .label, .facts dt:not(.screen-only)");
        var titles = await visit.TextsAsync("[data-chart] h3");

        var paper = await Paper.PrintAsync(visit.Page, format, Kept($"run-{format}"));

        AssertPrinted(paper, cells.Where(c => c.Length > 0));
        AssertCharts(paper, titles);
        Assert.DoesNotContain("Copy command", paper.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Show the effect", paper.Text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(EveryPageTests.Routes), MemberType = typeof(EveryPageTests))]
    public async Task Nothing_of_any_page_is_cut_off_on_paper(string route)
    {
        await using var example = await RouteExample.MakeAsync(route, server);
        await using var visit = await Visit.BeginAsync(server);
        await visit.OpenAsync(example.Address);
        await visit.ChartsAsync();

        AssertPrinted(await Paper.PrintAsync(visit.Page, "A4", Kept($"page{route.Replace('/', '-')}")), []);
    }

    [Fact]
    public async Task A_report_on_several_runs_prints_whole_as_well()
    {
        await using var context = await server.Browser.NewContextAsync();
        var history = $"{server.ExampleRun}:americas-history";
        var page = await OpenReportAsync(context, [server.ExampleRun, history, server.ExampleRun, server.ExampleRun], history);
        var cells = await page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('main > section table:not(details table) :is(th, td)')].map(c => c.textContent.trim()).filter(t => t)");

        AssertPrinted(await Paper.PrintAsync(page, "A4", Kept("report-several")), cells);
    }

    private async Task<IPage> OpenReportAsync(IBrowserContext context, string[] references, string? baseline = null)
    {
        var store = new RunStore(server.RunsFolder);
        ReportedVariant Open(string reference) => ReportedVariant.Open(store, reference, server.ScenariosFolder);
        ReportedVariant[] variants = [.. references.Select(Open)];
        var question = baseline is null ? ReportQuestion.Of(variants, "corridorsim report") : new ReportQuestion(Open(baseline), variants, "corridorsim report");
        var page = await context.NewPageAsync();
        await page.SetContentAsync(RunReportPage.Write(question));
        return page;
    }

    /// <summary>Every word stands within its page, and every cell is printed in full.</summary>
    private static void AssertPrinted(Paper paper, IEnumerable<string> cells)
    {
        Assert.NotEmpty(paper.Sheets);
        Assert.All(paper.Sheets, sheet => Assert.All(sheet.Words, word => Assert.True(
            word.Left >= Margin && word.Right <= sheet.Width - Margin && word.Top >= 0 && word.Bottom <= sheet.Height, $"'{word.Text}' at {word.Left:0} to {word.Right:0} of {sheet.Width:0}")));
        // Lines of neighbouring cells come out in turn: a cell is whole when all its words are.
        var printed = paper.Sheets.SelectMany(s => s.Words).Select(w => w.Text.ToUpperInvariant()).ToHashSet();
        Assert.All(cells.SelectMany(c => Blank().Split(c.ToUpperInvariant())).Where(w => w.Length > 0).Distinct(), word => Assert.True(IsPrinted(word, printed), $"'{word}' is missing"));
    }

    /// <summary>A word stands there whole; only identifiers and numbers may be broken over lines, into parts that stand there.</summary>
    private static bool IsPrinted(string word, HashSet<string> printed) => printed.Contains(word) || (!word.All(char.IsLetter) && IsPrintedInParts(word, printed));

    private static bool IsPrintedInParts(string word, HashSet<string> printed) =>
        printed.Contains(word) || Enumerable.Range(1, Math.Max(0, word.Length - 1)).Any(i => printed.Contains(word[..i]) && IsPrintedInParts(word[i..], printed));

    /// <summary>Below each caption stands a drawing in colour.</summary>
    private static void AssertCharts(Paper paper, IReadOnlyList<string> captions)
    {
        Assert.NotEmpty(captions);
        foreach (var caption in captions)
        {
            var words = caption.Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(4).ToArray();
            var places = paper.Sheets.SelectMany(sheet => Enumerable.Range(0, sheet.Words.Count)
                .Where(i => words.Index().All(w => i + w.Index < sheet.Words.Count && string.Equals(sheet.Words[i + w.Index].Text, w.Item, StringComparison.OrdinalIgnoreCase)))
                .Select(i => (Sheet: sheet, Word: sheet.Words[i])));
            Assert.Contains(places, p => p.Sheet.Coloured(p.Word.Left - 5, p.Word.Bottom, p.Word.Left + (p.Sheet.Width * 0.42), p.Word.Bottom + 190) > LeastInk);
        }
    }

    /// <summary>Where a PDF is kept to be looked at; nowhere unless the environment names a folder.</summary>
    private static string? Kept(string name) => Environment.GetEnvironmentVariable("CORRIDORSIM_PAPER") is { Length: > 0 } folder ? Path.Combine(folder, $"{name}.pdf") : null;

    [GeneratedRegex(@"[\s\u00a0]+")]
    private static partial Regex Blank();
}
