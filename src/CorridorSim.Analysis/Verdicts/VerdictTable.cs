using CorridorSim.Analysis.Effects;
using CorridorSim.Runs.Running;
using CorridorSim.Scenarios.Compilation;

namespace CorridorSim.Analysis.Verdicts;

/// <summary>
/// The conclusions of a set of scenarios as a small table, to be kept beside them: a change of the model, its data or its
/// parameters that changes a conclusion shows as a changed line.
/// </summary>
public static class VerdictTable
{
    /// <summary>First line of the table of conclusions.</summary>
    public const string Header = "scenario,indicator,verdict,direction,size,base_median,difference_median,p05,p95";

    /// <summary>First line of the table of results.</summary>
    public const string ResultHeader = "scenario,replicates,months,seed,result";

    /// <summary>The conclusions of a scenario that was run beside its parent; none without a parent.</summary>
    public static IEnumerable<VerdictRow> Rows(CompiledScenario scenario, ExperimentResult result)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        if (scenario.Parent is null)
        {
            return [];
        }

        var comparison = new Comparison(new ResultEnsemble(result, 1), new ResultEnsemble(result, 0));
        return comparison.Headline.Select(h => VerdictRow.Of(scenario.Scenario.Id, h.Name, comparison.On(h.Name)));
    }

    /// <summary>The line of a scenario in the table of results: its result hash holds every recorded number to the last bit.</summary>
    public static string ResultLine(CompiledScenario scenario, ExperimentResult result)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(result);
        var experiment = result.Plan.Experiment;
        return FormattableString.Invariant($"{scenario.Scenario.Id},{experiment.Replicates},{experiment.Months},{experiment.Seed},{result.Hash}");
    }

    /// <summary>
    /// What differs between a kept table and a new one, a sentence a line: conclusions that changed first, then figures that moved.
    /// </summary>
    /// <param name="kept">Lines of the kept table, without its header.</param>
    /// <param name="found">Lines of the new table, without its header.</param>
    public static IReadOnlyList<string> Differences(IReadOnlyList<string> kept, IReadOnlyList<string> found)
    {
        var (conclusions, figures) = Changes(kept, found);
        return [.. conclusions, .. figures];
    }

    /// <summary>The same, conclusions that changed apart from figures that moved and left their conclusion as it was.</summary>
    /// <param name="kept">Lines of the kept table, without its header.</param>
    /// <param name="found">Lines of the new table, without its header.</param>
    public static (IReadOnlyList<string> Conclusions, IReadOnlyList<string> Figures) Changes(IReadOnlyList<string> kept, IReadOnlyList<string> found)
    {
        var (before, after) = (ByKey(kept), ByKey(found));
        var changed = new List<string>();
        var moved = new List<string>();
        foreach (var key in before.Keys.Union(after.Keys))
        {
            var (old, now) = (before.GetValueOrDefault(key), after.GetValueOrDefault(key));
            if (old is null || now is null)
            {
                changed.Add(old is null ? $"{key}: new, {Conclusion(now!)}" : $"{key}: gone, was {Conclusion(old)}");
            }
            else if (Conclusion(old) != Conclusion(now))
            {
                changed.Add($"{key}: was {Conclusion(old)}; is {Conclusion(now)}");
            }
            else if (!old.SequenceEqual(now))
            {
                moved.Add($"{key}: {Conclusion(now)} as before, but the difference was {Figures(old)} and is {Figures(now)}");
            }
        }

        return (changed, moved);
    }

    private static Dictionary<string, string[]> ByKey(IReadOnlyList<string> lines) => lines
        .Select(l => l.Split(','))
        .Where(cells => cells.Length == Header.Split(',').Length)
        .ToDictionary(cells => $"{cells[0]} {cells[1]}", StringComparer.Ordinal);

    private static string Conclusion(string[] cells) => string.Join(", ", cells[2..5]);

    private static string Figures(string[] cells) => $"{cells[6]} ({cells[7]} to {cells[8]}) on {cells[5]}";
}
