using CorridorSim.Model.Inputs;

namespace CorridorSim.Model.Worlds;

/// <summary>Weight of a nationality in the places of a channel.</summary>
/// <param name="Nationality">Index of the nationality.</param>
/// <param name="Weight">Slot: weight, 0 or more.</param>
public sealed record ChannelWeight(int Nationality, Slot Weight);
