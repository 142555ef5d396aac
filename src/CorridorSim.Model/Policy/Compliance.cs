using CorridorSim.Model.Recording;

namespace CorridorSim.Model.Policy;

/// <summary>
/// How far a party keeps to an agreement, 0 to 1: it falls when the inflow it carries exceeds its capacity, and recovers when
/// the inflow eases or a partner finances capacity.
/// </summary>
/// <param name="Party">Index of the country.</param>
/// <param name="Inflow">The series that burdens it.</param>
/// <param name="Capacity">Slot: what it can carry by itself, in the unit of the series (per month for flows).</param>
/// <param name="Sensitivity">Slot: compliance lost per part of inflow above capacity.</param>
/// <param name="AdaptationMonths">Slot: months over which compliance follows the load.</param>
/// <param name="Least">Slot: compliance it never falls below.</param>
/// <param name="FinancedBy">Index of the provision whose delivered size adds to the capacity, or -1.</param>
public sealed record Compliance(
    int Party, SeriesKey Inflow, int Capacity, int Sensitivity, int AdaptationMonths, int Least, int FinancedBy);
