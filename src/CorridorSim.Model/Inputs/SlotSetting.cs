namespace CorridorSim.Model.Inputs;

/// <summary>A variant's own value of one input.</summary>
/// <param name="Slot">Index into the slots of the plan.</param>
/// <param name="Value">Value or distribution that replaces the default of the slot.</param>
public sealed record SlotSetting(int Slot, Distribution Value);
