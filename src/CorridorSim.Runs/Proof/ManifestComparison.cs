using System.Text.Json.Nodes;
using CorridorSim.Runs.Manifests;

namespace CorridorSim.Runs.Proof;

/// <summary>Compares what a manifest states, member by member, with what follows from the scenario.</summary>
internal static class ManifestComparison
{
    private const int LongestValue = 60;

    /// <summary>Members that differ.</summary>
    /// <param name="folder">The folder whose manifest was found: its text counts, so that nothing in it is passed over.</param>
    /// <param name="derived">The manifest as it should be.</param>
    /// <param name="open">Members that nothing follows for.</param>
    public static IEnumerable<Finding> Of(string folder, JsonNode? derived, params IReadOnlyList<string> open)
    {
        var was = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, RunManifest.FileName)))!.AsObject();
        var should = derived!.AsObject();
        was.Remove(ManifestSeal.Name);
        return was.Select(m => m.Key).Union(should.Select(m => m.Key))
            .Where(member => !open.Contains(member) && !JsonNode.DeepEquals(was[member], should[member]))
            .Select(member => new Finding(FindingKind.Altered, member, $"the manifest says {Short(was[member])}, the scenario gives {Short(should[member])}"));
    }

    private static string Short(JsonNode? value)
    {
        var text = value?.ToJsonString() ?? "nothing";
        return text.Length <= LongestValue ? text : text[..LongestValue] + "...";
    }
}
