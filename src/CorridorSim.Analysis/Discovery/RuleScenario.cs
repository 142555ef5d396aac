using System.Globalization;
using System.Text;
using CorridorSim.Analysis.Sweeps;
using CorridorSim.Model.Policy;
using CorridorSim.Runs.Sweeps;

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
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"corridorsim: 1\nid: {id}\n");
        text.Append(CultureInfo.InvariantCulture, $"title: '{Quoted($"Where {discovery.Target.Text}, by the rule: {string.Join("; ", discovery.Rule.Lines)}")}'\n");
        text.Append(CultureInfo.InvariantCulture, $"extends: {baseFile}\n");
        var root = new SortedDictionary<string, object>(StringComparer.Ordinal);
        foreach (var line in discovery.Rule.Box.Restrictions)
        {
            Add(root, table.Factors[line.Factor], line, discovery.Rule.Box);
        }

        Append(text, root, 0);
        return text.ToString();
    }

    private static string Quoted(string text) => text.Replace("'", "''", StringComparison.Ordinal);

    private void Add(SortedDictionary<string, object> root, SweepFactorInfo factor, BoxRestriction line, Box box)
    {
        double[] inside = [.. Enumerable.Range(0, table.Count).Where(p => box.Contains(table.Points, p)).Select(p => table.Points[p, line.Factor]).Order()];
        var value = factor.IsLever
            ? Written(factor, inside[inside.Length / 2])
            : string.Create(CultureInfo.InvariantCulture, $"{{ uniform: [{inside[0]:R}, {inside[^1]:R}] }}");
        string[] keys = Keys(factor.Path);
        var place = root;
        foreach (var key in keys[..^1])
        {
            if (!place.TryGetValue(key, out var below))
            {
                place.Add(key, below = new SortedDictionary<string, object>(StringComparer.Ordinal));
            }

            place = (SortedDictionary<string, object>)below;
        }

        place[keys[^1]] = value;
    }

    /// <summary>World parameters stand under <c>assumptions</c> by their whole path; the rest is nested as in a scenario.</summary>
    private static string[] Keys(string path)
    {
        if (path.StartsWith("agreements.", StringComparison.Ordinal))
        {
            return path.Split('.');
        }

        const string Measures = "measures.";
        return path.StartsWith(Measures, StringComparison.Ordinal)
            ? [.. path.Split('.').Where((key, i) => i != 2 || key != "provisions")]
            : ["assumptions", path.Replace("assumptions.", string.Empty, StringComparison.Ordinal)];
    }

    private static string Written(SweepFactorInfo factor, double value) => factor.Unit == "month"
        ? CalendarMonth.Format((int)Math.Floor(value))
        : factor.Path.StartsWith("agreements.", StringComparison.Ordinal) || factor.Path.StartsWith("measures.", StringComparison.Ordinal)
            ? string.Create(CultureInfo.InvariantCulture, $"{{ value: {value:R} }}")
            : value.ToString("R", CultureInfo.InvariantCulture);

    private static void Append(StringBuilder text, SortedDictionary<string, object> map, int indent)
    {
        foreach (var (key, value) in map)
        {
            text.Append(' ', indent).Append(key).Append(':');
            if (value is SortedDictionary<string, object> child)
            {
                text.Append('\n');
                Append(text, child, indent + 2);
            }
            else
            {
                text.Append(' ').Append(value).Append('\n');
            }
        }
    }
}
