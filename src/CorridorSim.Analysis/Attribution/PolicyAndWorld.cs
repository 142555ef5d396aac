using CorridorSim.Model.Engine;
using CorridorSim.Model.Inputs;
using CorridorSim.Model.Policy;

namespace CorridorSim.Analysis.Attribution;

/// <summary>
/// A scenario and its baseline as the four corners of one experiment, so that what governments choose and how the world is
/// assumed to behave are told apart. Policy is every input of an agreement or a measure; the world is every other input.
/// </summary>
/// <param name="Baseline">Policy and world of the baseline.</param>
/// <param name="Policy">Policy of the scenario in the world of the baseline.</param>
/// <param name="World">Policy of the baseline in the world of the scenario.</param>
/// <param name="Both">Policy and world of the scenario.</param>
/// <param name="MovesWorld">Whether the scenario changes the world as well; else <see cref="World"/> equals <see cref="Baseline"/>.</param>
public sealed record PolicyAndWorld(Variant Baseline, Variant Policy, Variant World, Variant Both, bool MovesWorld)
{
    /// <summary>Whether an input belongs to an agreement or a measure.</summary>
    /// <param name="path">Path of the input.</param>
    public static bool IsPolicy(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return InstrumentName.Begins(path) || path.Contains(".lots.", StringComparison.Ordinal);
    }

    /// <summary>Tells the two apart.</summary>
    /// <param name="slots">The inputs of the world, with the values they have where a variant sets none.</param>
    /// <param name="scenario">The scenario.</param>
    /// <param name="baseline">What it is compared with.</param>
    public static PolicyAndWorld Of(IReadOnlyList<InputSlot> slots, Variant scenario, Variant baseline)
    {
        ArgumentNullException.ThrowIfNull(slots);
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(baseline);
        bool OfPolicy(SlotSetting setting) => IsPolicy(slots[setting.Slot.Index].Path);
        Variant Mixed(string name, Variant policy, Variant world) =>
            new(name, [.. policy.Settings.Where(OfPolicy).Concat(world.Settings.Where(s => !OfPolicy(s))).OrderBy(s => s.Slot)]);

        return new PolicyAndWorld(
            baseline,
            Mixed(scenario.Name, scenario, baseline),
            Mixed(baseline.Name, baseline, scenario),
            scenario,
            !WorldOf(scenario).SetEquals(WorldOf(baseline)));

        HashSet<SlotSetting> WorldOf(Variant variant) => [.. variant.Settings.Where(s => !OfPolicy(s) && s.Value != slots[s.Slot.Index].Value)];
    }
}
