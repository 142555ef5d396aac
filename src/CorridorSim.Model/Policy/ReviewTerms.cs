using CorridorSim.Model.Inputs;

namespace CorridorSim.Model.Policy;

/// <summary>
/// What a review does to the weight w of what it governs: w' = min(most, max(least, to)) where it sets the weight, and
/// w' = min(most, max(least, w x by)) where it scales it. The weight starts at 1.
/// </summary>
/// <param name="EveryMonths">Slot: months between reviews, above 0.</param>
/// <param name="Factor">Slot: the weight that is set, or the factor that scales it; at least 0.</param>
/// <param name="Scales">True when the factor scales the weight, false when it is set.</param>
/// <param name="Least">Slot: weight that no review goes below.</param>
/// <param name="Most">Slot: weight that no review goes above.</param>
public sealed record ReviewTerms(Slot EveryMonths, Slot Factor, bool Scales, Slot Least, Slot Most)
{
    /// <summary>All slots.</summary>
    public IEnumerable<Slot> Slots() => [EveryMonths, Factor, Least, Most];
}
