using CorridorSim.Analysis.Effects;
using CorridorSim.Analysis.Reports.Markup;

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
            <p class="lead">{first.Ensemble.Replicates} replicates of {first.Ensemble.Months} months, {months.ToString()}.{Against(question)}</p>
            <nav aria-label="Parts of the report">{Links(question)}</nav>
            </header>
            """);
    }

    private static Html Line(ReportedVariant subject) => Html.Of($"<li><code>{subject.Name}</code> {subject.Title}</li>");

    private static Html Against(ReportQuestion question) => question.Base is { } known
        ? Html.Of($" Effects are differences from <em>{known.Title}</em> (<code>{known.Name}</code>), replicate by replicate and with the same luck.")
        : Html.Of($" There is nothing to compare it with, so that levels are shown and no effects.");

    private static IEnumerable<Html> Links(ReportQuestion question)
    {
        (string Id, string Name)[] parts = [("findings", "Findings"), ("figures", "Figures"), ("charts", "Charts"), ("assumptions", "Assumptions and sources"), ("caveats", "Caveats"), ("provenance", "Provenance")];
        return parts.Where(p => question.Base is not null || p.Id != "findings").Select(p => Html.Of($"<a href=\"#{p.Id}\">{p.Name}</a> "));
    }
}
