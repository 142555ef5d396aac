using System.Globalization;
using CorridorSim.Analysis.Sweeps;
using CorridorSim.Dashboard.Knobs;
using CorridorSim.Model.Policy;
using CorridorSim.Runs.Manifests;
using CorridorSim.Scenarios.Compilation;
using CorridorSim.Scenarios.Texts;

namespace CorridorSim.Dashboard.Pages.Sweep;

/// <summary>Turns a point of a sweep into settings of its base scenario.</summary>
public static class PointSettings
{
    /// <summary>The settings, as <c>path=value</c>.</summary>
    /// <param name="table">The sweep.</param>
    /// <param name="point">The point.</param>
    /// <param name="compiled">Its base scenario.</param>
    public static IReadOnlyList<string> Of(SweepTable table, int point, CompiledScenario compiled)
    {
        ArgumentNullException.ThrowIfNull(table);
        var knobs = KnobBook.Of(compiled).ToDictionary(k => k.Path);
        return [.. table.Factors.Select((f, i) => Of(f, table.Points[point, i], knobs))];
    }

    /// <summary>The path under which the dictionary explains a factor.</summary>
    public static string PathOf(SweepFactorInfo factor)
    {
        ArgumentNullException.ThrowIfNull(factor);
        return factor.Path.Split('.') switch
        {
            ["assumptions", .. var rest] => string.Join('.', rest),
            [("agreements" or "measures") and var kind, var owner, not "provisions" and var provision, var size] => $"{kind}.{owner}.provisions.{provision}.{size}",
            _ => factor.Path,
        };
    }

    private static string Of(SweepFactorInfo factor, double value, Dictionary<string, Knob> knobs)
    {
        if (factor.IsDate)
        {
            return $"{factor.Path}={DateText.Format(value)}";
        }

        var path = knobs.TryGetValue(factor.Path, out var knob) ? knob.Setting
            : InstrumentName.Begins(factor.Path) ? factor.Path
            : $"assumptions.{factor.Path.Replace("assumptions.", string.Empty, StringComparison.Ordinal)}";
        return string.Create(CultureInfo.InvariantCulture, $"{path}={value:R}");
    }
}
