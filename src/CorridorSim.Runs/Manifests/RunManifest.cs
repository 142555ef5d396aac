using System.Text.Json.Serialization;
using CorridorSim.Model.Post;
using CorridorSim.Scenarios.Compilation;
using CorridorSim.Scenarios.Files;

namespace CorridorSim.Runs.Manifests;

/// <summary>What a run folder says about itself: identity, origin, result hash, and a checksum of every other file.</summary>
public sealed record RunManifest
{
    /// <summary>Name of the manifest in a run folder.</summary>
    public const string FileName = "manifest.json";

    /// <summary>Status of a run in which every lane succeeded.</summary>
    public const string Complete = "complete";

    /// <summary>Status of a finished run in which some lanes failed.</summary>
    public const string SomeLanesFailed = "some-lanes-failed";

    /// <summary>Identifier, equal to the name of the folder.</summary>
    public required string Id { get; init; }

    /// <summary><see cref="Complete"/> or <see cref="SomeLanesFailed"/>.</summary>
    public required string Status { get; init; }

    /// <summary>Name the analyst gave, or null.</summary>
    public string? Name { get; init; }

    /// <summary>Identifier of the scenario.</summary>
    public required string Scenario { get; init; }

    /// <summary>Hash of the resolved scenario.</summary>
    public required string ScenarioHash { get; init; }

    /// <summary>Hash of the files of the world; empty in runs of older versions.</summary>
    public string WorldHash { get; init => field = value ?? string.Empty; } = string.Empty;

    /// <summary>Key of all random draws.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Names of the variants, in order of lane.</summary>
    public required IReadOnlyList<string> Variants { get; init; }

    /// <summary>Replicates of each variant.</summary>
    public required int Replicates { get; init; }

    /// <summary>Number of lanes: variants x replicates.</summary>
    public required long Lanes { get; init; }

    /// <summary>First month, as <c>yyyy-MM</c>.</summary>
    public required string From { get; init; }

    /// <summary>Number of months.</summary>
    public required int Months { get; init; }

    /// <summary>By what it reports, <c>week</c> or <c>quarter</c>; null for months.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Step { get; init; }

    /// <summary><c>observed</c> where the months that were counted follow the record; null where the model goes its own way.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Start { get; init; }

    /// <summary>Values that were set on top of the scenario file; empty when it was run as it stands.</summary>
    public IReadOnlyList<ChangedSetting> Changes { get; init => field = value ?? []; } = [];

    /// <summary>Passages whose irregular entries are shown first.</summary>
    public IReadOnlyList<string> HeadlinePassages { get; init => field = value ?? []; } = [];

    /// <summary>Version of the program that wrote the run.</summary>
    public required string Version { get; init; }

    /// <summary>Identifier of the build of the model: it changes when its code does; empty in runs of older versions.</summary>
    public string Build { get; init => field = value ?? string.Empty; } = string.Empty;

    /// <summary>When the run was written.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>Time the simulation took, seconds.</summary>
    public required double ElapsedSeconds { get; init; }

    /// <summary>Hash of the numbers of every lane, see <see cref="Running.ResultHash"/>.</summary>
    public required string ResultHash { get; init; }

    /// <summary>Greatest relative error of any ledger.</summary>
    public required double LedgerError { get; init; }

    /// <summary>Lanes that failed, and why.</summary>
    public required IReadOnlyList<LaneFailure> Failures { get; init; }

    /// <summary>SHA-256 of every other file of the folder, by relative path with forward slashes.</summary>
    public required IReadOnlyDictionary<string, string> Files { get; init; }
}

/// <summary>A value that a run sets on top of its scenario file.</summary>
/// <param name="Path">Path of the value.</param>
/// <param name="Before">What the file states; null when it states nothing.</param>
/// <param name="After">What the run sets.</param>
/// <param name="Words">The same in words.</param>
public sealed record ChangedSetting(string Path, string? Before, string After, string Words)
{
    private const string Removed = "null";
    private const string Ensemble = "ensemble.";

    /// <summary>Changes that a run states, with the values that its own scenario holds at their paths: they are equal unless somebody altered them.</summary>
    /// <param name="compiled">The scenario of the run.</param>
    /// <param name="changes">What the run states.</param>
    public static IReadOnlyList<ChangedSetting> HeldIn(CompiledScenario compiled, IReadOnlyList<ChangedSetting> changes)
    {
        ArgumentNullException.ThrowIfNull(compiled);
        ArgumentNullException.ThrowIfNull(changes);
        return
        [
            .. changes.Select(c => new SettingChange(c.Path, c.Before, SettingChange.Of(compiled.Loaded.Merged, c.Path).Before ?? Removed))
                .Select(c => new ChangedSetting(c.Path, c.Before, c.After, SettingWords.Of(compiled, c))),
        ];
    }

    /// <summary>What was set on top of a scenario; replicates and seed are left out, as every run states them.</summary>
    public static IReadOnlyList<ChangedSetting> Of(CompiledScenario compiled)
    {
        ArgumentNullException.ThrowIfNull(compiled);
        return
        [
            .. compiled.Loaded.Changes.Where(c => !c.Path.StartsWith(Ensemble, StringComparison.Ordinal))
                .Select(c => new ChangedSetting(c.Path, c.Before, c.After, SettingWords.Of(compiled, c))),
        ];
    }
}
