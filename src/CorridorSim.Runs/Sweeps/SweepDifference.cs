using System.Security.Cryptography;
using System.Text;
using CorridorSim.Runs.Running;
using CorridorSim.Runs.Store;
using CorridorSim.Scenarios.Diagnostics;
using CorridorSim.Scenarios.Files;
using CorridorSim.Scenarios.Yaml;

namespace CorridorSim.Runs.Sweeps;

/// <summary>What changed in the definition of a sweep since it began.</summary>
internal static class SweepDifference
{
    public static IReadOnlyList<string> Describe(StoredSweep stored, SweepDefinition now, string hash)
    {
        string[] differences =
        [
            .. Texts(File.ReadAllText(stored.Checked(StoredSweep.SweepFile)), now.Text).Select(d => $"sweep: {d}"),
            .. Texts(File.ReadAllText(stored.Checked(StoredSweep.ScenarioFile)), now.ScenarioText).Select(d => $"scenario {now.Scenario}: {d}"),
        ];
        if (stored.Manifest.Build != ModelBuild.Id)
        {
            differences = [.. differences, $"program: it was built anew (model {stored.Manifest.Build[..8]} then, {ModelBuild.Id[..8]} now), so its numbers may differ"];
        }

        if (differences.Length == 0 && stored.Manifest.WorldHash != now.WorldHash)
        {
            differences = ["world: its tables changed"];
        }

        return differences.Length > 0 || stored.Manifest.DefinitionHash == hash ? differences : ["settings of the command line, or what the scenario extends, changed"];
    }

    /// <summary>
    /// Hash of what determines the numbers of a sweep: its file and its base without their words, the world and the build. Titles
    /// and descriptions are not in it, so that a sweep whose title was mended goes on where it was.
    /// </summary>
    public static string HashOf(SweepDefinition definition) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        $"{Content(definition.Text)}\n{Content(definition.ScenarioText)}\n{definition.WorldHash}\n{ModelBuild.Id}")));

    private static string Content(string text) =>
        YamlReader.Parse(text, "definition", new DiagnosticBag()) is { } map ? CanonicalYaml.Write(ScenarioDifference.WithoutWords(map)) : text;

    private static IReadOnlyList<string> Texts(string before, string after)
    {
        var bag = new DiagnosticBag();
        return YamlReader.Parse(before, "before", bag) is { } old && YamlReader.Parse(after, "after", bag) is { } young
            ? ScenarioDifference.Describe(old, young)
            : [];
    }
}
