using CorridorSim.Model.Policy;
using CorridorSim.Runs.Folders;

namespace CorridorSim.Dashboard.Runs;

/// <summary>A run folder may come from anywhere: what its manifest claims is checked before memory is set aside for it.</summary>
internal static class ManifestChecks
{
    private const long MostLanes = 1_000_000;
    private const int MostMonths = 600;
    private const int LongestName = 200;

    /// <summary>What is wrong with a manifest; null when it can be read.</summary>
    public static string? Problem(RunManifest manifest) => manifest switch
    {
        { Variants.Count: 0 } => "the manifest names no variant",
        { Lanes: < 1 or > MostLanes } or { Replicates: < 1 } => "the manifest states an impossible number of lanes",
        _ when (long)manifest.Variants.Count * manifest.Replicates != manifest.Lanes => "variants, replicates and lanes of the manifest do not agree",
        { Months: < 1 or > MostMonths } => "the manifest states an impossible number of months",
        _ when !CalendarMonth.TryParse(manifest.From, out _) => "the first month of the manifest is not a month",
        _ when manifest.Variants.Append(manifest.Scenario).Append(manifest.Name ?? string.Empty).Any(n => n is null || n.Length > LongestName) =>
            $"a name in the manifest is longer than {LongestName} characters",
        _ => null,
    };
}
