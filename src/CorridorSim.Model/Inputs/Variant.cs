namespace CorridorSim.Model.Inputs;

/// <summary>One setting of the things that an experiment varies.</summary>
/// <param name="Name">Name unique in the experiment, for example the scenario id.</param>
/// <param name="Settings">Inputs that differ from the defaults, in order of slot.</param>
public sealed record Variant(string Name, IReadOnlyList<SlotSetting> Settings)
{
    /// <summary>The same variant under another name, with one input set otherwise.</summary>
    /// <param name="slot">The input.</param>
    /// <param name="value">Its value or distribution.</param>
    /// <param name="name">Name of the new variant.</param>
    public Variant With(Slot slot, Distribution value, string name) =>
        new(name, [.. Settings.Where(s => s.Slot != slot).Append(new SlotSetting(slot, value)).OrderBy(s => s.Slot)]);
}
