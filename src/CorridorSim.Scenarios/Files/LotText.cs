namespace CorridorSim.Scenarios.Files;

/// <summary>A lot of places that a provision opens in a channel.</summary>
/// <param name="Channel">Index of the channel.</param>
/// <param name="Communities">Indices of the communities that may use it.</param>
public sealed record LotText(int Channel, IReadOnlyList<int> Communities);
