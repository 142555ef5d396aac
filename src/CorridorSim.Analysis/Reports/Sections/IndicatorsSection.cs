using CorridorSim.Analysis.Effects;
using CorridorSim.Analysis.Reports.Markup;

namespace CorridorSim.Analysis.Reports.Sections;

/// <summary>Figures and charts of the indicators that were asked for besides those of the headline; nothing when none was.</summary>
internal static class IndicatorsSection
{
    public static Html Write(ReportQuestion question)
    {
        if (question.Indicators.Count == 0)
        {
            return Html.Empty;
        }

        var asked = Headline.Of(question.Subjects[0].Ensemble, question.Indicators);
        var tables = question.Base is { } baseline
            ? question.Comparisons.Zip(question.Subjects, (comparison, subject) => FiguresSection.Effects(
                FiguresSection.Caption(question, subject, baseline), question.LabelOf(subject), question.LabelOf(baseline), asked.Select(h => FindingsSection.FindingOn(question, comparison, h))))
            : question.Subjects.Select(s => FiguresSection.Levels(question, s, asked));
        var figures = new ChartFigures(question, prefix: "asked-");
        return Section.Of("indicators", "Other figures", Html.Of($"{tables}{asked.Select(figures.LevelAndDifference)}"));
    }
}
