using CorridorSim.Analysis.Effects;
using CorridorSim.Analysis.Reports.Markup;
using CorridorSim.Analysis.Words;
using CorridorSim.Model.Engine;
using CorridorSim.Scenarios.Files;

namespace CorridorSim.Analysis.Reports.Sections;

/// <summary>What the report is about.</summary>
internal static class TitleSection
{
    public static Html Write(ReportQuestion question)
    {
        var first = question.Subjects[0];
        var months = Period.Of(first.Ensemble);
        var heading = question.Subjects.Count == 1
            ? Html.Of($"<h1>{first.Title}</h1>")
            : Html.Of($"<h1>{question.Subjects.Count} scenarios compared</h1><ul class=\"subjects\">{question.Subjects.Select(Line)}</ul>");
        return Html.Of(
            $"""
            <header>
            <p class="kicker">CorridorSim report</p>
            {heading}
            <p class="lead">{first.Ensemble.Replicates} simulations, {months.Spell()}.{Against(question)}{ByMonth(question)}</p>
            {Stories(question)}
            {Changes(question)}
            <nav aria-label="Parts of the report">{Links(question)}</nav>
            </header>
            """);
    }

    /// <summary>The charts of a report are by month, whatever the run reports by.</summary>
    private static string ByMonth(ReportQuestion question) => question.Subjects.Select(s => s.Ensemble.Step).FirstOrDefault(s => s != ReportStep.Month) is var step and not ReportStep.Month
        ? $" The charts and tables below are by month; 'corridorsim export' writes the results by {step.Name()}."
        : string.Empty;

    /// <summary>Each result in three sentences; where there is nothing to compare with, how good the model is here.</summary>
    private static Html Stories(ReportQuestion question)
    {
        if (question.Base is not { } known)
        {
            return Quality(question.Subjects[0]);
        }

        return Html.Of($"{question.Subjects.Select(s => s is { Compiled: { Parent: { } parent } compiled } && parent.Id == known.Name && s.Scenario?.Id == compiled.Scenario.Id ? Story(RunStory.Of(StoryFacts.Of(compiled, known.Ensemble, s.Ensemble, s.Record))) : Quality(s))}");
    }

    private static Html Story(RunStory story) => Html.Of($"<p class=\"story\">{story.Change}</p><p>{story.Means}</p><p class=\"note quality\">{story.Certainty}</p>");

    /// <summary>How good the model is here, in one line.</summary>
    private static Html Quality(ReportedVariant subject) => subject is { Scenario: { } scenario, Record: { } record }
        ? Html.Of($"<p class=\"note quality\">{FitNote.For(scenario)} {record.Quality(subject.Ensemble).Words}</p>")
        : Html.Empty;

    /// <summary>What was set on top of the scenario files.</summary>
    private static Html Changes(ReportQuestion question)
    {
        var runs = question.Subjects.Select(s => s.Run.Manifest).DistinctBy(m => m.Id).Where(m => m.Changes.Count > 0);
        return Html.Of($"{runs.Select(m => Html.Of($"<p>Settings changed on top of <code>{m.Scenario}</code>:</p><ul class=\"changes\">{m.Changes.Select(c => Html.Of($"<li>{c.Words}</li>"))}</ul>"))}");
    }

    private static Html Line(ReportedVariant subject) => Html.Of($"<li><code>{subject.Name}</code> {subject.Title}</li>");

    private static Html Against(ReportQuestion question) => question.Base is { } known
        ? Html.Of($" Effects are relative to the baseline, <em>{known.Title}</em>, with the same random draws in both.")
        : Html.Of($" There is no baseline, so no effects are shown.");

    private static IEnumerable<Html> Links(ReportQuestion question)
    {
        (string Id, string Name)[] parts = [("findings", "Findings"), ("figures", "Figures"), ("indicators", "Other figures"), ("charts", "Charts"), ("assumptions", "Assumptions and sources"), ("caveats", "Caveats"), ("provenance", "Provenance")];
        return parts.Where(p => (question.Base is not null || p.Id != "findings") && (question.Indicators.Count > 0 || p.Id != "indicators")).Select(p => Html.Of($"<a href=\"#{p.Id}\">{p.Name}</a> "));
    }
}
