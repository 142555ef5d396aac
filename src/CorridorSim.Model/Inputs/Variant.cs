namespace CorridorSim.Model.Inputs;

/// <summary>One setting of the things that an experiment varies.</summary>
/// <param name="Name">Name unique in the experiment, for example the scenario id.</param>
/// <param name="Settings">Inputs that differ from the defaults, in order of slot.</param>
public sealed record Variant(string Name, IReadOnlyList<SlotSetting> Settings);
