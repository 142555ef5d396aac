using CorridorSim.Model.Inputs;

namespace CorridorSim.Model.Worlds;

/// <summary>What a border does with people of one nationality.</summary>
/// <param name="Evasion">Slot: share of attempts that are not detected.</param>
/// <param name="ExpulsionShare">Slot: share of the encountered who are expelled under a health order.</param>
/// <param name="ReturnShare">Slot: share of those not expelled who are returned from custody under ordinary law.</param>
/// <param name="ReleaseShare">Slot: share of those neither expelled nor returned who are released; the others are removed.</param>
/// <param name="RetryShare">Slot: share of the expelled and returned who try again at once.</param>
/// <param name="RemovalRate">Slot: removals of released people, per month.</param>
/// <param name="NeighbourAccepts">Slot: share of expulsions and returns that go to the neighbour, as far as it accepts them; who does not try again at once waits there, others are flown home.</param>
/// <param name="PortSlots">Slot: appointments a month earmarked for this nationality at the port.</param>
/// <param name="PortAccess">Slot: weight in the common appointments, 0 none to 1 full.</param>
public sealed record BorderRegime(
    Slot Evasion,
    Slot ExpulsionShare,
    Slot ReturnShare,
    Slot ReleaseShare,
    Slot RetryShare,
    Slot RemovalRate,
    Slot NeighbourAccepts,
    Slot PortSlots,
    Slot PortAccess) : IInputOwner<BorderRegime>;
