using CorridorSim.Model.Inputs;

namespace CorridorSim.Scenarios.Calibrations;

/// <summary>A parameter to be fitted.</summary>
/// <param name="Slot">Its input.</param>
/// <param name="Prior">What is believed of it before the observations.</param>
/// <param name="Source">Where the prior comes from.</param>
public sealed record FittedParameter(int Slot, Distribution Prior, string Source);
