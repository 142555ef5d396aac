using CorridorSim.Model.Inputs;
using CorridorSim.Model.Recording;

namespace CorridorSim.Model.Policy;

/// <summary>A rule that suspends, resumes, scales or ends an instrument or one provision, by an indicator or at fixed intervals.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Provision">Index of the provision it governs, or -1 for the whole instrument.</param>
/// <param name="Indicator">The series that it watches; null for a review at fixed intervals.</param>
/// <param name="Above">True when it acts above the threshold, false when below.</param>
/// <param name="InForce">Slot: 1 where the variant has this condition, 0 where not.</param>
/// <param name="Threshold">Slot: level at which it acts, in the unit of the series (per month for flows).</param>
/// <param name="Release">Slot: level at which it lets go; without one infinite, on the side on which it acts, which means the threshold.</param>
/// <param name="ForMonths">Slot: months the level must be passed before it acts or lets go.</param>
/// <param name="Review">How often a review is held and what it does; null when it is not a review.</param>
public sealed record Condition(
    ConditionKind Kind,
    int Provision,
    SeriesKey? Indicator,
    bool Above,
    Slot InForce,
    Slot Threshold,
    Slot Release,
    Slot ForMonths,
    ReviewTerms? Review = null)
{
    /// <summary>All slots of the condition.</summary>
    public IEnumerable<Slot> Slots() => [InForce, Threshold, Release, ForMonths, .. Review?.Slots() ?? []];
}
