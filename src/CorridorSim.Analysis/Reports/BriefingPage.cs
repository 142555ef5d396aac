using System.Globalization;
using CorridorSim.Analysis.Effects;
using CorridorSim.Analysis.Reports.Markup;
using CorridorSim.Analysis.Reports.Sections;
using CorridorSim.Analysis.Words;
using CorridorSim.Model.Recording;
using CorridorSim.Runs.Commands;
using CorridorSim.Scenarios.Clauses;
using CorridorSim.Scenarios.Files;

namespace CorridorSim.Analysis.Reports;

/// <summary>
/// A result on two pages: its story with the main figures and a map, then three charts, the clauses in sentences, sources and how it was made. One
/// HTML file that loads nothing and runs no script; printed, it fills two sheets of A4.
/// </summary>
public static class BriefingPage
{
    private const int MostClauses = 10;
    private const int MostSources = 12;

    private static readonly string[] Charted = [Indicators.Deaths, Indicators.IrregularEntries, Indicators.Admissions];
    private static readonly PageFrame Frame = new("report.css", "briefing.css");

    /// <summary>Writes the page.</summary>
    /// <param name="question">One subject beside its baseline.</param>
    /// <param name="map">A map as SVG; nothing where there is none.</param>
    /// <param name="mapTitle">What the map shows.</param>
    /// <exception cref="StudyException">The world of the run is not there any more, or there is nothing to compare it with.</exception>
    public static string Write(ReportQuestion question, Html map, string mapTitle)
    {
        ArgumentNullException.ThrowIfNull(question);
        var subject = question.Subjects[0];
        if (subject.Compiled is not { } compiled || question.Base is not { } known || question.Obstacle is not null)
        {
            throw new StudyException(question.Obstacle ?? "a briefing needs a run of a scenario with its baseline, whose world is still there");
        }

        var comparison = new Comparison(known.Ensemble, subject.Ensemble);
        var main = StoryFacts.Main(comparison, compiled);
        var story = RunStory.Of(StoryFacts.Of(compiled, known.Ensemble, subject.Ensemble, subject.Record, main.ToDictionary(m => m.Indicator, m => m.Effect), other: known.Scenario));
        return Frame.Around($"Briefing: {subject.Title}", Html.Of(
            $"""
            <article class="sheet-of-two">
            <p class="kicker">Briefing</p>
            <h1>{subject.Title}</h1>
            <p class="lead">Compared with {known.Title}. {subject.Ensemble.Replicates} simulations with the same random draws on both sides, {ClauseSentences.Month(subject.Ensemble.FirstMonth)} to {ClauseSentences.Month(subject.Ensemble.FirstMonth + subject.Ensemble.Months - 1)}.</p>
            <p class="story">{story.Change}</p>
            <p>{story.Means}</p>
            <p>{story.Certainty}</p>
            {Changes(subject)}
            {Effects(main)}
            {(map == Html.Empty ? Html.Empty : Html.Of($"<figure class=\"map-figure\"><figcaption><strong>{mapTitle}</strong> Source: CorridorSim, a simulation, not a count. Borders: Natural Earth, public domain.</figcaption>{map}</figure>"))}
            </article>
            <article class="sheet-of-two">
            <h2>Effects over time</h2>
            <div class="three">{Charts(question, main)}</div>
            <h2>What is agreed</h2>
            {Clauses(question, compiled)}
            <h2>What this rests on</h2>
            {Basis(question)}
            {Made(question)}
            </article>
            """));
    }

    private static Html Changes(ReportedVariant subject) => subject.Run.Manifest.Changes.Count == 0 ? Html.Empty
        : Html.Of($"<p><strong>Settings changed in this run:</strong> {string.Join("; ", subject.Run.Manifest.Changes.Select(c => c.Words))}.</p>");

    private static Html Effects(IReadOnlyList<(HeadlineIndicator Indicator, Effect Effect)> main) => Html.Of(
        $"""
        <table class="main-effects"><caption>Main figures over the whole period: median and 90% interval</caption>
        <thead><tr><th scope="col">figure</th><th scope="col" class="number">without</th><th scope="col" class="number">with</th><th scope="col" class="number">effect</th><th scope="col" class="number">90% interval</th><th scope="col">direction</th></tr></thead>
        <tbody>{main.Select(m => Html.Of($"<tr><th scope=\"row\">{m.Effect.Other.Name} ({m.Effect.Other.Unit})</th>{Cell(FigureText.Level(m.Effect.BaseMedian, m.Effect.Other.Unit))}{Cell(FigureText.Level(m.Effect.OtherMedian, m.Effect.Other.Unit))}{Cell(FigureText.Difference(m.Effect.Summary.Median, m.Effect.Other.Unit))}{Cell(FigureText.Differences(m.Effect.Summary.P05, m.Effect.Summary.P95, m.Effect.Other.Unit))}<td>{Section.Badge(m.Effect)}</td></tr>\n"))}</tbody></table>
        """);

    private static Html Cell(string text) => Html.Of($"<td class=\"number\">{text}</td>");

    private static Html Charts(ReportQuestion question, IReadOnlyList<(HeadlineIndicator Indicator, Effect Effect)> main)
    {
        var figures = new ChartFigures(question, isShort: true);
        var chosen = Charted.Select(variable => main.FirstOrDefault(m => m.Indicator.Name.Variable == variable)).Where(m => m.Indicator is not null);
        return Html.Of($"{chosen.Select(m => figures.Only(m.Indicator with { Words = m.Effect.Other.Name }))}");
    }

    private static Html Clauses(ReportQuestion question, Scenarios.Compilation.CompiledScenario compiled)
    {
        var sentences = new ClauseSentences(compiled);
        var own = ClauseChange.Of(compiled.Scenario, question.Base!.Scenario)[true].ToArray();
        var rows = own.Take(MostClauses).Select(c => Html.Of(
            $"<tr><td>{sentences.Of(c.Clause)}</td><td>{Range(c.Clause)}</td><td>{(c.Clause.IsAssumed ? "assumed" : "published")}</td><td>{Source(c)}</td></tr>\n"));
        var conditions = own.Select(c => c.Instrument).DistinctBy(i => i.Id).SelectMany(i => i.Conditions.Select(sentences.Of));
        return own.Length == 0
            ? Html.Of($"<p>The scenario adds or changes no clause.</p>")
            : Html.Of(
                $"""
                <table class="clauses"><thead><tr><th scope="col">clause</th><th scope="col">plausible range</th><th scope="col">size</th><th scope="col">source</th></tr></thead><tbody>{rows}</tbody></table>
                {(own.Length > MostClauses ? Html.Of($"<p>and {own.Length - MostClauses} more.</p>") : Html.Empty)}
                <p>{string.Join(" ", conditions)}</p>
                """);
    }

    private static string Range(ProvisionText clause) => clause.Size.Range is { } range
        ? string.Create(CultureInfo.InvariantCulture, $"{range[0]:#,0.###} to {range[1]:#,0.###} {clause.Unit}")
        : "none stated";

    private static string Source(ClauseChange change) =>
        new[] { change.Clause.Source, change.Clause.Size.Source, change.Instrument.Source }.FirstOrDefault(s => !string.IsNullOrEmpty(s)) ?? "none stated";

    private static Html Basis(ReportQuestion question)
    {
        var subject = question.Subjects[0];
        string[] lines =
        [
            .. CaveatsSection.Unpublished(subject, question.Base),
            FitNote.For(subject.Scenario!),
            CaveatsSection.Intervals,
            "Encounters are events, not people: repeat attempts are counted each time.",
        ];
        string[] sources = [.. ClauseChange.Of(subject.Scenario!, question.Base!.Scenario)[true].Select(Source).Distinct().Where(s => s != "none stated").Take(MostSources)];
        return Html.Of($"<ul class=\"caveats\">{lines.Select(l => Html.Of($"<li>{l}</li>"))}</ul>{(sources.Length == 0 ? Html.Empty : Html.Of($"<p><strong>Sources of the clauses:</strong> {string.Join("; ", sources)}.</p>"))}");
    }

    private static Html Made(ReportQuestion question)
    {
        var manifest = question.Subjects[0].Run.Manifest;
        return Html.Of(
            $"<p class=\"made\">Run {manifest.Id}, created {manifest.Created.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)} with version {manifest.Version}; result hash <code>{manifest.ResultHash}</code>. Check its numbers with <code>{ShellText.Command(["verify", manifest.Id, .. question.StoreOptions, .. question.WorldOptions])}</code> and read the full report with <code>{question.Command}</code>.</p>");
    }
}
