using CorridorSim.Analysis.Effects;
using CorridorSim.Analysis.Reports.Markup;
using CorridorSim.Analysis.Reports.Sections;

namespace CorridorSim.Analysis.Reports;

/// <summary>
/// The report of runs as one HTML file: findings, figures, charts, assumptions, caveats, provenance. It loads nothing, runs no
/// script, and its policy forbids both.
/// </summary>
public static class RunReportPage
{
    private static readonly PageFrame Frame = new("report.css");

    /// <summary>Writes the page.</summary>
    /// <param name="question">What to report.</param>
    /// <exception cref="InvalidOperationException">The runs cannot be compared, see <see cref="ReportQuestion.Obstacle"/>.</exception>
    /// <exception cref="UnknownIndicatorException">The runs have no headline indicator in common.</exception>
    public static string Write(ReportQuestion question)
    {
        ArgumentNullException.ThrowIfNull(question);
        if (question.Obstacle is { } obstacle)
        {
            throw new InvalidOperationException(obstacle);
        }

        var title = string.Join(" and ", question.Subjects.Select(s => s.Title));
        return Frame.Around(title, Html.Of(
            $"""
            {TitleSection.Write(question)}
            {FindingsSection.Write(question)}
            {StatusSection.Write(question)}
            {FiguresSection.Write(question)}
            {IndicatorsSection.Write(question)}
            {ChartsSection.Write(question)}
            {PactsSection.Write(question)}
            {SuiteSection.Write(question)}
            {AssumptionsSection.Write(question)}
            {CaveatsSection.Write(question)}
            {ProvenanceSection.Write(question)}
            """));
    }
}
