using CorridorSim.Analysis.Effects;
using CorridorSim.Scenarios.Diagnostics;
using CorridorSim.Scenarios.Files;
using CorridorSim.Scenarios.Yaml;

namespace CorridorSim.Dashboard.Pages.Compare;

/// <summary>What differs between the scenarios of two stored variants, in words.</summary>
public static class SettingDifferences
{
    private const string Separator = "---\n";

    /// <summary>One sentence a setting; empty when a text cannot be read.</summary>
    public static IReadOnlyList<string> Between(StoredEnsemble baseline, StoredEnsemble other)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        ArgumentNullException.ThrowIfNull(other);
        return Read(baseline) is { } before && Read(other) is { } after ? ScenarioDifference.Describe(before, after) : [];
    }

    private static YamlMap? Read(StoredEnsemble ensemble)
    {
        var texts = ensemble.Run.ReadScenario().Split(Separator);
        var place = ensemble.Run.Manifest.Variants.ToList().IndexOf(ensemble.Name);
        var bag = new DiagnosticBag();
        var map = place >= 0 && place < texts.Length ? YamlReader.Parse(texts[place], "scenario.yaml", bag) : null;
        return bag.HasErrors ? null : map;
    }
}
