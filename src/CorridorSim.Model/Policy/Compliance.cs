using CorridorSim.Model.Indices;
using CorridorSim.Model.Inputs;
using CorridorSim.Model.Recording;

namespace CorridorSim.Model.Policy;

/// <summary>
/// How far a party keeps to an agreement, 0 to 1: it falls when the inflow it carries exceeds its capacity, and recovers when
/// the inflow eases or a partner finances capacity.
/// </summary>
/// <param name="Party">The country.</param>
/// <param name="Inflow">The series that burdens it.</param>
/// <param name="Capacity">Slot: what it can carry by itself, in the unit of the series (per month for flows).</param>
/// <param name="Sensitivity">Slot: compliance lost per part of inflow above capacity.</param>
/// <param name="AdaptationMonths">Slot: months over which compliance follows the load.</param>
/// <param name="Least">Slot: compliance it never falls below.</param>
/// <param name="FinancedBy">Indices of the provisions whose delivered size adds to the capacity: one for each way in which variants state it.</param>
/// <param name="InForce">Slot: 1 where the variant has this rule, 0 where not.</param>
public sealed record Compliance(
    CountryIndex Party, SeriesKey Inflow, Slot Capacity, Slot Sensitivity, Slot AdaptationMonths, Slot Least, IReadOnlyList<int> FinancedBy, Slot InForce)
{
    /// <summary>All slots of the rule.</summary>
    public IEnumerable<Slot> Slots() => [Capacity, Sensitivity, AdaptationMonths, Least, InForce];
}
