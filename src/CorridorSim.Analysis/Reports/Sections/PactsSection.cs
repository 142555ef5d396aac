using CorridorSim.Analysis.Reports.Markup;
using CorridorSim.Analysis.Words;
using CorridorSim.Scenarios.Agreements;

namespace CorridorSim.Analysis.Reports.Sections;

/// <summary>Who promised and delivered what, for agreements that state a published promise or what was delivered.</summary>
internal static class PactsSection
{
    public static Html Write(ReportQuestion question)
    {
        Html[] sentences =
        [
            .. question.Subjects.Select(s => s.Scenario).OfType<Scenarios.Files.ResolvedScenario>()
                .SelectMany(s => PactReader.OfText(s.Canonical))
                .Where(c => c.Delivered is not null || c.Quantity.Length > 0)
                .DistinctBy(c => (c.Agreement.Id, c.Clause.Id))
                .Select(c => Html.Of($"<li>{PactSentence.Of(c)}</li>\n")),
        ];
        return sentences.Length == 0 ? Html.Empty : Section.Of("promised", "Promised and delivered", Html.Of($"<ul>{sentences}</ul>"));
    }
}
