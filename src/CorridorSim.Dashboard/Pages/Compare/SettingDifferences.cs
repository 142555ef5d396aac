using CorridorSim.Analysis.Effects;
using CorridorSim.Analysis.Words;
using CorridorSim.Scenarios.Compilation;
using CorridorSim.Scenarios.Diagnostics;
using CorridorSim.Scenarios.Files;
using CorridorSim.Scenarios.Yaml;

namespace CorridorSim.Dashboard.Pages.Compare;

/// <summary>What an agreement or the measures of a country say on one side of a comparison only.</summary>
/// <param name="Title">Title of the agreement or the measures.</param>
/// <param name="Before">Sentences of the baseline alone.</param>
/// <param name="After">Sentences of the other side alone.</param>
public sealed record InstrumentDifference(string Title, IReadOnlyList<string> Before, IReadOnlyList<string> After);

/// <summary>What differs between the scenarios of two stored variants.</summary>
/// <param name="Instruments">Agreements and measures, in sentences.</param>
/// <param name="Others">All other settings by their paths, a line each.</param>
public sealed record SettingDifferences(IReadOnlyList<InstrumentDifference> Instruments, IReadOnlyList<string> Others)
{
    /// <summary>Nothing differs, or nothing can be read.</summary>
    public static SettingDifferences None { get; } = new([], []);

    /// <summary>Whether nothing differs.</summary>
    public bool IsEmpty => Instruments.Count == 0 && Others.Count == 0;

    /// <summary>What differs; nothing when a text cannot be read.</summary>
    /// <param name="baseline">The baseline.</param>
    /// <param name="other">The other side.</param>
    /// <param name="from">Scenario of the baseline, where it is known.</param>
    /// <param name="to">Scenario of the other side, where it is known.</param>
    public static SettingDifferences Between(StoredEnsemble baseline, StoredEnsemble other, KnownSide? from, KnownSide? to)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        ArgumentNullException.ThrowIfNull(other);
        if (Read(baseline) is not { } before || Read(other) is not { } after)
        {
            return None;
        }

        var told = from is null || to is null ? [] : Told(from, to);
        return new SettingDifferences(
            [.. told.Select(t => t.Difference)],
            [.. ScenarioDifference.Describe(before, after).Where(line => !told.Any(t => IsAbout(line, t.Path)))]);
    }

    private static (string Path, InstrumentDifference Difference)[] Told(KnownSide from, KnownSide to)
    {
        var (before, after) = (from.Instruments(), to.Instruments());
        return
        [
            .. before.Concat(after).Select(i => i.Path).Distinct()
                .Select(path => (Path: path, Before: before.FirstOrDefault(i => i.Path == path), After: after.FirstOrDefault(i => i.Path == path)))
                .Select(p => (p.Path, Difference: new InstrumentDifference((p.After ?? p.Before)!.Title, Only(p.Before, p.After), Only(p.After, p.Before))))
                .Where(p => p.Difference.Before.Count + p.Difference.After.Count > 0),
        ];
    }

    private static string[] Only(InstrumentSentences? one, InstrumentSentences? other) => [.. (one?.Sentences ?? []).Except(other?.Sentences ?? [])];

    private static bool IsAbout(string line, string path) =>
        line.Split(' ', 3) is [_, var place, ..] && (place.TrimEnd(':', ',') == path || place.StartsWith(path + ".", StringComparison.Ordinal));

    private static YamlMap? Read(StoredEnsemble ensemble)
    {
        var texts = ensemble.Run.ReadScenario().Split(CompiledScenario.Separator);
        var place = ensemble.Run.Manifest.Variants.ToList().IndexOf(ensemble.Name);
        var bag = new DiagnosticBag();
        var map = place >= 0 && place < texts.Length ? YamlReader.Parse(texts[place], ScenarioFile.StoredName, bag) : null;
        return bag.HasErrors ? null : map;
    }
}

/// <summary>A side of a comparison whose scenario is known.</summary>
/// <param name="Compiled">The compiled scenario that it was run with.</param>
/// <param name="Scenario">Its own scenario, or the parent of that.</param>
public sealed record KnownSide(CompiledScenario Compiled, ResolvedScenario Scenario)
{
    /// <summary>The scenario of a stored variant, where it is known: of what a run simulated, the first is its own.</summary>
    public static KnownSide? Of(CompiledScenario compiled, StoredEnsemble ensemble)
    {
        ArgumentNullException.ThrowIfNull(compiled);
        ArgumentNullException.ThrowIfNull(ensemble);
        var scenario = ensemble.Run.Manifest.Variants[0] == ensemble.Name ? compiled.Scenario : compiled.Parent;
        return scenario is null ? null : new KnownSide(compiled, scenario);
    }

    /// <summary>Its agreements and measures in sentences.</summary>
    internal IReadOnlyList<InstrumentSentences> Instruments()
    {
        var words = new ClauseSentences(Compiled);
        return [.. Scenario.Instruments.Select(i => new InstrumentSentences(i.Path, i.Title, words.Of(i)))];
    }
}

/// <summary>An agreement, or the measures of a country, in sentences.</summary>
/// <param name="Path">Its path in the scenario file.</param>
/// <param name="Title">Its title.</param>
/// <param name="Sentences">What it says.</param>
internal sealed record InstrumentSentences(string Path, string Title, IReadOnlyList<string> Sentences);
