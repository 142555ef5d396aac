using CorridorSim.Model.Policy;

namespace CorridorSim.Scenarios.Files;

/// <summary>What a provision acts on.</summary>
/// <param name="Words">Canonical words.</param>
/// <param name="Targets">Paths of the inputs it moves.</param>
/// <param name="Lot">The lot it opens, when it does.</param>
/// <param name="Announcement">Whose perception it moves, when it is an announcement.</param>
internal sealed record Subject(string Words, IReadOnlyList<string> Targets, LotText? Lot = null, Announcement? Announcement = null);
