using CorridorSim.Model.Policy;
using CorridorSim.Scenarios.Compilation;

namespace CorridorSim.Cli.Reports;

/// <summary>What provisions make of the values they move, for the terminal and for <c>--json</c>.</summary>
internal static class LeverLines
{
    private const int MostLines = 12;

    /// <summary>A heading and a line a provision; a scenario with many has the first, and where to see all. Empty without any.</summary>
    /// <param name="levers">What each makes of its values.</param>
    /// <param name="showsAll">True to show more than the first.</param>
    /// <param name="name">Name of a clause by its path; null for the path.</param>
    public static IEnumerable<string> Text(IReadOnlyList<LeverValue> levers, bool showsAll, Func<string, string>? name = null)
    {
        if (levers.Count == 0)
        {
            return [];
        }

        var shown = showsAll ? levers.Count : MostLines;
        return
        [
            "Before and after, in the first month at full size:",
            .. levers.Take(shown).Select(l => $"  {l.Describe(name)}"),
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
