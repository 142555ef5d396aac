using CorridorSim.Analysis.Effects;
using CorridorSim.Analysis.Statistics;
using CorridorSim.Analysis.Words;
using CorridorSim.Model.Engine;
using CorridorSim.Model.Inputs;
using CorridorSim.Scenarios.Compilation;

namespace CorridorSim.Dashboard.Pages.WhatIf;

/// <summary>A world in which an agreement is tried, beside that of its file.</summary>
/// <param name="Push">How many want to leave.</param>
/// <param name="Passage">How open the way is behind the agreement.</param>
/// <param name="Settings">What is set otherwise than in the file, on both sides of the comparison.</param>
public sealed record WorldCase(string Push, string Passage, IReadOnlyList<SlotSetting> Settings)
{
    /// <summary>The world in words.</summary>
    public string Words => $"{Push}, {Passage}";
}

/// <summary>What a scenario does in one of several worlds.</summary>
/// <param name="World">The world.</param>
/// <param name="Effects">Effects on the main figures, in the order of all worlds.</param>
public sealed record WorldResult(WorldCase World, IReadOnlyList<Effect> Effects);

/// <summary>
/// The worlds in which every agreement is tried: low, middle and high push, each with the way behind open as in the file and half closed. Which
/// of them comes nobody knows; an effect that keeps its sign in all of them does not hang on it.
/// </summary>
public static class WorldFamily
{
    /// <summary>Push of the low and the high world, log units: about a quarter fewer and a third more who want to leave.</summary>
    private const double Step = 0.3;

    private const double HalfClosed = 0.5;

    /// <summary>The worlds of a scenario.</summary>
    public static IReadOnlyList<WorldCase> Of(CompiledScenario compiled)
    {
        ArgumentNullException.ThrowIfNull(compiled);
        var world = compiled.Experiment.World;
        (string Words, SlotSetting[] Settings)[] pushes = [("fewer want to leave", Push(-Step)), ("as in the model", []), ("more want to leave", Push(Step))];

        // The last step of the longest route: whoever moves on by land comes through it.
        var last = world.Routes.OrderByDescending(r => r.Legs.Count).FirstOrDefault(r => r.Legs.Count > 0)?.Legs[^1];
        (string Words, SlotSetting[] Settings)[] passages = last is { } leg
            ? [("route open", []), ($"{new PlaceWords(world).Leg(world.Legs[leg.Index].Id)} half closed", [new SlotSetting(world.Legs[leg.Index].Openness, Distribution.Constant(HalfClosed))])]
            : [("route as it is", [])];
        return [.. from passage in passages from push in pushes select new WorldCase(push.Words, passage.Words, [.. push.Settings, .. passage.Settings])];

        SlotSetting[] Push(double by) => [.. world.Nationalities.Select(n => n.Push).Distinct().Select(s => new SlotSetting(s, Distribution.Constant(by)))];
    }

    /// <summary>A variant in another world.</summary>
    public static Variant In(Variant variant, WorldCase world)
    {
        ArgumentNullException.ThrowIfNull(variant);
        ArgumentNullException.ThrowIfNull(world);
        return new Variant(variant.Name, [.. variant.Settings.Where(s => world.Settings.All(w => w.Slot != s.Slot)).Concat(world.Settings).OrderBy(s => s.Slot)]);
    }

    /// <summary>In how many worlds a figure goes which way, in one sentence.</summary>
    /// <param name="results">What the scenario does in each world.</param>
    /// <param name="indicator">Place of the figure among the effects.</param>
    public static string Sentence(IReadOnlyList<WorldResult> results, int indicator)
    {
        ArgumentNullException.ThrowIfNull(results);
        Effect[] effects = [.. results.Select(r => r.Effects[indicator])];
        var name = effects[0].Other.Name;
        var (lower, raise, none) = (effects.Count(e => IsSure(e) && e.Summary.Median < 0), effects.Count(e => IsSure(e) && e.Summary.Median > 0), effects.Count(e => e.Summary.Verdict == Verdict.ExactlyZero));
        var unclear = effects.Length - lower - raise - none;
        string[] parts =
        [
            lower > 0 ? $"lowers {name} in {lower} of {effects.Length} cases" : string.Empty,
            raise > 0 ? $"raises {(lower > 0 ? "them" : name)} in {raise}{(lower > 0 ? string.Empty : $" of {effects.Length} cases")}" : string.Empty,
            none > 0 ? $"changes {(lower + raise > 0 ? "nothing" : $"nothing about {name}")} in {none}{(lower + raise > 0 ? string.Empty : $" of {effects.Length} cases")}" : string.Empty,
            unclear > 0 ? $"has no clear direction {(lower + raise + none > 0 ? string.Empty : $"on {name} ")}in {unclear}{(lower + raise + none > 0 ? string.Empty : $" of {effects.Length} cases")}" : string.Empty,
        ];
        return $"It {string.Join(", ", parts.Where(p => p.Length > 0))}.";
    }

    /// <summary>Whether the sign of an effect is settled and its size above next to nothing.</summary>
    public static bool IsSure(Effect effect)
    {
        ArgumentNullException.ThrowIfNull(effect);
        return effect.Summary.Verdict is Verdict.Clear or Verdict.Leaning && !effect.IsTiny;
    }
}
