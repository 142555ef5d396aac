using CorridorSim.Scenarios.Compilation;
using CorridorSim.Scenarios.Files;

namespace CorridorSim.Runs.Folders;

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
