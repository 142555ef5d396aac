using CorridorSim.Analysis.Attribution;
using CorridorSim.Analysis.Reports.Markup;
using CorridorSim.Analysis.Words;
using CorridorSim.Model.Inputs;

namespace CorridorSim.Analysis.Reports.Sections;

/// <summary>What the figures of the world rest on: how many are published, fitted, assumed; which are drawn; every source.</summary>
internal static class WorldFigures
{
    public static Html Write(ReportedVariant subject)
    {
        if (subject.Compiled is not { } compiled)
        {
            return Html.Empty;
        }

        InputSlot[] slots = [.. compiled.Experiment.World.Slots.Where(s => !PolicyAndWorld.IsPolicy(s.Path))];
        var counts = slots.GroupBy(s => s.Basis).OrderBy(g => g.Key).Select(g => $"{g.Count()} {BasisWords.Of(g.Key)}");
        return Html.Of(
            $"""
            <p>The world <code>{compiled.World.Id}</code> rests on {slots.Length} values: {string.Join(", ", counts)}.</p>
            <details><summary>Values drawn at random in each simulation</summary>{Drawn(slots)}</details>
            <details><summary>Sources of all values</summary>{Sources(slots)}</details>
            """);
    }

    private static Html Drawn(InputSlot[] slots) => Section.Table(
        "Values drawn at random in each simulation",
        ["path", "meaning", "unit", "value", "basis", "source"],
        slots.Where(s => s.Value.Kind != DistributionKind.Constant).Select(s => Html.Of(
            $"<tr><th scope=\"row\">{s.Path}</th><td>{s.Meaning}</td><td>{s.Unit}</td><td>{DistributionWords.Of(s.Value)}</td><td>{BasisWords.Of(s.Basis)}</td><td>{s.Source}</td></tr>\n")));

    private static Html Sources(InputSlot[] slots) => Section.Table(
        "Sources",
        ["source", "basis", "values"],
        slots.GroupBy(s => (s.Source, s.Basis)).OrderBy(g => g.Key.Basis).ThenBy(g => g.Key.Source, StringComparer.Ordinal).Select(g => Html.Of(
            $"<tr><th scope=\"row\">{g.Key.Source}</th><td>{BasisWords.Of(g.Key.Basis)}</td><td class=\"number\">{g.Count()}</td></tr>\n")));
}
