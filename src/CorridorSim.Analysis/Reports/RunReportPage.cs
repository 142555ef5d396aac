using System.Security.Cryptography;
using System.Text;
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
    private static readonly string Style = ReadStyle();

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
        var page = Html.Of(
            $"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-{Digest(Style)}'; base-uri 'none'; form-action 'none'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>{title}</title>
            <style>{StyleSheet()}</style>
            </head>
            <body>
            <main>
            {TitleSection.Write(question)}
            {FindingsSection.Write(question)}
            {StatusSection.Write(question)}
            {FiguresSection.Write(question)}
            {ChartsSection.Write(question)}
            {PactsSection.Write(question)}
            {AssumptionsSection.Write(question)}
            {CaveatsSection.Write(question)}
            {ProvenanceSection.Write(question)}
            </main>
            </body>
            </html>

            """);
        return page.ToString();
    }

    private static Html StyleSheet() => Html.OfProgram(Style);

    private static string Digest(string text) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static string ReadStyle()
    {
        using var stream = typeof(RunReportPage).Assembly.GetManifestResourceStream("report.css")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
