using System.Globalization;
using CorridorSim.Analysis.Sweeps;
using CorridorSim.Model.Policy;
using CorridorSim.Runs.Manifests;
using CorridorSim.Scenarios.Texts;
using CorridorSim.Scenarios.Writing;

namespace CorridorSim.Analysis.Discovery;

/// <summary>
/// Writes the scenario of a rule: levers at the middle of what the rule allows, uncertainties spread over it. It extends the base
/// scenario of the sweep.
/// </summary>
/// <param name="table">The sweep.</param>
/// <param name="baseFile">File of the base scenario, as the new file names it.</param>
public sealed class RuleScenario(SweepTable table, string baseFile)
{
    /// <summary>The scenario as YAML.</summary>
    /// <param name="id">Its identifier.</param>
    /// <param name="discovery">What was found.</param>
    public string Write(string id, DiscoveryResult discovery)
    {
        ArgumentNullException.ThrowIfNull(discovery);
        var (rule, target) = (discovery.Rule, discovery.Target.Text);
        var draft = new ScenarioDraft(id, $"Where {target}, by the rule: {string.Join("; ", rule.Lines)}", baseFile);
        foreach (var line in rule.Box.Restrictions)
        {
            draft.Set(table.Factors[line.Factor].Path, Value(table.Factors[line.Factor], line, rule.Box));
        }

        return draft.Write();
    }

    private string Value(SweepFactorInfo factor, BoxRestriction line, Box box)
    {
        double[] inside = [.. Enumerable.Range(0, table.Count).Where(p => box.Contains(table.Points, p)).Select(p => table.Points[p, line.Factor]).Order()];
        return factor.IsLever || factor.IsDate
            ? Written(factor, inside[inside.Length / 2])
            : string.Create(CultureInfo.InvariantCulture, $"{{ uniform: [{inside[0]:R}, {inside[^1]:R}] }}");
    }

    private static string Written(SweepFactorInfo factor, double value) => factor.IsDate
        ? DateText.Format(value)
        : InstrumentName.Begins(factor.Path)
            ? string.Create(CultureInfo.InvariantCulture, $"{{ value: {value:R} }}")
            : value.ToString("R", CultureInfo.InvariantCulture);
}
