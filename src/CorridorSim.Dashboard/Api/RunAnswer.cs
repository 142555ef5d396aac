using CorridorSim.Runs.Manifests;
using CorridorSim.Runs.Store;

namespace CorridorSim.Dashboard.Api;

/// <summary>A run.</summary>
public sealed record RunAnswer(
    string RunId, string? Name, string Scenario, string Status, DateTimeOffset Created, int Replicates, long Lanes, string From, int Months, ulong Seed,
    string ScenarioHash, string ResultHash, IReadOnlyList<string> Variants, IReadOnlyList<ChangedSetting> Changes)
{
    /// <summary>Puts a manifest into an answer.</summary>
    public static RunAnswer Of(RunManifest manifest)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        return new RunAnswer(
            manifest.Id, manifest.Name, manifest.Scenario, manifest.Status, manifest.Created, manifest.Replicates, manifest.Lanes, manifest.From, manifest.Months,
            manifest.Seed, manifest.ScenarioHash, manifest.ResultHash, manifest.Variants, manifest.Changes);
    }
}
