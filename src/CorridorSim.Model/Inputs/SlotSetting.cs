namespace CorridorSim.Model.Inputs;

/// <summary>A variant's own value of one input.</summary>
/// <param name="Slot">The input.</param>
/// <param name="Value">Value or distribution that replaces the default of the slot.</param>
public sealed record SlotSetting(Slot Slot, Distribution Value);
