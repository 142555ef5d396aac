using CorridorSim.Analysis.Words;
using CorridorSim.Model.Policy;
using CorridorSim.Scenarios.Compilation;

namespace CorridorSim.Cli.Reports;

/// <summary>What provisions make of the values they move, for the terminal and for <c>--json</c>.</summary>
internal static class LeverLines
{
    private const int MostLines = 12;

    /// <summary>A heading and a line a provision; a scenario with many has the first, and where to see all. Empty without any.</summary>
    /// <param name="compiled">The scenario.</param>
    /// <param name="showsAll">True to show more than the first.</param>
    public static IEnumerable<string> Text(CompiledScenario compiled, bool showsAll)
    {
        var levers = LeverValue.Of(compiled);
        if (levers.Count == 0)
        {
            return [];
        }

        var words = new PlaceWords(compiled.Experiment.World);
        var shown = showsAll ? levers.Count : MostLines;
        return
        [
            "Without and with each clause, in its first month at full size:",
            .. levers.Take(shown).Select(l => $"  {l.Describe(words.Provision)}"),
            .. levers.Count > shown ? [$"  and {levers.Count - shown} more: 'resolve --diff' lists them"] : Array.Empty<string>(),
        ];
    }

    /// <summary>One of them as an object.</summary>
    public static object Json(LeverValue value) => new
    {
        value.Instrument,
        value.Provision,
        value.Unit,
        Month = CalendarMonth.Format(value.Month),
        Before = new[] { value.Before.Least, value.Before.Most },
        After = new[] { value.After.Least, value.After.Most },
    };
}
