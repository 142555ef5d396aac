using CorridorSim.Scenarios.Diagnostics;
using CorridorSim.Scenarios.Files;
using CorridorSim.Scenarios.Yaml;

namespace CorridorSim.Scenarios.Writing;

/// <summary>
/// A scenario with values set otherwise, as files of its own. The copy has the baseline that the original has, and where
/// values of the world are set, a baseline in that world, so that a changed world is not taken for an effect of policy.
/// </summary>
/// <param name="Text">The scenario.</param>
/// <param name="Baseline">Name of the baseline's file, without ending; null when a file that exists serves.</param>
/// <param name="BaselineText">The baseline; null when a file that exists serves.</param>
public sealed record ScenarioCopy(string Text, string? Baseline, string? BaselineText)
{
    private const string Extends = "extends";

    /// <summary>Writes the copy.</summary>
    /// <param name="original">The scenario as loaded from its file.</param>
    /// <param name="file">Name of its file, with ending.</param>
    /// <param name="id">Identifier of the copy, and the name of its file without ending.</param>
    /// <param name="title">Title of the copy.</param>
    /// <param name="settings">Values to set, as <c>path=value</c>.</param>
    public static ScenarioCopy Of(LoadedScenario original, string file, string id, string title, IReadOnlyList<string> settings)
    {
        ArgumentNullException.ThrowIfNull(original);
        ArgumentNullException.ThrowIfNull(settings);
        var parent = (original.Own?[Extends] as YamlText)?.Text;
        var world = settings.Where(ScenarioFile.IsOfWorld).ToArray();
        var baseline = world.Length == 0 ? null : $"{id}-baseline";
        var below = baseline is null ? parent ?? file : $"{baseline}.yaml";
        var baselineText = baseline is null ? null : Write(Draft(baseline, $"{title}: its baseline"), parent ?? file, world);
        return parent is null
            ? new ScenarioCopy(Write(Draft(id, title), below, settings.Except(world)), baseline, baselineText)
            : new ScenarioCopy(Write(original.Own!.With(Draft(id, title)), below, settings), baseline, baselineText);
    }

    private static YamlMap Draft(string id, string title) => new(
        string.Empty, 1, 1, [Entry("corridorsim", "1"), Entry("id", id, isText: true), Entry("title", title, isText: true)]);

    private static YamlEntry Entry(string key, string value, bool isText = false) =>
        new(new YamlText(string.Empty, 1, 1, key), new YamlText(string.Empty, 1, 1, value) { IsQuoted = isText });

    private static string Write(YamlMap map, string extends, IEnumerable<string> settings)
    {
        var set = settings.Aggregate(map, (below, setting) => ScenarioFile.Apply(below, setting, new DiagnosticBag()));
        var lines = CanonicalYaml.Write(set).Split('\n').ToList();
        lines.Insert(lines.FindIndex(l => l.StartsWith("title:", StringComparison.Ordinal)) + 1, $"{Extends}: '{extends.Replace("'", "''", StringComparison.Ordinal)}'");
        return string.Join('\n', lines);
    }
}
