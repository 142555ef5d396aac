using CorridorSim.Analysis.Reports.Charts;
using CorridorSim.Analysis.Words;

namespace CorridorSim.Analysis.Reports.Sections;

/// <summary>The date from which the first clause of a scenario differs from its base.</summary>
internal static class PolicyMarks
{
    public static IReadOnlyList<ChartMark> Of(ReportQuestion question)
    {
        if (question is not { Subjects: [{ Scenario: { } scenario }], Base.Scenario: { } baseline })
        {
            return [];
        }

        var changed = ClauseChange.Of(scenario, baseline)[true].Select(c => c.Clause.From).Where(double.IsFinite).ToArray();
        return changed.Length == 0 ? [] : [new ChartMark(changed.Min(), "first clause in force")];
    }
}
