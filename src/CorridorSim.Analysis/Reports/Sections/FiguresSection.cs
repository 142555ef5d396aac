using CorridorSim.Analysis.Effects;
using CorridorSim.Analysis.Reports.Markup;
using CorridorSim.Analysis.Statistics;
using CorridorSim.Analysis.Words;

namespace CorridorSim.Analysis.Reports.Sections;

/// <summary>Headline figures in tables.</summary>
internal static class FiguresSection
{
    public static Html Write(ReportQuestion question)
    {
        var tables = question.Base is { } known
            ? question.Comparisons.Zip(question.Subjects, (comparison, subject) => Effects(question, comparison, subject, known))
            : question.Subjects.Select(s => Levels(question, s));
        return Section.Of("figures", "Figures", Html.Of($"{(question.Subjects.Count > 1 && question.Base is not null ? SideBySide(question) : Html.Empty)}{tables}"));
    }

    private static Html Levels(ReportQuestion question, ReportedVariant subject) => Levels(question, subject, Headline.Of(subject.Ensemble));

    /// <summary>Medians and intervals of a run that is compared with nothing.</summary>
    public static Html Levels(ReportQuestion question, ReportedVariant subject, IEnumerable<HeadlineIndicator> indicators)
    {
        var reader = new IndicatorReader(subject.Ensemble);
        var rows = indicators.Select(h =>
        {
            var values = reader.Over(h.Name);
            var band = values.Band;
            return Html.Of(
                $"<tr data-indicator=\"{h.Name.ToString()}\"><th scope=\"row\">{question.WordsOf(h)}{Gap(values.Gap)}</th><td>{values.Unit}</td>{Section.Number(band.Median, FigureText.Level(band.Median, values.Unit))}{Interval(band.Lower, band.Upper, values.Unit)}</tr>\n");
        });
        return Section.Table($"{subject.Title}: median and 90% interval", ["indicator", "unit", "median", "90% interval"], rows);
    }

    private static Html Effects(ReportQuestion question, Comparison comparison, ReportedVariant subject, ReportedVariant known)
    {
        var (name, baseName) = (question.LabelOf(subject), question.LabelOf(known));
        var findings = FindingsSection.Findings(question, comparison).ToLookup(f => f.Kind == FindingKind.Told || f.Indicator.Name.Where is null);
        return Html.Of(
            $"""
            {Effects(Caption(question, subject, known), name, baseName, findings[true])}
            {(findings[false].Any() ? Html.Of($"<details><summary>{findings[false].Count()} more figures, with no change or a negligible effect</summary>{Effects("No change or a negligible effect", name, baseName, findings[false])}</details>") : Html.Empty)}
            """);
    }

    /// <summary>Levels on both sides and effects, one row each.</summary>
    public static Html Effects(string caption, string name, string baseName, IEnumerable<Finding> findings) => Section.Table(
        caption, ["indicator", "unit", baseName, name, "90% interval", "effect", "90% interval", "simulations", "direction"], findings.Select(Row));

    /// <summary>What a table of effects is headed by.</summary>
    public static string Caption(ReportQuestion question, ReportedVariant subject, ReportedVariant known) =>
        $"{(question.Subjects.Count == 1 ? "Scenario compared with the baseline" : $"{subject.Title} compared with {known.Title}")}: median and 90% interval";

    private static Html Row(Finding finding)
    {
        var (effect, unit, band) = (finding.Effect, finding.Effect.Other.Unit, finding.Effect.Other.Band);
        var summary = effect.Summary;
        return Html.Of(
            $"<tr data-indicator=\"{finding.Indicator.Name.ToString()}\"><th scope=\"row\">{finding.Indicator.Words}{Gap(effect.IsDefined ? effect.Gap : string.Empty)}</th><td>{unit}</td>{Section.Number(finding.BaseMedian, FigureText.Level(finding.BaseMedian, unit))}{Section.Number(band.Median, FigureText.Level(band.Median, unit))}{Interval(band.Lower, band.Upper, unit)}{Section.Number(summary.Median, FigureText.Difference(summary.Median, unit))}<td class=\"number\">{FigureText.Differences(summary.P05, summary.P95, unit)}</td><td>{finding.Odds}</td><td>{Section.Badge(effect)}</td></tr>\n");
    }

    /// <summary>Effects of all subjects in one table.</summary>
    private static Html SideBySide(ReportQuestion question)
    {
        var findings = question.Comparisons.Select(c => FindingsSection.Findings(question, c)).ToArray();
        var shared = findings.Select(f => f.Select(x => x.Indicator)).Aggregate((a, b) => a.Intersect(b)).ToArray();
        var rows = shared.Select(indicator =>
        {
            var effects = findings.Select(f => f.First(x => x.Indicator == indicator)).ToArray();
            var unit = effects[0].Effect.Other.Unit;
            var cells = effects.Select(f => Html.Of(
                $"{Section.Number(f.Effect.Summary.Median, FigureText.Difference(f.Effect.Summary.Median, unit))}<td>{Section.Badge(f.Effect)}</td>"));
            return Html.Of($"<tr><th scope=\"row\">{indicator.Words}</th><td>{unit}</td>{cells}</tr>\n");
        });
        return Section.Table(
            $"Median effects side by side, compared with {question.Base!.Title}",
            ["indicator", "unit", .. question.Subjects.SelectMany(s => new[] { question.LabelOf(s), "direction" })],
            rows);
    }

    private static Html Interval(double lower, double upper, string unit) =>
        Html.Of($"<td class=\"number\" data-lower=\"{lower}\" data-upper=\"{upper}\">{FigureText.Interval(lower, upper, unit)}</td>");

    private static Html Gap(string words) => words.Length == 0 ? Html.Empty : Html.Of($" <small>({words})</small>");
}
