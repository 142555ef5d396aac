using System.Globalization;
using System.Text;
using CorridorSim.Model.Inputs;

namespace CorridorSim.Scenarios.Optimisation;

/// <summary>The settings that a search found, as a scenario that extends the base.</summary>
public static class EmittedScenario
{
    private const int MostIdentifier = 64;

    private static readonly Dictionary<DistributionKind, string> Families = new()
    {
        [DistributionKind.Uniform] = "uniform",
        [DistributionKind.Triangular] = "triangular",
        [DistributionKind.Normal] = "normal",
        [DistributionKind.LogNormal] = "lognormal",
    };

    /// <summary>The path of the base as the new file has to name it; null when the base does not lie beside or below it.</summary>
    /// <param name="target">The file to be written.</param>
    /// <param name="basePath">Path of the base.</param>
    public static string? Extends(string target, string basePath)
    {
        var relative = Path.GetRelativePath(Path.GetDirectoryName(Path.GetFullPath(target))!, Path.GetFullPath(basePath)).Replace('\\', '/');
        return Path.IsPathRooted(relative) || relative.StartsWith("../", StringComparison.Ordinal) ? null : relative;
    }

    /// <summary>An identifier made from the name of the file.</summary>
    public static string IdOf(string target)
    {
        var name = Path.GetFileNameWithoutExtension(target).ToLowerInvariant();
        var id = string.Concat(name.Select(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) ? c : '-'));
        return id.Length is > 0 and <= MostIdentifier ? id : "best-settings";
    }

    /// <summary>The scenario as text. Sizes are marked as assumed: nobody published what a search found.</summary>
    /// <param name="text">The search.</param>
    /// <param name="settings">One per lever.</param>
    /// <param name="extends">The base as the new file names it.</param>
    /// <param name="id">Identifier of the new scenario.</param>
    public static string Write(OptimiseText text, IReadOnlyList<double> settings, string extends, string id)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(settings);
        var yaml = new StringBuilder()
            .Append("# Settings found by the search '").Append(text.Id).Append("'.\n")
            .Append("corridorsim: 1\nid: ").Append(id).Append("\ntitle: ").Append(Quote($"{text.Title}: the best settings found"))
            .Append("\nextends: ").Append(Quote(extends)).Append('\n');
        var sizes = text.Levers.Zip(settings, (lever, setting) => (Keys: lever.Path.Split('.'), Value: Value(text, lever, setting)));
        foreach (var kind in sizes.GroupBy(s => s.Keys[0]))
        {
            yaml.Append('\n').Append(kind.Key).Append(":\n");
            foreach (var owner in kind.GroupBy(s => s.Keys[1]))
            {
                yaml.Append("  ").Append(owner.Key).Append(":\n");
                Clauses(yaml, owner, kind.Key == "agreements" ? "    " : "  ", kind.Key == "agreements");
            }
        }

        return yaml.ToString();
    }

    private static void Clauses(StringBuilder yaml, IEnumerable<(string[] Keys, string Value)> sizes, string indent, bool isAgreement)
    {
        if (isAgreement)
        {
            yaml.Append(indent).Append("provisions:\n");
        }

        foreach (var clause in sizes.GroupBy(s => s.Keys[3]))
        {
            yaml.Append(indent).Append("  ").Append(clause.Key).Append(":\n");
            foreach (var (keys, value) in clause)
            {
                yaml.Append(indent).Append("    ").Append(keys[4]).Append(": ").Append(value).Append('\n');
            }
        }
    }

    private static string Value(OptimiseText text, PolicyLever lever, double setting)
    {
        var number = setting.ToString("R", CultureInfo.InvariantCulture);
        if (lever.Path.EndsWith(".ramp-months", StringComparison.Ordinal) || lever.Path.EndsWith(".fade-months", StringComparison.Ordinal))
        {
            return number;
        }

        // The new value is laid over what the base states: a distribution there has to be taken away.
        var stated = text.Base.Experiment.Variants[0].Settings.Where(s => s.Slot == lever.Slot).Select(s => s.Value)
            .DefaultIfEmpty(text.Base.Experiment.World.Slots[lever.Slot].Value).First();
        var family = Families.TryGetValue(stated.Kind, out var name) ? $", {name}: null" : string.Empty;
        return $"{{ value: {number}, basis: assumption{family} }}";
    }

    private static string Quote(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
