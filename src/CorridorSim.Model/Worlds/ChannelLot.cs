namespace CorridorSim.Model.Worlds;

/// <summary>Places of a channel that only some communities may use.</summary>
/// <param name="Id">Identifier within the channel; <c>base</c> for the world's own lot.</param>
/// <param name="Places">Slot: places a month, persons.</param>
/// <param name="Communities">Indices of eligible communities, ascending.</param>
public sealed record ChannelLot(string Id, int Places, IReadOnlyList<int> Communities);
