using CorridorSim.Model.Engine;
using CorridorSim.Model.Policy;

namespace CorridorSim.Runs.Manifests;

/// <summary>A folder may come from anywhere: what its manifest claims is checked before anybody sets memory aside for it.</summary>
internal static class ManifestLimits
{
    private const long MaxLanes = 1_000_000_000;
    private const long MaxRunLanes = 1_000_000;
    private const int MaxNameLength = 200;
    private const int MaxChangeLength = 2000;
    private const int MaxBlockLanes = 4096;
    private const int ChecksumLength = 64;
    private const int BuildLength = 32;

    /// <summary>What is impossible in the manifest of a run; null when nothing is.</summary>
    public static string? Problem(RunManifest manifest) => manifest switch
    {
        { Status: not (RunManifest.Complete or RunManifest.SomeLanesFailed) } => "it states an unknown status",
        { Variants.Count: 0 } => "it names no variant",
        { Lanes: < 1 or > MaxRunLanes } or { Replicates: < 1 or > Experiment.MaxReplicates } => "it states an impossible number of lanes",
        _ when (long)manifest.Variants.Count * manifest.Replicates != manifest.Lanes => "its variants, replicates and lanes do not agree",
        { Step: not (null or "week" or "quarter") } => "it reports by an unknown step",
        _ when manifest.Failures.Any(f => f is null || f.Lane < 0 || f.Lane >= manifest.Lanes) => "a failed lane is not one of its lanes",
        _ when (manifest.Failures.Count == 0) != (manifest.Status == RunManifest.Complete) => "its status and its failed lanes do not agree",
        _ when manifest.Changes.Any(c => c is null || c.Path is null || c.After is null || c.Words is not { Length: <= MaxChangeLength }) => "a changed setting in it is incomplete or endless",
        _ => Months(manifest.From, manifest.Months)
            ?? Names([.. manifest.Variants, .. manifest.HeadlinePassages, manifest.Scenario, manifest.Name ?? string.Empty])
            ?? Files(manifest.Files),
    };

    /// <summary>What is impossible in the manifest of a sweep; null when nothing is.</summary>
    public static string? Problem(SweepManifest manifest) => manifest switch
    {
        { Variants: < 1 } or { Lanes: < 1 or > MaxLanes } or { Replicates: < 1 or > Experiment.MaxReplicates } => "it states an impossible number of lanes",
        _ when (long)manifest.Variants * manifest.Replicates != manifest.Lanes => "its points, replicates and lanes do not agree",
        { Build.Length: not BuildLength } => "it states no build of the model",
        { BlockSize: < 1 or > MaxBlockLanes } => "it states an impossible size of blocks",
        _ when manifest.Blocks != (manifest.Lanes + manifest.BlockSize - 1) / manifest.BlockSize => "its lanes and blocks do not agree",
        _ when manifest.BlocksDone < 0 || manifest.BlocksDone > manifest.Blocks => "it states an impossible number of finished blocks",
        _ when manifest.Factors.Any(f => f is null) || manifest.Columns.Any(c => c is null) => "an entry of it is empty",
        _ when manifest.Failures.Any(f => f is null || f.Lane < 0 || f.Lane >= manifest.Lanes) => "a failed lane is not one of its lanes",
        _ => Months(manifest.From, manifest.Months)
            ?? Names([manifest.Sweep, manifest.Scenario, .. manifest.Factors.Select(f => f.Id)])
            ?? Files(manifest.Files),
    };

    private static string? Months(string from, int months) =>
        months is < 1 or > Experiment.MaxMonths ? "it states an impossible number of months"
        : CalendarMonth.TryParse(from, out _) ? null : "its first month is not a month";

    private static string? Names(IReadOnlyList<string> names) =>
        names.Any(n => n is null || n.Length > MaxNameLength) ? $"a name in it is longer than {MaxNameLength} characters" : null;

    /// <summary>It must not lead readers to files that are not of its folder.</summary>
    private static string? Files(IReadOnlyDictionary<string, string> files) =>
        files.Keys.FirstOrDefault(f => Path.IsPathRooted(f) || f.Split('/', '\\').Contains("..")) is { } stray ? $"it names the file '{stray}' outside its folder"
        : files.Values.Any(c => c is not { Length: ChecksumLength }) ? "a checksum in it is not one"
        : null;
}
