namespace CorridorSim.Model.Worlds;

/// <summary>What a border does with people of one nationality.</summary>
/// <param name="Evasion">Slot: share of attempts that are not detected.</param>
/// <param name="ExpulsionShare">Slot: share of the encountered who are expelled.</param>
/// <param name="ReleaseShare">Slot: share of the rest who are released into the country.</param>
/// <param name="RetryShare">Slot: share of the expelled who try again.</param>
/// <param name="RemovalRate">Slot: removals of released people, per month.</param>
/// <param name="NeighbourAccepts">Slot: 1 when expulsions count against the cap of the neighbour.</param>
/// <param name="PortSlots">Slot: appointments a month earmarked for this nationality at the port.</param>
/// <param name="PortAccess">Slot: weight in the common appointments, 0 none to 1 full.</param>
public sealed record BorderRegime(
    int Evasion,
    int ExpulsionShare,
    int ReleaseShare,
    int RetryShare,
    int RemovalRate,
    int NeighbourAccepts,
    int PortSlots,
    int PortAccess);
