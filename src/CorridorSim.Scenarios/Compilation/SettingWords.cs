using System.Globalization;
using CorridorSim.Model;
using CorridorSim.Model.Inputs;
using CorridorSim.Scenarios.Files;
using CorridorSim.Scenarios.Texts;

namespace CorridorSim.Scenarios.Compilation;

/// <summary>Settings that a user put on top of a scenario file, as a reader understands them: what it is, and from what to what.</summary>
public static class SettingWords
{
    private static readonly Dictionary<string, string> Known = new()
    {
        ["horizon.from"] = "first month",
        ["horizon.to"] = "last month",
        ["ensemble.replicates"] = "replicates",
        ["ensemble.seed"] = "seed",
        ["outputs.record"] = "what is recorded",
        ["outputs.step"] = "by what is reported",
    };

    /// <summary>A change in words, such as <c>referrals (US-Panama arrangement): 400 → 900 persons/month</c>.</summary>
    /// <param name="compiled">The scenario with the change.</param>
    /// <param name="change">The change.</param>
    public static string Of(CompiledScenario compiled, SettingChange change)
    {
        ArgumentNullException.ThrowIfNull(compiled);
        ArgumentNullException.ThrowIfNull(change);
        if (Known.GetValueOrDefault(change.Path) is { } label)
        {
            return Line(label, change.Before ?? "not stated", change.After, string.Empty);
        }

        return ScenarioFile.IsOfWorld($"{change.Path}=") ? OfWorld(compiled, change) : OfPolicy(compiled, change);
    }

    private static string OfWorld(CompiledScenario compiled, SettingChange change)
    {
        var path = ScenarioPath.OfInput(change.Path);
        if (!compiled.World.Slots.TryFind(path, out var slot))
        {
            return Line(path, change.Before ?? "not stated", change.After, string.Empty);
        }

        var input = compiled.World.Slots[slot];
        var before = change.Before ?? (compiled.Scenario.Posterior?.Paths.Contains(path) == true ? "drawn from the fitted sample" : Words(input.Value));
        return Line(input.Meaning, before, change.After, input.Unit == "1" ? string.Empty : input.Unit);
    }

    private static string OfPolicy(CompiledScenario compiled, SettingChange change)
    {
        string[] keys = [.. change.Path.Split('.').Where((key, level) => level != 2 || key != "provisions")];
        var path = string.Join('.', keys.Take(2));
        if (compiled.Scenario.Instruments.FirstOrDefault(i => i.Path == path) is not { } instrument)
        {
            return Line(change.Path, change.Before ?? "not stated", change.After, string.Empty);
        }

        var title = TitleText.WithoutRemark(instrument.Title);
        var clause = instrument.Provisions.FirstOrDefault(p => p.Id == keys.ElementAtOrDefault(2));
        var isSize = clause is not null && keys.ElementAtOrDefault(3) == clause.SizeKey && keys.Length <= 5;
        var rest = string.Join(' ', keys.Skip(clause is null ? 2 : 3).Where(k => k != "value")).InWords();
        var label = clause is null ? $"{title}, {rest}" : isSize ? $"{clause.Name} ({title})" : $"{clause.Name}, {rest} ({title})";
        return Line(label, change.Before ?? "not stated", change.After, isSize ? clause!.Unit : string.Empty);
    }

    private static string Words(Distribution value) => value.Kind switch
    {
        DistributionKind.Constant => value.A.ToString("G6", CultureInfo.InvariantCulture),
        DistributionKind.Sample => "drawn from the fitted sample",
        _ => $"about {value.Central.ToString("G4", CultureInfo.InvariantCulture)}, drawn in each replicate",
    };

    private static string Line(string label, string before, string after, string unit) =>
        $"{label}: {before} \u2192 {after}{(unit.Length == 0 ? string.Empty : " " + unit)}";
}
